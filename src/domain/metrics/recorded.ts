import type { Attempt, ReleaseRecord } from '../release/record.ts'
import { isReturned, kindOf } from './delivery.ts'
import type { Delivery } from './delivery.ts'

/** An environment's data in its record. */
export interface Recorded {
  /** The newest version. */
  readonly record: ReleaseRecord | undefined
  readonly deliveries: readonly Delivery[]
  /** Time of the oldest remaining version; missing if there is none. */
  readonly since?: number
  /** Older versions existed. */
  readonly cut: boolean
}

/** `history`: the record's versions in Parameter Store, newest first. */
export function recordedDeliveries(history: readonly ReleaseRecord[]): Recorded {
  const known = history.filter(({ attempt }) => Number.isFinite(Date.parse(attempt.at)))
  const oldest = known.at(-1)
  return {
    record: history[0],
    deliveries: known.flatMap((record) => deliveryOf(record) ?? []),
    ...(oldest && { since: startOf(oldest.attempt) }),
    cut: (history.at(-1)?.version ?? 1) > 1,
  }
}

function startOf({ at, seconds }: Attempt): number {
  return Math.max(0, Date.parse(at) - seconds * 1000)
}

function deliveryOf({ environment, attempt, version = 0 }: ReleaseRecord): Delivery | undefined {
  const kind = kindOfAttempt(attempt)
  if (kind === undefined) return undefined
  const { release, commit, actor, runUrl, cause } = attempt
  const times = timesOf(attempt)
  return {
    id: `${environment}/${version}/${attempt.at}`,
    environment,
    kind,
    release,
    commit,
    actor,
    runUrl,
    cause,
    ...times,
    returned: isReturned(attempt),
  }
}

/** `undefined`: the run released nothing, such as one that froze the service. */
function kindOfAttempt({ command, outcome, cause }: Attempt): Delivery['kind'] | undefined {
  if (cause === '' && !['deployed', 'rolled-back', 'restarted'].includes(outcome)) return undefined
  if (command !== undefined) return kindOf(command)
  if (cause !== '') return 'change'
  return outcome === 'rolled-back' ? 'rollback' : outcome === 'restarted' ? 'restart' : 'change'
}

function timesOf(attempt: Attempt) {
  const { at, committedAt = '', reached, served, canary, cause } = attempt
  const [startedAt, endedAt] = [startOf(attempt), Date.parse(at)]
  const committed = Date.parse(committedAt)
  // Nothing of a run is after its end, whatever durations its hosts reported.
  const after = (seconds: number): number => Math.min(endedAt, startedAt + seconds * 1000)
  return {
    startedAt,
    endedAt,
    ...(Number.isFinite(committed) && { committedAt: committed }),
    ...(reached !== undefined && { reachedAt: after(reached) }),
    ...(served !== undefined && cause === '' && { servedAt: after(served) }),
    ...(canary !== undefined && { canary }),
  }
}
