import { Cancelled } from '../errors.ts'
import { momentOf } from '../ports/clock.ts'
import type { Clock, Moment, TimeLimit } from '../ports/clock.ts'

export function now(): Moment {
  return momentOf(Date.now())
}

export const timeLimit: TimeLimit = (seconds) => AbortSignal.timeout(seconds * 1000)

/** `signal` aborts when the run is cancelled. */
export function systemClock(signal: AbortSignal): Clock {
  return {
    now,
    elapsed: () => performance.now(),
    async sleep(ms) {
      // Only a run that waits loads it.
      const { setTimeout } = await import('node:timers/promises')
      try {
        await setTimeout(ms, undefined, { signal })
      } catch (error) {
        throw signal.aborted ? new Cancelled() : error
      }
    },
  }
}
