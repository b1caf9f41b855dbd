import type { Context } from '../../context.ts'
import type { Host } from '../../domain/host/host.ts'
import { allVolumes } from '../../domain/data/volumes.ts'
import type { DataAtStake } from '../../domain/data/data-loss.ts'
import type { ReleaseRecord } from '../../domain/release/record.ts'
import { queryStatus } from './query-status.ts'
import type { HostStatus } from '../../domain/rollout/host-status.ts'

/** What the service keeps on hosts that are to go, as they tell themselves; one that gives no answer, as was recorded. */
export async function dataOn(ctx: Context, hosts: readonly Host[], record: ReleaseRecord | undefined): Promise<readonly DataAtStake[]> {
  if (hosts.length === 0) return []
  const asked = await queryStatus(ctx, hosts)
  return asked.map((one) => stakeOf(one, record))
}

function stakeOf({ host, seen, silent }: HostStatus, record: ReleaseRecord | undefined): DataAtStake {
  const told = typeof seen === 'string' ? [] : (seen.volumes ?? []).map(({ name, path }) => ({ name, path }))
  const nobodyKnows = silent !== undefined && record !== undefined && record.volumes === undefined
  return { hostId: host.id, volumes: allVolumes(told, record?.volumes ?? []), unknown: nobodyKnows ? silent : undefined }
}

/** The same for a plan, which asks no host. */
export function recordedData(hosts: readonly Host[], record: ReleaseRecord | undefined): readonly DataAtStake[] {
  return hosts.map(({ id }) => ({ hostId: id, volumes: record?.volumes ?? [], unknown: undefined }))
}
