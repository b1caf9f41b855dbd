import type { Context } from '../../context.ts'
import { billedHost, idleAfter, monthlyCost, plannedHosts } from '../../domain/cost/month.ts'
import type { MonthlyCost } from '../../domain/cost/month.ts'
import type { Host } from '../../domain/host/host.ts'
import { isNotAllowed } from '../../errors.ts'
import { stayingHost } from '../../domain/host/host-plan.ts'
import type { HostPlan } from '../../domain/host/host-plan.ts'

/** What the hosts cost in a month after a deploy by these plans. */
export async function estimateAfter(ctx: Context, plans: readonly HostPlan[]): Promise<MonthlyCost> {
  const { config, prices } = ctx
  const staying = plans.flatMap((plan) => stayingHost(plan) ?? [])
  const [list, sized, addresses] = await Promise.all([prices.of(config.region), withSizes(ctx, staying), addressesOf(ctx)])
  const known = plans.map((plan) => measuredPlan(plan, sized))
  const idleAddresses = idleAfter(addresses, known, config.host)
  return monthlyCost(plannedHosts(known, config.host), { prices: list, idleAddresses, schedule: config.schedule })
}

/** What the hosts cost in a month if they stay as they are. */
export async function estimateNow(ctx: Context, hosts: readonly Host[]): Promise<MonthlyCost> {
  const { config, prices } = ctx
  const [list, sized, addresses] = await Promise.all([
    prices.of(config.region),
    withSizes(ctx, hosts),
    addressesOf(ctx).catch(unseen<readonly string[]>(ctx, [])),
  ])
  const idleAddresses = addresses.filter((address) => hosts.every(({ publicIp }) => publicIp !== address)).length
  return monthlyCost(
    sized.map((host) => billedHost(host, config.service)),
    { prices: list, idleAddresses, schedule: config.schedule },
  )
}

async function withSizes(ctx: Context, of: readonly Host[]): Promise<readonly Host[]> {
  const volumes = of.flatMap(({ rootVolume }) => rootVolume ?? [])
  const sizes = await ctx.hosts.volumeSizes(volumes).catch(unseen<ReadonlyMap<string, number>>(ctx, new Map()))
  return of.map((host) => ({ ...host, volumeGiB: sizes.get(host.rootVolume ?? '') }))
}

function measuredPlan(plan: HostPlan, sized: readonly Host[]): HostPlan {
  if (plan.kind === 'launch') return plan
  const found = sized.find(({ id }) => id === stayingHost(plan)?.id)
  if (found === undefined) return plan
  return plan.kind === 'replace' ? { ...plan, next: found } : { ...plan, host: found }
}

async function addressesOf({ networks, config }: Context): Promise<readonly string[]> {
  return (await networks.own(config.service, { vpcId: undefined, ports: [] })).addresses
}

/** What a role without the permission sees instead. A cost with a part that is not known is above any limit. */
function unseen<T>({ progress }: Context, instead: T): (error: unknown) => T {
  return (error) => {
    if (!isNotAllowed(error)) throw error
    progress.info(`The cost leaves out what the role cannot see: ${error.message}`)
    return instead
  }
}
