import type { Clock } from '../../ports/clock.ts'
import type { RoleCredentials } from '../../adapters/aws/sts/role-credentials.ts'
import type { Session } from './options.ts'

/** Milliseconds before the credentials expire: when new ones are requested, and until when the old ones are still used. */
const EARLY = 300_000
const LATE = 60_000

interface LastingSpec {
  readonly clock: Pick<Clock, 'now' | 'elapsed'>
  /** Seconds for which credentials are requested. */
  readonly seconds: number
}

interface Held {
  readonly credentials: RoleCredentials
  /** Milliseconds that are left of them. */
  left(): number
}

/**
 * One session for all clients of a run, however long that takes. Simultaneous requests wait for the same credentials, and none waits
 * for new ones while the current ones are valid for another minute: so a shorter outage of GitHub or STS has no effect.
 */
export function lasting(session: Session, spec: LastingSpec): Session {
  let held: Held | undefined
  let underWay: Promise<RoleCredentials> | undefined
  const renewed = (): Promise<RoleCredentials> => {
    underWay ??= hold(session, spec)
      .then((given) => (held = given).credentials)
      .finally(() => (underWay = undefined))
    return underWay
  }
  const current = async (): Promise<RoleCredentials> => {
    const left = held?.left() ?? 0
    if (held === undefined || left < LATE) return renewed()
    if (left < EARLY) renewed().catch(() => undefined)
    return held.credentials
  }
  // Otherwise, each client would keep them for itself, until the wall clock shows that they expire.
  return Object.assign(current, { memoized: true })
}

/** Counts their time from the request, by the clock that measured more: the wall clock can be set, and the other one stops in a suspended machine. */
async function hold(session: Session, { clock, seconds }: LastingSpec): Promise<Held> {
  const [now, elapsed] = [clock.now(), clock.elapsed()]
  const credentials = await session()
  const valid = validity(credentials.expiration.getTime() - now, seconds * 1000)
  return { credentials, left: () => valid - Math.max(clock.now() - now, clock.elapsed() - elapsed) }
}

/** In milliseconds. A runner whose clock is wrong would see more than was requested, or none. */
function validity(seen: number, requested: number): number {
  return seen > 0 ? Math.min(seen, requested) : requested
}
