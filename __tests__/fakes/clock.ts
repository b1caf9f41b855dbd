import type { Clock } from '../../src/ports/clock.ts'

/** A clock that stands still but for sleeping, and takes note of each sleep. */
export interface FakeClock extends Clock {
  readonly slept: number[]
  pass(ms: number): void
}

export function fakeClock(start = Date.UTC(2026, 0, 1)): FakeClock {
  let now = start
  const slept: number[] = []
  return {
    slept,
    now: () => now,
    pass: (ms) => void (now += ms),
    async sleep(ms) {
      slept.push(ms)
      now += ms
    },
  }
}
