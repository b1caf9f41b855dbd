import type { Context } from '../../context.ts'
import { inOrder, isOwn } from '../../domain/host/host.ts'
import type { Host } from '../../domain/host/host.ts'
import { planHosts } from '../../domain/host/host-plan.ts'
import type { HostPlan, HostsPlan } from '../../domain/host/host-plan.ts'
import { refuseOtherRepository, refuseRenamed } from '../../domain/identity/default-name.ts'
import { hostIdsOf } from '../../domain/release/record.ts'
import { isPreviewRecord } from '../../domain/preview/guards.ts'
import type { Preview } from '../../domain/preview/preview.ts'
import type { ReleaseRecord } from '../../domain/release/record.ts'
import { refuse } from '../../domain/refusal.ts'
import type { Refusal, Refused } from '../../domain/refusal.ts'
import { isNotAllowed, refused } from '../../errors.ts'

/** The hosts as plans that can be carried out, and the record, before a run changes anything. */
export interface ApplicableHosts {
  /** One for each wanted host. */
  readonly plans: readonly HostPlan[]
  readonly record: ReleaseRecord | undefined
}

/** The state before a run changes anything, with a host plan that may be a refusal. */
export interface HostsSnapshot extends Omit<ApplicableHosts, 'plans'> {
  readonly hostPlan: HostsPlan
}

/** Reads hosts and record. */
export async function snapshotHosts(ctx: Context, plan = planHosts): Promise<HostsSnapshot> {
  const [observed, record] = await Promise.all([lookedAt(ctx), ctx.records.read(ctx.config.service)])
  const elsewhere = observed.length === 0 ? await refuseToLeave(ctx, record) : undefined
  const other = await refuseName(ctx, record, observed)
  const hostPlan =
    elsewhere ?? (other && ({ kind: 'refuse', ...other } as const)) ?? plan(ctx.config.host, inOrder(observed, hostIdsOf(record)))
  const live = record ? `${record.release} is recorded as live` : 'no release is recorded yet'
  ctx.progress.info(`Account ${ctx.accountId}, ${ctx.config.region}; ${describe(hostPlan)}; ${live}`)
  return { hostPlan, record }
}

/** Like `snapshotHosts`, but throws if the plan refuses. */
export async function applicableHosts(ctx: Context, plan = planHosts): Promise<ApplicableHosts> {
  const { hostPlan, ...rest } = await snapshotHosts(ctx, plan)
  return { ...rest, plans: applicable(hostPlan) }
}

/** The plans for the hosts. Throws the refusal, if it is one. */
export function applicable(hostPlan: HostsPlan): readonly HostPlan[] {
  if (hostPlan.kind === 'refuse') throw refused(hostPlan)
  return hostPlan.plans
}

function describe(hostPlan: HostsPlan): string {
  if (hostPlan.kind === 'refuse') return hostPlan.reason
  const { plans } = hostPlan
  const there = plans.flatMap((plan) => {
    if (plan.kind === 'launch') return []
    return plan.kind === 'reuse' ? `host ${plan.host.id}` : `${plan.kind} host ${plan.host.id}`
  })
  const missing = plans.length - there.length
  if (there.length === 0) return `no host yet: launch ${missing === 1 ? 'one' : missing}`
  return [...there, ...(missing > 0 ? [`launch ${missing} more`] : [])].join(', ')
}

/** The existing hosts of this service: the one that `instance-id` names, or those with its tags. */
async function observeHosts({ config, hosts }: Context): Promise<readonly Host[]> {
  const { instanceId } = config.host
  if (instanceId === undefined) return hosts.find(config.service)
  const host = await hosts.get(instanceId)
  return host ? [host] : []
}

/** The existing hosts, with what the plan has to know of them. */
async function lookedAt(ctx: Context): Promise<readonly Host[]> {
  const observing = observeHosts(ctx)
  const [hosts, openPorts] = await Promise.all([observing.then((observed) => measured(ctx, observed)), findOpenPorts(ctx, observing)])
  return hosts.map((host) => {
    const own = host.securityGroupIds.find((id) => openPorts.has(id))
    return { ...host, openPorts: own === undefined ? undefined : openPorts.get(own) }
  })
}

/** What the service's own security groups open; nothing if the inputs name other groups, or on hosts of others, whose groups are theirs. */
async function findOpenPorts(
  { config, networks }: Context,
  observing: Promise<readonly Host[]>,
): ReturnType<Context['networks']['openPorts']> {
  const { service, host: spec } = config
  if (spec.securityGroupIds.length > 0) return new Map()
  if (spec.instanceId !== undefined && !(await observing).some((host) => isOwn(host, service))) return new Map()
  return networks.openPorts(service).catch((error: unknown) => {
    if (isNotAllowed(error)) return new Map()
    throw error
  })
}

/** Adds the size of their volumes, if an input asks for one. */
async function measured({ config, hosts }: Context, observed: readonly Host[]): Promise<readonly Host[]> {
  if (!config.host.asked.includes('volume-size')) return observed
  const sizes = await hosts.volumeSizes(observed.flatMap(({ rootVolume }) => rootVolume ?? []))
  return observed.map((host) => ({ ...host, volumeGiB: sizes.get(host.rootVolume ?? '') }))
}

/** The service's tags do not find a host of others. A run without `instance-id` would launch a second host, and leave the first one serving. */
async function refuseToLeave(ctx: Context, record: ReleaseRecord | undefined): Promise<Refused | undefined> {
  const { host: spec, service } = ctx.config
  if (spec.instanceId !== undefined) return undefined
  const recorded = await recordedHosts(ctx, record)
  const host = recorded.find((one) => one.state !== 'shutting-down' && !isOwn(one, service))
  if (host === undefined) return undefined
  return refuse(
    `the service is a guest on ${host.id}`,
    `Set instance-id: ${host.id}, as in its first run. To move the service to its own host, run command: destroy first.`,
  )
}

type Named = Pick<Context, 'config' | 'records'>

/** Why a run must not use the service that has its default name: it is another repository's, or this one has another name for its own. */
export async function refuseName(ctx: Named, record: ReleaseRecord | undefined, hosts: readonly Host[] = []): Promise<Refusal | undefined> {
  return refuseOtherRepository(record, ctx.config.namedAfter) ?? renamedSince(ctx, record, hosts)
}

/** Like `refuseName`, for the end of a preview: only a record of the same preview under the former name of its repository is in the way. */
export async function refusePreviewName(ctx: Named, record: ReleaseRecord | undefined, preview: Preview): Promise<Refusal | undefined> {
  return refuseOtherRepository(record, ctx.config.namedAfter) ?? refuseBeside(ctx, record, (one) => isPreviewRecord(one, preview))
}

/** Why a run must not take the default name for a new service, of which there is neither a record nor a host. */
export async function renamedSince(
  ctx: Named,
  record: ReleaseRecord | undefined,
  hosts: readonly Host[] = [],
): Promise<Refusal | undefined> {
  return hosts.some((host) => isOwn(host, ctx.config.service)) ? undefined : refuseBeside(ctx, record, () => true)
}

/** Costs requests only for a service without a record. A role that cannot read the records of other services cannot tell. */
async function refuseBeside(
  { config, records }: Named,
  record: ReleaseRecord | undefined,
  counts: (one: ReleaseRecord) => boolean,
): Promise<Refusal | undefined> {
  const { service, namedAfter } = config
  if (namedAfter === undefined || record !== undefined) return undefined
  const all = await records.list().catch((error: unknown) => {
    if (isNotAllowed(error)) return undefined
    throw error
  })
  return all && refuseRenamed(service, namedAfter, all.records.filter(counts))
}

/** The current hosts: without `instance-id`, the record names the host on which the service is a guest. */
export async function hostsInUse(ctx: Context): Promise<readonly Host[]> {
  const found = await observeHosts(ctx)
  if (found.length === 1 || ctx.config.host.instanceId !== undefined) return found
  const record = await ctx.records.read(ctx.config.service)
  return found.length > 0 ? inOrder(found, hostIdsOf(record)) : recordedHosts(ctx, record)
}

/** The recorded hosts that exist, whoever owns them. */
async function recordedHosts({ hosts }: Context, record: ReleaseRecord | undefined): Promise<readonly Host[]> {
  const found = await Promise.all(hostIdsOf(record).map((id) => hosts.get(id)))
  return found.filter((host) => host !== undefined)
}
