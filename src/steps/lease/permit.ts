import { STOP_MS } from '../../domain/lease/lease.ts'
import { DeployError } from '../../errors.ts'
import type { Clock } from '../../ports/clock.ts'
import type { ClockReading, Permit } from '../../ports/permit.ts'

const UNRENEWED = 'the lease was not renewed for so long that another run may have it'

/** A lost lease stays lost: Parameter Store may still return the old value, but other runs may have started because this one was silent. */
export function leasePermit(clock: Pick<Clock, 'now' | 'elapsed'>): Permit {
  const gone = new AbortController()
  let since: ClockReading | undefined
  const lose = (reason: string): Error => {
    if (!gone.signal.aborted) gone.abort(leaseLost(reason))
    return gone.signal.reason as Error
  }
  return {
    signal: gone.signal,
    lost() {
      if (gone.signal.aborted) return gone.signal.reason as Error
      return since !== undefined && passed(clock, since) > STOP_MS ? lose(UNRENEWED) : undefined
    },
    holds: () => since !== undefined,
    held: (at) => void (since = at),
    lose,
    released: () => void (since = undefined),
  }
}

/** By the clock that measured more time. */
function passed(clock: Pick<Clock, 'now' | 'elapsed'>, since: ClockReading): number {
  return Math.max(clock.elapsed() - since.elapsed, clock.now() - since.now)
}

/** Both clocks, now. */
export function readClocks(clock: Pick<Clock, 'now' | 'elapsed'>): ClockReading {
  return { elapsed: clock.elapsed(), now: clock.now() }
}

function leaseLost(reason: string): DeployError {
  return new DeployError('lease-lost', `This run stopped: ${reason}.`, {
    hint: 'Look at `command: status`. If the other run did not deploy what you need, run this again.',
  })
}
