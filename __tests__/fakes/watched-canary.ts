import { beginWatch, endStep, observe, rebase } from '../../src/domain/canary/watch.ts'
import type { Readings, Watch } from '../../src/domain/canary/watch.ts'

const BOUNDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

/** What the proxy counted of both sides until now. */
function reading(live: number, canary: number, errors: number): Readings[string] {
  const side = (total: number, bad: number) => ({
    total,
    errors: bad,
    micros: total * 21_000,
    buckets: BOUNDS.map((bound) => Math.round(total * (bound < 0.01 ? 0.1 : bound < 0.05 ? 0.9 : bound < 0.1 ? 0.985 : 1))),
  })
  return { health: 'healthy', counters: { epoch: '1', bounds: BOUNDS, live: side(live, 0), canary: side(canary, errors) } }
}

/** One that was good at its first step, and bad at its second. */
export function aWatchedCanary(host: string): Watch {
  const readings = (...counted: readonly [number, number, number]): Readings => ({ [host]: reading(...counted) })
  const begun = beginWatch(readings(0, 0, 0))
  const first = endStep(observe(begun, readings(1835, 203, 1)), { share: 10, time: 60 }, 'good')
  const second = observe(rebase(first, readings(1835, 203, 1)), readings(1962, 331, 13))
  return endStep(second, { share: 50, time: 60 }, 'bad: 12 of 128 answers were 5xx (9.4%); baseline: 0 of 127 (0.0%)')
}
