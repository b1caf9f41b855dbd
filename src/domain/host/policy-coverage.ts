import { wildcards } from '../field/wildcards.ts'
import * as v from 'valibot'
import { readJson } from '../untrusted.ts'
import type { Policy } from './host-policy.ts'

/**
 * A policy written by hand can have single values instead of lists:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */
const texts = v.optional(v.union([v.string(), v.array(v.string())]), [])
const statement = v.object({ Effect: v.string(), Action: texts, Resource: texts })
const POLICY = v.object({ Statement: v.union([v.array(statement), statement]) })

/** A policy in IAM's format. */
export type WrittenPolicy = v.InferOutput<typeof POLICY>

/** An unreadable policy allows nothing. */
export function readPolicy(text: string): WrittenPolicy {
  return readJson(POLICY, text) ?? { Statement: [] }
}

/** What `wanted` allows and `held` does not, such as `ecr:BatchGetImage on arn:...`. Ignores conditions: they are the policy author's decision. */
export function lackingIn(held: WrittenPolicy, wanted: Policy): readonly string[] {
  const pairs = wanted.Statement.flatMap(({ Action, Resource }) =>
    Action.flatMap((action) => [Resource].flat().map((on) => [action, on] as const)),
  )
  return pairs.filter(([action, resource]) => !allows(held, action, resource)).map((pair) => pair.join(' on '))
}

function allows({ Statement }: WrittenPolicy, action: string, resource: string): boolean {
  return [Statement]
    .flat()
    .some(
      ({ Effect, Action, Resource }) =>
        Effect === 'Allow' &&
        [Action].flat().some((pattern) => matches(pattern.toLowerCase(), action.toLowerCase())) &&
        [Resource].flat().some((pattern) => matches(pattern, resource)),
    )
}

/** IAM's wildcards: `*` for any text, `?` for one character. A `*` in `text` is an ordinary character. */
function matches(pattern: string, text: string): boolean {
  const source = pattern
    .replace(/[^\w*?]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.')
  return wildcards(source)?.(text) ?? false
}
