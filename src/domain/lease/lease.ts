import type { Command } from '../command.ts'
import type { Version, Written } from './standing.ts'
import { DAY } from '../duration.ts'

/** A run that holds, or waits for, the lease of a service. */
export interface Runner {
  /** Identifies one process by run, attempt and a random part: `1234/1/<uuid>`. Two jobs of one run are two owners. */
  readonly owner: string
  readonly command: Command
  readonly actor: string
  readonly runUrl: string
}

/** The content of the lease's parameter. */
export interface Lease extends Written, Runner {
  /** See `tokenOf`; 0 in the first version of a parameter, because its writer does not know yet when AWS accepts it. */
  readonly token: number
  /** The holder has released it. */
  readonly free: boolean
  /** Counts the holder's writes, so that no two are equal. */
  readonly beat: number
}

/** How long a run must see the same version, by its own clock, before it takes over the lease. */
export const EXPIRY_MS = 90_000
export const RENEW_MS = 30_000
/** A failed renewal is soon tried again. */
export const RETRY_MS = 5000
/**
 * How long a run continues after it requested its last renewal. Others take over the lease 90 s after that renewal at the earliest, so a request that
 * the run sends until then has 15 s to arrive, the time limit of a request.
 */
export const STOP_MS = 75_000

/**
 * How far a token can be ahead of AWS's clock, in milliseconds: if that clock stands still, claims increase the token by one. No claim produces a
 * token further ahead, and increasing such a token would soon exceed any exact number.
 */
const AHEAD_MS = DAY

/** The token of a claim over a version. It is higher than that version's own token, even if AWS's clock stood still or went back. */
export function nextToken(found: Version<Lease>): number {
  return Math.max(found.at, tokenOf(found)) + 1
}

/**
 * The fencing token: hosts and record refuse one that is lower than the highest they have seen. It is a time of AWS's clock, in milliseconds since
 * the epoch, not a version number, so that tokens keep growing even if the parameter was deleted, and its versions start again.
 */
export function tokenOf({ at, value }: Version<Lease>): number {
  return Math.min(value.token || at, at + AHEAD_MS)
}

/** Describes the holder's work to others. */
export const DOES: Readonly<Record<Command, string>> = {
  deploy: 'deploys this service',
  preview: 'serves a pull request as this service',
  promote: 'promotes a release to this service',
  rollback: 'rolls this service back',
  restart: 'restarts this service',
  doctor: 'examines this service',
  freeze: 'freezes this service',
  unfreeze: 'ends the freeze of this service',
  steer: 'steers a canary of this service',
  schedule: 'starts or stops the hosts of this service',
  destroy: 'destroys this service',
  sweep: 'removes this preview',
  plan: 'plans for this service',
  metrics: 'measures the releases of this service',
  status: 'asks for the status of this service',
  logs: 'reads the logs of this service',
  comment: 'reads a comment about this service',
}

/** Such as `run 4711 of ada (https://...)`. */
export function describeRunner({ owner, actor, runUrl }: Runner): string {
  return `run ${owner.split('/')[0]} of ${actor} (${runUrl})`
}
