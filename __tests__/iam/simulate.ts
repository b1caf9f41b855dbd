/** Policies as IAM evaluates them: with the resources and condition keys that AWS gives to each action. */
import { runSimulation } from '@cloud-copilot/iam-simulate'
import { ACCOUNT } from './template.ts'
import type { Policy } from './template.ts'

export type Context = Readonly<Record<string, string | string[]>>

/** One thing that IAM is asked for a call to AWS; some calls ask for several. */
export interface Request {
  readonly action: string
  readonly resource: string
  /** Values of condition keys. */
  readonly context?: Context
}

/** What a role holds. */
export type Held = readonly { readonly PolicyName: string; readonly PolicyDocument: Policy }[]

/** Whether a role of the account with these policies may do it. Throws at a key that AWS does not give to the action. */
export async function may(held: Held, { action, resource, context = {} }: Request): Promise<boolean> {
  const simulation = await runSimulation(
    {
      request: {
        principal: `arn:aws:iam::${ACCOUNT}:role/runner`,
        action,
        resource: { resource, accountId: accountOf(resource) },
        contextVariables: context,
      },
      identityPolicies: held.map(({ PolicyName, PolicyDocument }) => ({ name: PolicyName, policy: PolicyDocument })),
      serviceControlPolicies: [],
      resourceControlPolicies: [],
    },
    {},
  )
  if (simulation.resultType === 'error') throw new Error(`${action} on ${resource}: ${JSON.stringify(simulation.errors)}`)
  const ignored = 'result' in simulation ? (simulation.result.ignoredContextKeys ?? []) : []
  if (ignored.length > 0) throw new Error(`AWS gives ${action} on ${resource} no ${ignored.join(', ')}`)
  return simulation.overallResult === 'Allowed'
}

/** Whether it may do all of them, as a call that asks for several must. */
export async function mayAll(held: Held, requests: readonly Request[]): Promise<boolean> {
  for (const request of requests) if (!(await may(held, request))) return false
  return true
}

/** AWS's own images, parameters and documents name no account. */
function accountOf(resource: string): string {
  return resource.split(':')[4] || ACCOUNT
}
