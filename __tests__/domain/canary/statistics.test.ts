import { describe, expect, it } from '@jest/globals'
import { above, moreThan } from '../../../src/domain/canary/statistics.ts'

describe('moreThan', () => {
  it.each([
    ['the lady tasting tea, all right', [4, 4], [0, 4], 1 / 70],
    ['the lady tasting tea, one wrong', [3, 4], [1, 4], 17 / 70],
    ['one of 10 against none of 90', [1, 10], [0, 90], 0.1],
    ['two of 10 against none of 90', [2, 10], [0, 90], (10 * 9) / (100 * 99)],
    ['as many', [5, 10], [5, 10], 1],
    ['fewer', [1, 10], [5, 10], 1],
    ['nothing at all', [0, 0], [0, 0], 1],
    ['all of everything', [10, 10], [90, 90], 1],
  ])('%s', (_, [hits = 0, of = 0], [hitsB = 0, ofB = 0], chance) => {
    expect(moreThan({ hits, of }, { hits: hitsB, of: ofB })).toBeCloseTo(chance, 12)
  })

  it('sums to what the whole distribution leaves', () => {
    // P(X >= 3), 8 hits among 20 and 30, term by term
    const choose = (n: number, k: number): number => (k === 0 ? 1 : (choose(n - 1, k - 1) * n) / k)
    const terms = [4, 5, 6, 7, 8].map((x) => (choose(20, x) * choose(30, 8 - x)) / choose(50, 8))
    expect(moreThan({ hits: 4, of: 20 }, { hits: 4, of: 30 })).toBeCloseTo(
      terms.reduce((a, b) => a + b),
      12,
    )
  })

  it('is exact for millions of requests, and quick', () => {
    // Near the normal distribution: 3 standard deviations.
    const chance = moreThan({ hits: 10_424, of: 1_000_000 }, { hits: 10_000, of: 1_000_000 })
    expect(chance).toBeGreaterThan(0.001)
    expect(chance).toBeLessThan(0.002)
  })
})

describe('above', () => {
  it.each([
    [8, 10, 0.5, 56 / 1024],
    [10, 10, 0.5, 1 / 1024],
    [5, 10, 0.5, 1],
    [1, 10, 0, 0],
    [0, 10, 0, 1],
    [10, 10, 1, 1],
  ])('%i of %i at a limit of %d', (hits, of, limit, chance) => {
    expect(above({ hits, of }, limit)).toBeCloseTo(chance, 12)
  })
})
