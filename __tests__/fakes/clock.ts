import { Cancelled } from '../../src/errors.ts'
import { momentOf } from '../../src/ports/clock.ts'
import type { Clock } from '../../src/ports/clock.ts'

/** A clock that moves only while sleeping, and records each sleep. */
export interface FakeClock extends Clock {
  readonly slept: number[]
  pass(ms: number): void
}

export function fakeClock(): FakeClock {
  let now = Date.UTC(2026, 0, 1)
  const slept: number[] = []
  return {
    slept,
    now: () => momentOf(now),
    elapsed: () => now,
    pass: (ms) => void (now += ms),
    async sleep(ms) {
      slept.push(ms)
      now += ms
    },
  }
}

export interface VirtualClock extends Clock {
  pass(ms: number): void
  /** Sets the wall clock this much ahead, or back. */
  set(ms: number): void
}

/** A clock for several simultaneous sleepers: when all of them sleep, it moves to the first one's wake-up time. Sleepers wake when `signal` aborts. */
export function virtualClock(signal: AbortSignal): VirtualClock {
  let now = Date.UTC(2026, 10, 23, 12)
  let ahead = 0
  let woken = false
  const sleepers: { readonly at: number; readonly wake: (error?: Error) => void }[] = []
  signal.addEventListener('abort', () => {
    for (const { wake } of sleepers.splice(0)) wake(new Cancelled())
  })
  const next = (): void => {
    woken = false
    const [first] = sleepers.toSorted((a, b) => a.at - b.at)
    if (!first) return
    sleepers.splice(sleepers.indexOf(first), 1)
    now = Math.max(now, first.at)
    first.wake()
    soon()
  }
  const soon = (): void => {
    if (!woken) setImmediate(next)
    woken = true
  }
  return {
    now: () => momentOf(now + ahead),
    elapsed: () => now,
    pass: (ms) => void (now += ms),
    set: (ms) => void (ahead += ms),
    async sleep(ms) {
      if (signal.aborted) throw new Cancelled()
      await new Promise<void>((resolve, reject) => {
        sleepers.push({ at: now + ms, wake: (error) => (error ? reject(error) : resolve()) })
        soon()
      })
    },
  }
}
