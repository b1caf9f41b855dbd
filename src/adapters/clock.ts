import { setTimeout } from 'node:timers/promises'
import { Cancelled } from '../errors.ts'
import type { Clock, Moment } from '../ports/clock.ts'

/** `signal` aborts when the run is cancelled. */
export function systemClock(signal: AbortSignal): Clock {
  return {
    now: () => Date.now() as Moment,
    elapsed: () => performance.now(),
    async sleep(ms) {
      try {
        await setTimeout(ms, undefined, { signal })
      } catch (error) {
        throw signal.aborted ? new Cancelled() : error
      }
    },
  }
}
