import type { Context } from '../context.ts'
import type { Host } from '../domain/host.ts'
import { planHost } from '../domain/host-plan.ts'
import type { HostPlan } from '../domain/host-plan.ts'
import type { ReleaseRecord } from '../domain/release.ts'
import { DeployError } from '../errors.ts'

export type Applicable = Exclude<HostPlan, { kind: 'refuse' }>

/** What is there before a run changes anything, and what is to be done about the host. */
export interface Observed<Plan extends HostPlan = Applicable> {
  readonly accountId: string
  readonly plan: Plan
  readonly record: ReleaseRecord | undefined
}

/** Looks at account, hosts and record. */
export async function observeAll(ctx: Context): Promise<Observed<HostPlan>> {
  // Alone, so that a wrong account or wrong credentials are named as such, whatever else they would make fail.
  const accountId = await checkAccount(ctx)
  const [observed, record] = await Promise.all([observeHosts(ctx), ctx.records.read(ctx.config.service)])
  const plan = planHost(ctx.config.host, observed)
  const live = record ? `${record.release} is recorded as live` : 'no release is recorded yet'
  ctx.progress.info(`Account ${accountId}, ${ctx.config.region}; ${describe(plan)}; ${live}`)
  return { accountId, plan, record }
}

/** The same, and refuses where the plan does. */
export async function observe(ctx: Context): Promise<Observed> {
  return applicable(await observeAll(ctx))
}

export function applicable<Seen extends Observed<HostPlan>>(seen: Seen): Seen & Observed {
  const { plan } = seen
  if (plan.kind === 'refuse') throw new DeployError('refused', plan.reason, { next: plan.next })
  return { ...seen, plan }
}

function describe(plan: HostPlan): string {
  if (plan.kind === 'launch') return 'no host yet: launch one'
  if (plan.kind === 'refuse') return plan.reason
  return plan.kind === 'reuse' ? `host ${plan.host.id}` : `${plan.kind} host ${plan.host.id}`
}

/** Who we are; refuses credentials of another account than the input `account-id` allows. */
export async function checkAccount({ config, account }: Context): Promise<string> {
  const { accountId, arn } = await account.identify()
  if (config.accountId !== undefined && config.accountId !== accountId) {
    throw new DeployError(
      'wrong-account',
      `the credentials belong to account ${accountId} (${arn}), and account-id allows only ${config.accountId}`,
      { next: 'Assume a role of the right account, or correct the input account-id.' },
    )
  }
  return accountId
}

/** The hosts that are there for this service: the one that `instance-id` names, or those that carry its tags. */
export async function observeHosts({ config, hosts }: Context): Promise<readonly Host[]> {
  const { instanceId } = config.host
  if (instanceId === undefined) return hosts.find(config.service)
  const host = await hosts.get(instanceId)
  return host ? [host] : []
}

/** Where the service is now: without `instance-id`, the record tells the host of a service that is a guest on another one's. */
export async function hostsInUse(ctx: Context): Promise<readonly Host[]> {
  const found = await observeHosts(ctx)
  if (found.length > 0 || ctx.config.host.instanceId !== undefined) return found
  const record = await ctx.records.read(ctx.config.service)
  const host = record && (await ctx.hosts.get(record.hostId))
  return host ? [host] : []
}
