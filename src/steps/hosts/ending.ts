import type { Context } from '../../context.ts'
import { allVolumes } from '../../domain/data/volumes.ts'
import type { Volume } from '../../domain/data/volumes.ts'
import { clearHosts, clearRepository } from '../../domain/host/ending.ts'
import type { AtStake, Clearance, ClearedRepository } from '../../domain/host/ending.ts'
import type { Host } from '../../domain/host/host.ts'
import { hostIdsOf, ofService, refuseUnreadable } from '../../domain/release/record.ts'
import type { ReleaseRecord } from '../../domain/release/record.ts'
import type { Refused } from '../../domain/refusal.ts'
import type { HostStatus, Silence } from '../../domain/rollout/host-status.ts'
import type { ServiceStatus } from '../../domain/rollout/result.ts'
import { displayName } from '../../domain/service.ts'
import { assertNotRefused, refused } from '../../errors.ts'
import { askForStatus } from '../orders/ask-for-status.ts'
import { queryStatus } from '../orders/query-status.ts'

/** What is on hosts that are to be terminated, by their own answers and by all records. */
export async function atStake(ctx: Context, hosts: readonly Host[], record: ReleaseRecord | undefined): Promise<readonly AtStake[]> {
  if (hosts.length === 0) return []
  const [asked, recorded] = await Promise.all([queryStatus(ctx, hosts), recordedStakes(ctx, hosts, record)])
  return recorded.map((stake, at) => asked.slice(at, at + 1).reduce((all, told) => withTold(all, told, record), stake))
}

function withTold(stake: AtStake, answer: HostStatus, record: ReleaseRecord | undefined): AtStake {
  return { ...withAnswer(stake, answer), unknown: answer.silent && unknownBy(answer.silent, stake.hostId, record) }
}

interface Answer extends Pick<HostStatus, 'others' | 'kept'> {
  readonly status: ServiceStatus | string | undefined
}

function withAnswer(stake: AtStake, { status, others, kept = [] }: Answer): AtStake {
  const volumes: readonly Volume[] = typeof status === 'object' ? status.volumes : []
  const told = [...volumes.map(({ name, path }) => ({ name, path })), ...kept.map((name) => ({ name, path: '' }))]
  return { ...stake, volumes: allVolumes(told, stake.volumes), guests: [...new Set([...stake.guests, ...others.map(displayName)])] }
}

/** Nothing is on a host that never received an order, unless a record says otherwise. */
function unknownBy({ reason, hides }: Silence, hostId: string, record: ReleaseRecord | undefined): string | undefined {
  const recorded = hostIdsOf(record).includes(hostId)
  if (hides === 'nothing' && !recorded) return undefined
  return hides === 'data' && recorded && record?.volumes !== undefined ? undefined : reason
}

/** Like `atStake`, for a plan: it asks hosts with the status command, if the account has that. The run that terminates the hosts always asks. */
export async function plannedStakes(ctx: Context, hosts: readonly Host[], record: ReleaseRecord | undefined): Promise<readonly AtStake[]> {
  const running = hosts.flatMap(({ id, state }) => (state === 'running' ? [id] : []))
  const [seen, recorded] = await Promise.all([
    running.length === 0 ? undefined : askForStatus(ctx, ctx.config.service, running),
    recordedStakes(ctx, hosts, record),
  ])
  if (seen?.kind !== 'asked') return recorded
  return recorded.map((stake) => {
    const told = seen.hosts.find(({ hostId }) => hostId === stake.hostId)
    return told ? withAnswer(stake, told) : stake
  })
}

async function recordedStakes(ctx: Context, hosts: readonly Host[], record: ReleaseRecord | undefined): Promise<readonly AtStake[]> {
  const others = hosts.length === 0 ? [] : await otherRecords(ctx)
  return hosts.map(({ id }) => {
    const guests = others.filter((other) => hostIdsOf(other).includes(id))
    return { hostId: id, volumes: record?.volumes ?? [], guests: guests.map(nameOf), unknown: undefined }
  })
}

/** The records of all other services. Throws if one of them cannot be read: nobody knows its hosts and images. */
export async function otherRecords({ config, records }: Context): Promise<readonly ReleaseRecord[]> {
  const all = await records.list()
  const unreadable = refuseUnreadable(all.unreadable)
  assertNotRefused(unreadable)
  return all.records.filter((other) => !ofService(other, config.service))
}

function nameOf({ service, environment }: ReleaseRecord): string {
  return displayName({ name: service, environment })
}

/** Asks hosts and records before anything is terminated. Returns the clearance, or throws what prevents it. */
export async function clearToEnd(ctx: Context, hosts: readonly Host[], record: ReleaseRecord | undefined): Promise<Clearance | Refused> {
  const stakes = await atStake(ctx, hosts, record)
  const clearance = clearHosts(stakes, ctx.config.volumeData)
  if ('kind' in clearance) return clearance
  for (const { hostId, unknown } of stakes)
    if (unknown !== undefined) ctx.progress.warn(`Removing ${hostId} with whatever is on it: ${unknown}`)
  return clearance
}

/** Asks the records before the repository is deleted, if the inputs ask for that. Returns the clearance, or throws what prevents it. */
export async function clearToDelete(ctx: Context): Promise<ClearedRepository | undefined> {
  const { destroyRepository, image, preview, service } = ctx.config
  if (!destroyRepository) return undefined
  // The repository of a preview is its own. Otherwise, one damaged record would keep all previews.
  const others = preview ? (await ctx.records.list()).records.filter((other) => !ofService(other, service)) : await otherRecords(ctx)
  const cleared = clearRepository(image.repository, others)
  if ('kind' in cleared) throw refused(cleared)
  return cleared
}
