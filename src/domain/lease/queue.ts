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

/** The queue in which a run stands as it says, without those that are gone. Without `mine`: it has left. */
export function queued(waiting: readonly Waiter[], owner: string, mine?: Waiter): readonly Waiter[] {
  return [...waiting.filter((other) => other.owner !== owner), ...(mine === undefined ? [] : [mine])]
}
