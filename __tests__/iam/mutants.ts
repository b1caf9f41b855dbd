import type { Held } from './simulate.ts'
import type { Policy, Statement } from './template.ts'

/** Policies in which one statement is weaker by one thing. */
export interface Mutant {
  /** Such as `UseOwn without StringLike aws:ResourceTag/docker-to-ec2:service`. */
  readonly name: string
  readonly actions: readonly string[]
  readonly held: Held
}

/** Each key of each condition left out; each list of resources widened to all, or to none where it is denied. */
export function mutantsOf(held: Held): readonly Mutant[] {
  return held.flatMap(({ PolicyName, PolicyDocument }) =>
    PolicyDocument.Statement.flatMap((statement) =>
      weaker(statement).map(([what, weak]) => ({
        name: `${statement.Sid} ${what}`,
        actions: [statement.Action].flat(),
        held: held.map((policy) =>
          policy.PolicyName === PolicyName ? { PolicyName, PolicyDocument: swapped(PolicyDocument, statement, weak) } : policy,
        ),
      })),
    ),
  )
}

function swapped(document: Policy, old: Statement, weak: Statement): Policy {
  return { ...document, Statement: document.Statement.map((one) => (one === old ? weak : one)) }
}

function weaker(statement: Statement): readonly (readonly [string, Statement])[] {
  if (statement.Effect === 'Deny')
    return [['on no resource', { ...statement, Resource: 'arn:aws:ssm:us-east-1:000000000000:parameter/none' }]]
  const conditions = Object.entries(statement.Condition ?? {}).flatMap(([operator, keys]) =>
    Object.keys(keys).map((key) => [`without ${operator} ${key}`, withoutKey(statement, operator, key)] as const),
  )
  const narrow = [statement.Resource].flat().join() !== '*'
  return [...conditions, ...(narrow ? [['on all resources', { ...statement, Resource: '*' }] as const] : [])]
}

function withoutKey(statement: Statement, operator: string, key: string): Statement {
  const { [operator]: keys = {}, ...others } = statement.Condition ?? {}
  const { [key]: _, ...rest } = keys
  return { ...statement, Condition: { ...others, ...(Object.keys(rest).length > 0 && { [operator]: rest }) } }
}

/** A statement that allows everything, which makes each attack succeed that is one. */
export const EVERYTHING: Held[number] = {
  PolicyName: 'everything',
  PolicyDocument: { Version: '2012-10-17', Statement: [{ Sid: 'All', Effect: 'Allow', Action: '*', Resource: '*' }] },
}
