import { describe, expect, it } from '@jest/globals'
import { canaryTable, describeCost } from '../../../src/domain/canary/table.ts'
import { beginWatch, blastRadius, describeStep, endStep, lookAt, observe, rebase } from '../../../src/domain/canary/watch.ts'
import type { CanaryReading, Watch } from '../../../src/domain/canary/watch.ts'
import { aCanarySpec } from '../../fakes/samples.ts'

const SPEC = aCanarySpec({ steps: [] })
const STEP = { share: 10, time: 60 }

/** A host whose two sides answered so many requests so far, all in 20 ms. */
function reading(baseline: number, canary: number, errors = 0, health: CanaryReading['health'] = 'healthy'): CanaryReading {
  const side = (total: number, bad: number) => ({ total, errors: bad, micros: total * 20_000, buckets: [0, total] })
  return { health, counters: { epoch: '1', bounds: [0.01, 0.025], live: side(baseline, 0), canary: side(canary, errors) } }
}

describe('a watch', () => {
  const begun = beginWatch({ a: reading(1000, 0), b: reading(500, 7) })

  it('adds the hosts up, and takes the worst health', () => {
    const watch = observe(begun, { a: reading(1090, 10), b: reading(590, 17, 2, 'unhealthy') })
    expect(watch.window).toMatchObject({ baseline: { total: 180 }, canary: { total: 20, errors: 2 } })
    expect(watch.health).toBe('unhealthy')
    expect(observe(watch, { a: reading(1090, 10, 0, 'exited'), b: reading(590, 17, 2, 'unhealthy') }).health).toBe('exited')
  })

  it('passes over a look that the proxy did not answer', () => {
    const deaf = observe(begun, { a: { health: 'healthy', counters: undefined }, b: reading(590, 17) })
    expect(deaf.window.canary.total).toBe(10)
    expect(observe(deaf, { a: reading(1090, 10), b: reading(590, 17) }).window.canary.total).toBe(20)
  })

  it('looks only when there is something new to see, or time is up, or it is ill', () => {
    const at = (canary: number, watch: Watch): Watch => observe(watch, { a: reading(9000, canary), b: reading(500, 7) })
    const few = lookAt(at(19, begun), SPEC, false)
    expect([few.watch.looks, few.verdict.kind]).toEqual([0, 'continue'])
    const first = lookAt(at(20, begun), SPEC, false).watch
    expect([first.looks, first.lookedAt]).toEqual([1, 20])
    expect(lookAt(at(24, first), SPEC, false).watch.looks).toBe(1)
    expect(lookAt(at(25, first), SPEC, false).watch.looks).toBe(2)
    expect(lookAt(at(24, first), SPEC, true)).toMatchObject({ watch: { looks: 2 }, verdict: { kind: 'inconclusive' } })
    expect(lookAt({ ...first, health: 'exited' }, SPEC, false).verdict).toMatchObject({ kind: 'bad', cause: 'canary-died' })
  })

  it('begins each step with a window of its own, and counts looks through all of them', () => {
    const first = lookAt(observe(begun, { a: reading(1900, 100, 1) }), SPEC, true).watch
    const second = endStep(first, STEP, 'good')
    expect(second).toMatchObject({
      step: 1,
      looks: 1,
      lookedAt: 0,
      window: { canary: { total: 0 } },
      done: [{ share: 10, verdict: 'good' }],
    })
    const shifted = observe(rebase(second, { a: reading(1990, 150, 1) }), { a: reading(2040, 200, 4) })
    expect(shifted.window).toMatchObject({ baseline: { total: 50 }, canary: { total: 50, errors: 3 } })
    const done = endStep(shifted, { share: 50, time: 60 }, 'bad')
    expect(blastRadius(done)).toEqual({ errors: 4, canary: 150, all: 1100 })
    expect(describeCost(done)).toBe(
      'The canary got 150 of 1100 requests and answered 4 of them with 5xx. Without the canary, about 16 would have failed in the same time.',
    )
    expect(describeCost({ ...done, promoted: true })).toBe('The canary got 150 of 1100 requests and answered 4 of them with 5xx.')
    expect(canaryTable(done).verdicts).toEqual(['10% good', '50% bad'])
    expect(canaryTable(done).rows).toEqual([
      ['10%', 'baseline', '900', '0 (0.0%)', '20 ms', '18 ms', '25 ms'],
      ['10%', 'canary', '100', '1 (1.0%)', '20 ms', '18 ms', '25 ms'],
      ['50%', 'baseline', '50', '0 (0.0%)', '20 ms', '18 ms', '25 ms'],
      ['50%', 'canary', '50', '3 (6.0%)', '20 ms', '18 ms', '25 ms'],
    ])
  })

  it('has no columns of durations if it ended within its warm-up', () => {
    const early = endStep(observe(begun, { a: reading(1900, 100, 9) }, false), STEP, 'bad: 9 of 100')
    expect(canaryTable(early)).toMatchObject({
      head: ['Share', 'Side', 'Requests', '5xx'],
      rows: [
        ['10%', 'baseline', '900', '0 (0.0%)'],
        ['10%', 'canary', '100', '9 (9.0%)'],
      ],
    })
  })

  it('is described without numbers if no host was asked', () => {
    expect(describeCost(endStep(begun, STEP, 'inconclusive'))).toBe('The service got no requests in the meantime.')
  })

  it('is described in one line', () => {
    const watch = observe(begun, { a: reading(1900, 100, 1) })
    expect(describeStep(STEP, watch)).toBe('canary 10%: 100 requests, 1.0% 5xx (baseline 0.0%), p99 25 ms (baseline 25 ms)')
    expect(describeStep(STEP, begun)).toBe('canary 10%: no requests yet')
  })
})
