import { hostIdsOf } from '../release/record.ts'
import type { ReleaseRecord } from '../release/record.ts'
import type { ServiceStatus } from './result.ts'

/** What a host says; in words, why it says nothing. */
interface View {
  readonly hostId: string
  readonly status: Pick<ServiceStatus, 'release' | 'serving' | 'drift'> | string
}

/** Where hosts and record are apart, a sentence each, with the command that heals it. Of a host that says nothing, nothing is known. */
export function driftOf(record: ReleaseRecord | undefined, views: readonly View[]): readonly string[] {
  return views.flatMap(({ hostId, status }) => driftOn(record, status, views.length > 1 ? hostId : undefined)).map(healed)
}

/** Recorded hosts that are not among those which are there, in the same way. */
export function goneHosts(record: ReleaseRecord | undefined, hostIds: readonly string[]): readonly string[] {
  const gone = hostIds.length === 0 ? [] : hostIdsOf(record).filter((id) => !hostIds.includes(id))
  return gone.map((id) => healed(`${id} is recorded but does not exist`))
}

function healed(drift: string): string {
  return `${drift}; command: deploy fixes it`
}

/** `host`: undefined where there is only one. */
function driftOn(record: ReleaseRecord | undefined, status: View['status'], host: string | undefined): string[] {
  if (typeof status === 'string') return []
  const words = (status.drift ?? []).map((drift) => (host === undefined ? drift : `${host}: ${drift}`))
  if (!record || status.serving === record.digest) return words
  return [...words, `${host ?? 'the host'} serves ${status.release || 'nothing'}, but ${record.release} is recorded`]
}
