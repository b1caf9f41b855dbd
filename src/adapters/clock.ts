import { setTimeout } from 'node:timers/promises'
import { Cancelled } from '../errors.ts'
import { momentOf } from '../ports/clock.ts'
import type { Clock } from '../ports/clock.ts'

/** `signal` aborts when the run is cancelled. */
export function systemClock(signal: AbortSignal): Clock {
  return {
    now: () => momentOf(Date.now()),
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
