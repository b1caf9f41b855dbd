import { RELEASES } from '../command.ts'
import type { Runner } from './lease.ts'
import type { Written } from './standing.ts'

/** A run that waits for the lease. */
export interface Waiter extends Runner {
  /** The commit that it deploys, if a commit decides that; empty otherwise. */
  readonly commit: string
  /** Increases while the run waits. */
  readonly beat: number
}

export interface Queue extends Written {
  readonly waiting: readonly Waiter[]
}

/** How often a waiting run increases its count. */
export const BEAT_MS = 12_000
/** A run whose count stands still for this long no longer waits. */
export const GONE_MS = 45_000

/** A command that restores or ends a service waits for no release. */
export function isUrgent({ command }: Pick<Runner, 'command'>): boolean {
  return !RELEASES.includes(command)
}

/** The waiting runs ahead of a run. */
export function goesAhead(mine: Runner, waiting: readonly Waiter[]): Waiter | undefined {
  return isUrgent(mine) ? undefined : waiting.find((other) => other.owner !== mine.owner && isUrgent(other))
}

/** Waiting runs that make this one superfluous if their commit descends from its commit. */
export function rivals(mine: Waiter, waiting: readonly Waiter[]): readonly Waiter[] {
  if (isUrgent(mine) || mine.commit === '') return []
  return waiting.filter((other) => other.owner !== mine.owner && !isUrgent(other) && other.commit !== '' && other.commit !== mine.commit)
}

/** Bytes of JSON, so that the queue fits into a standard parameter, which holds 4096. */
const QUEUE_LIMIT = 4000

/** The queue with this run's entry, if there is room. Without `mine`: the run has left. */
export function queued(waiting: readonly Waiter[], owner: string, mine?: Waiter): readonly Waiter[] {
  return fitting([...waiting.filter((other) => other.owner !== owner), ...(mine === undefined ? [] : [mine])])
}

/** Drops the oldest releases first, because a later one may make them superfluous. A dropped run still waits, unseen. */
function fitting(waiting: readonly Waiter[]): readonly Waiter[] {
  if (Buffer.byteLength(JSON.stringify(waiting)) <= QUEUE_LIMIT) return waiting
  const first = waiting.findIndex((one) => !isUrgent(one))
  return fitting(waiting.toSpliced(Math.max(first, 0), 1))
}
