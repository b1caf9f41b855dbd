import { RELEASES } from '../command.ts'
import type { Runner } from './lease.ts'
import type { Written } from './standing.ts'

/** A run that waits for the lease. */
export interface Waiter extends Runner {
  /** What it brings, where nothing else decides that; empty: a commit does not tell. */
  readonly commit: string
  /** Counts on while it waits. */
  readonly beat: number
}

export interface Queue extends Written {
  readonly waiting: readonly Waiter[]
}

/** How often a waiting run counts on. */
export const BEAT_MS = 12_000
/** One that has not counted on for so long waits no more. */
export const GONE_MS = 45_000

/** What brings a service back, or ends it, waits for nobody's release. */
export function isUrgent({ command }: Pick<Runner, 'command'>): boolean {
  return !RELEASES.includes(command)
}

/** Who goes ahead of a run among those that wait. */
export function goesAhead(mine: Runner, waiting: readonly Waiter[]): Waiter | undefined {
  return isUrgent(mine) ? undefined : waiting.find((other) => other.owner !== mine.owner && isUrgent(other))
}

/** The waiting runs of which one could make a run superfluous, if its commit descends from this run's. */
export function rivals(mine: Waiter, waiting: readonly Waiter[]): readonly Waiter[] {
  if (isUrgent(mine) || mine.commit === '') return []
  return waiting.filter((other) => other.owner !== mine.owner && !isUrgent(other) && other.commit !== '' && other.commit !== mine.commit)
}

/** Bytes of JSON, so that the queue fits into a standard parameter, which takes 4096. */
const QUEUE_LIMIT = 4000

/** The queue in which a run stands as it says, as far as there is room. Without `mine`: it has left. */
export function queued(waiting: readonly Waiter[], owner: string, mine?: Waiter): readonly Waiter[] {
  return fitting([...waiting.filter((other) => other.owner !== owner), ...(mine === undefined ? [] : [mine])])
}

/** Without the releases that came first, as a later one may make them superfluous. Who is left out waits all the same, and is not seen. */
function fitting(waiting: readonly Waiter[]): readonly Waiter[] {
  if (Buffer.byteLength(JSON.stringify(waiting)) <= QUEUE_LIMIT) return waiting
  const first = waiting.findIndex((one) => !isUrgent(one))
  return fitting(waiting.toSpliced(Math.max(first, 0), 1))
}
