import { hostIdsOf } from '../release/record.ts'
import type { ReleaseRecord } from '../release/record.ts'
import type { ServiceStatus } from './result.ts'

/** A host and its status, or why it has none. */
interface View {
  readonly hostId: string
  readonly status: Pick<ServiceStatus, 'release' | 'serving' | 'drift'> | string
}

/** Drift between hosts and record, a sentence each, with the command that fixes it. A host without an answer has no known drift. */
export function driftOf(record: ReleaseRecord | undefined, views: readonly View[]): readonly string[] {
  return views.flatMap(({ hostId, status }) => driftOn(record, status, views.length > 1 ? hostId : undefined)).map(healed)
}

/** Recorded hosts that no longer exist, in the same way. */
export function goneHosts(record: ReleaseRecord | undefined, hostIds: readonly string[]): readonly string[] {
  const gone = hostIds.length === 0 ? [] : hostIdsOf(record).filter((id) => !hostIds.includes(id))
  return gone.map((id) => healed(`${id} is recorded but does not exist`))
}

function healed(drift: string): string {
  return `${drift}; command: deploy fixes it`
}

/** `host`: undefined if there is only one. */
function driftOn(record: ReleaseRecord | undefined, status: View['status'], host: string | undefined): string[] {
  if (typeof status === 'string') return []
  const words = status.drift.map((drift) => (host === undefined ? drift : `${host}: ${drift}`))
  if (!record || status.serving === record.digest) return words
  return [...words, `${host ?? 'the host'} serves ${status.release || 'nothing'}, but ${record.release} is recorded`]
}
