import { describe, expect, it } from '@jest/globals'
import { EMPTY_WINDOW, grow, mean, quantile, slowerThan } from '../../../src/domain/canary/window.ts'
import type { Counters, Counts } from '../../../src/domain/canary/window.ts'

const BOUNDS = [0.1, 1]

function counters(live: [number, number, number[]], canary: [number, number, number[]], epoch = '1'): Counters {
  const side = ([total, errors, buckets]: [number, number, number[]]) => ({ total, errors, micros: total * 1000, buckets })
  return { epoch, bounds: live[2].length > 0 ? BOUNDS : [], live: side(live), canary: side(canary) }
}

describe('grow', () => {
  const before = counters([100, 10, [90, 100]], [10, 1, [9, 10]])

  it('adds what was between two looks, to both sides', () => {
    const after = counters([150, 12, [130, 149]], [30, 4, [25, 30]])
    const once = grow(EMPTY_WINDOW, before, after)
    expect(once).toEqual({
      bounds: BOUNDS,
      baseline: { total: 50, errors: 2, micros: 50_000, timed: 50, buckets: [40, 49] },
      canary: { total: 20, errors: 3, micros: 20_000, timed: 20, buckets: [16, 20] },
    })
    expect(grow(once, before, after).canary).toMatchObject({ total: 40, errors: 6, timed: 40, buckets: [32, 40] })
  })

  it('counts restarted counters from zero, and never decreases', () => {
    const anew = counters([5, 0, [5, 5]], [2, 1, [1, 2]])
    expect(grow(EMPTY_WINDOW, before, anew)).toMatchObject({ baseline: { total: 5, errors: 0 }, canary: { total: 2, errors: 1 } })
    const overtaken = counters([200, 0, [200, 200]], [20, 0, [20, 20]], '2')
    expect(grow(EMPTY_WINDOW, before, overtaken)).toMatchObject({ baseline: { total: 200, errors: 0 }, canary: { total: 20 } })
  })

  it('counts no durations while the canary warms up', () => {
    const { canary } = grow(EMPTY_WINDOW, before, counters([150, 12, [130, 149]], [30, 4, [25, 30]]), false)
    expect(canary).toEqual({ total: 20, errors: 3, micros: 0, timed: 0, buckets: [] })
  })

  it('begins with a proxy that has counted nothing yet', () => {
    const nothing = counters([0, 0, []], [0, 0, []])
    expect(grow(grow(EMPTY_WINDOW, nothing, nothing), nothing, before)).toMatchObject({ bounds: BOUNDS, canary: { total: 10, timed: 10 } })
  })

  it('leaves out the durations of a proxy with other buckets', () => {
    const other = { ...counters([150, 12, [130, 149]], [30, 4, [25, 30]]), bounds: [0.2, 2] }
    const grown = grow(grow(EMPTY_WINDOW, before, before), before, other)
    expect(grown.canary).toMatchObject({ total: 20, timed: 0 })
  })
})

describe('durations', () => {
  const counts: Counts = { total: 100, errors: 0, micros: 20_000_000, timed: 100, buckets: [50, 90] }

  it.each([
    [0.25, 0.05],
    [0.5, 0.1],
    [0.7, 0.55],
    [0.9, 1],
    [0.99, Infinity],
  ])('the quantile %d is %d s', (q, seconds) => {
    expect(quantile(BOUNDS, counts, q)).toBeCloseTo(seconds, 9)
  })

  it('on average, and beyond a bound', () => {
    expect(mean(counts)).toBeCloseTo(0.2, 9)
    expect([slowerThan(counts, 0), slowerThan(counts, 1)]).toEqual([50, 10])
    const none: Counts = { total: 0, errors: 0, micros: 0, timed: 0, buckets: [] }
    expect([mean(none), quantile(BOUNDS, none, 0.99), slowerThan(none, 0)]).toEqual([0, 0, 0])
  })
})
