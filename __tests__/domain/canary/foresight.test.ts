import { expect, it } from '@jest/globals'
import { foresee } from '../../../src/domain/canary/foresight.ts'
import type { CanarySpec } from '../../../src/domain/canary/judge.ts'
import { looksUntil } from '../../../src/domain/canary/watch.ts'
import { aCanarySpec } from '../../fakes/samples.ts'

const SPEC = aCanarySpec({
  steps: [
    { share: 10, time: 120 },
    { share: 50, time: 300 },
  ],
})
const seen = (rate: number, spec: CanarySpec = SPEC) => foresee(spec, rate).map(({ requests, notices }) => [requests, notices])

it('says how many requests the canary will answer, and that too few of them decide nothing', () => {
  expect(seen(0)).toEqual([
    [0, undefined],
    [0, undefined],
  ])
  expect(seen(1)).toEqual([
    [12, undefined],
    [150, expect.any(Number)],
  ])
  expect(seen(1, { ...SPEC, minRequests: 12 })[0]).toEqual([12, expect.any(Number)])
})

it('says which share of errors it will notice: less, the more requests come, and never more than the limit', () => {
  const shares = [5, 10, 50, 200, 1000].map((rate) => foresee(SPEC, rate)[0]?.notices ?? 1)
  expect(shares).toEqual(shares.toSorted((a, b) => b - a))
  expect(shares[0]).toBeLessThan(0.11)
  expect(shares.at(-1)).toBeLessThan(0.005)
  // docs/canary.md: a difference of 2% is seen after 380 to 600 requests, one of 10% after 45 to 95.
  expect(foresee(SPEC, 40)[0]).toMatchObject({ requests: 480, notices: expect.closeTo(0.015, 2) })
})

it('expects nothing of a dark start', () => {
  expect(seen(100, { ...SPEC, steps: [{ share: 0, time: 600 }] })).toEqual([[0, undefined]])
})

it.each([
  [0, 1],
  [19, 1],
  [20, 2],
  [25, 3],
  [1000, 19],
])('a canary of %d requests is looked at %d times', (requests, looks) => {
  expect(looksUntil(requests)).toBe(looks)
})
