import type { Context } from '../../context.ts'
import type { Host } from '../../domain/host/host.ts'
import { allVolumes } from '../../domain/data/volumes.ts'
import type { DataAtStake } from '../../domain/data/data-loss.ts'
import { hostIdsOf, ofService } from '../../domain/release/record.ts'
import type { ReleaseRecord } from '../../domain/release/record.ts'
import { displayName } from '../../domain/service.ts'
import { queryStatus } from '../orders/query-status.ts'
import type { HostStatus } from '../../domain/rollout/host-status.ts'

/** What is on hosts that are to go, as they tell themselves, and as was recorded. */
export async function dataOn(ctx: Context, hosts: readonly Host[], record: ReleaseRecord | undefined): Promise<readonly DataAtStake[]> {
  if (hosts.length === 0) return []
  const [asked, recorded] = await Promise.all([queryStatus(ctx, hosts), recordedData(ctx, hosts, record)])
  return asked.map((one, at) => together(stakeOf(one, record), recorded[at]))
}

function stakeOf({ host, status, others, silent }: HostStatus, record: ReleaseRecord | undefined): DataAtStake {
  const volumes = typeof status === 'string' ? [] : (status.volumes ?? []).map(({ name, path }) => ({ name, path }))
  const nobodyKnows = silent !== undefined && record !== undefined && record.volumes === undefined
  return { hostId: host.id, volumes, guests: others, unknown: nobodyKnows ? silent : undefined }
}

function together(told: DataAtStake, recorded: DataAtStake | undefined): DataAtStake {
  const { volumes = [], guests = [] } = recorded ?? {}
  return { ...told, volumes: allVolumes(told.volumes, volumes), guests: [...new Set([...guests, ...told.guests])] }
}

/** The same for a plan, which asks no host. */
export async function recordedData(
  { config, records }: Context,
  hosts: readonly Host[],
  record: ReleaseRecord | undefined,
): Promise<readonly DataAtStake[]> {
  const others = hosts.length === 0 ? [] : (await records.list()).filter((other) => !ofService(other, config.service))
  return hosts.map(({ id }) => {
    const guests = others.filter((other) => hostIdsOf(other).includes(id))
    return { hostId: id, volumes: record?.volumes ?? [], guests: guests.map(nameOf), unknown: undefined }
  })
}

function nameOf({ service, environment }: ReleaseRecord): string {
  return displayName({ name: service, environment })
}
