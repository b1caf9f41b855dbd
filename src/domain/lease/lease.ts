import type { Command } from '../command.ts'
import type { Version, Written } from './standing.ts'

/** A run that holds, or waits for, the lease of a service. */
export interface Runner {
  /** Of one process: run, attempt and a random part, `1234/1/<uuid>`. Two jobs of one run are two. */
  readonly owner: string
  readonly command: Command
  readonly actor: string
  readonly runUrl: string
}

/** What the parameter of the lease says. */
export interface Lease extends Written, Runner {
  /** See `tokenOf`; 0 in the first version of a parameter, whose writer does not know yet when AWS took it. */
  readonly token: number
  /** Nobody holds it: its holder gave it up. */
  readonly free: boolean
  /** Counts the holder's writes, so that no two of them are equal. */
  readonly beat: number
}

/** How long a run has to see the same version, by its own clock, before it takes the lease over. */
export const EXPIRY_MS = 90_000
export const RENEW_MS = 30_000
/** A renewal that failed is tried again soon. */
export const RETRY_MS = 5000
/**
 * How long after its last renewal was asked for a run goes on. Others take the lease over 90 s after that renewal at the earliest, so what was
 * asked for until then has 15 s to arrive, as long as a request waits for its answer.
 */
export const STOP_MS = 75_000

/**
 * How far a token can be ahead of AWS's clock, in milliseconds: where that stands still, claims count on by one. No claim made one that is further ahead, and
 * counting on from it, tokens would soon be numbers that nobody reads.
 */
const AHEAD_MS = 24 * 3_600_000

/** The token of who claims the lease over a version. It is higher than that version's own also where AWS's clock stood still or went back since. */
export function nextToken(found: Version<Lease>): number {
  return Math.max(found.at, tokenOf(found)) + 1
}

/**
 * The fencing token: hosts and record refuse a lower one than they have seen. It is a time of AWS's clock, in milliseconds since the epoch, and no version's
 * number, so that tokens go on growing also where the parameter was deleted, and its versions begin anew.
 */
export function tokenOf({ at, value }: Version<Lease>): number {
  return Math.min(value.token || at, at + AHEAD_MS)
}

/** How the holder's work is told to others. */
export const DOES: Readonly<Record<Command, string>> = {
  deploy: 'deploys this service',
  preview: 'serves a pull request as this service',
  promote: 'promotes a release to this service',
  rollback: 'rolls this service back',
  restart: 'restarts this service',
  freeze: 'freezes this service',
  unfreeze: 'ends the freeze of this service',
  destroy: 'destroys this service',
  sweep: 'removes this preview',
  plan: 'plans for this service',
  status: 'asks for the status of this service',
}

export function describeRunner({ owner, actor, runUrl }: Runner): string {
  return `run ${owner.split('/')[0]} of ${actor} (${runUrl})`
}
