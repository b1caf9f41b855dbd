import type { Clock } from '../../ports/clock.ts'
import type { RoleCredentials } from '../../adapters/aws/sts/role-credentials.ts'
import type { Session } from './options.ts'

/** Milliseconds before the credentials expire: when new ones are requested, and until when the old ones are still used. */
const EARLY = 300_000
const LATE = 60_000

/**
 * One session for all clients of a run, however long that takes. Simultaneous requests wait for the same credentials, and none waits
 * for new ones while the current ones are valid for another minute: so a shorter outage of GitHub or STS has no effect.
 */
export function lasting(session: Session, clock: Pick<Clock, 'now'>): Session {
  let held: RoleCredentials | undefined
  let underWay: Promise<RoleCredentials> | undefined
  const renewed = (): Promise<RoleCredentials> => {
    underWay ??= session()
      .then((given) => (held = given))
      .finally(() => (underWay = undefined))
    return underWay
  }
  return async () => {
    const left = held === undefined ? 0 : held.expiration.getTime() - clock.now()
    if (held === undefined || left < LATE) return renewed()
    if (left < EARLY) renewed().catch(() => undefined)
    return held
  }
}
