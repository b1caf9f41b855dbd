import { describe, expect, it } from '@jest/globals'
import { play, randomFrom } from '../../../scripts/canary/canary-simulation.ts'
import type { Play } from '../../../scripts/canary/canary-simulation.ts'
import { FALSE_ALARMS, judge } from '../../../src/domain/canary/judge.ts'
import type { CanarySpec, Look } from '../../../src/domain/canary/judge.ts'
import { EMPTY_WINDOW, grow } from '../../../src/domain/canary/window.ts'
import type { Counters, Counts, Window } from '../../../src/domain/canary/window.ts'
import { aCanarySpec } from '../../fakes/samples.ts'

const SPEC = aCanarySpec()
const BOUNDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

/** All requests took `seconds`, but the share `tail` of them that took a second. */
function side(total: number, errors = 0, seconds = 0.02, tail = 0): Counts {
  const slow = Math.round(total * tail)
  const buckets = BOUNDS.map((bound) => (bound >= seconds ? total - slow : 0) + (bound >= 1 ? slow : 0))
  return { total, errors, timed: total, micros: ((total - slow) * seconds + slow) * 1e6, buckets }
}

/** Both sides as seen by three looks at the counters of a proxy that was restarted between the second and the third. */
function begunAnew(errors: number): [Counts, Counts] {
  const at = (epoch: string, total: number): Counters => ({
    epoch,
    bounds: BOUNDS,
    live: side(9 * total),
    canary: side(total, Math.round(total * errors)),
  })
  const before = at('1', 4000)
  const { baseline, canary } = grow(grow(EMPTY_WINDOW, at('1', 3000), before), before, at('2', 500))
  return [canary, baseline]
}

function look(canary: Counts, baseline: Counts, changes: Partial<Look> = {}): Look {
  const window: Window = { bounds: BOUNDS, baseline, canary }
  return { window, health: 'healthy', number: 5, ended: true, dark: false, ...changes }
}

describe('judge', () => {
  it.each<[string, Look, Partial<CanarySpec>, string]>([
    ['no traffic', look(side(0), side(0)), {}, 'inconclusive'],
    ['no traffic yet', look(side(0), side(0), { ended: false }), {}, 'continue'],
    ['too few for the canary', look(side(49), side(500)), {}, 'inconclusive'],
    ['too few for the baseline', look(side(500), side(49)), {}, 'inconclusive'],
    ['nobody at a dark start', look(side(0), side(500), { dark: true }), {}, 'good'],
    ['errors of its testers at a dark start', look(side(40, 20), side(500), { dark: true }), {}, 'canary-errors'],
    ['a process that exited at a dark start', look(side(0), side(500), { dark: true, health: 'exited' }), {}, 'canary-died'],
    ['just enough', look(side(50), side(450)), {}, 'good'],
    ['equal and good', look(side(1000), side(9000)), {}, 'good'],
    ['equal and good, its time not over', look(side(1000), side(9000), { ended: false }), {}, 'continue'],
    ['one error', look(side(100, 1), side(900)), {}, 'good'],
    ['one error, at the first look', look(side(20, 1), side(2000), { number: 1, ended: false }), {}, 'continue'],
    ['two errors of two', look(side(2, 2), side(10_000), { number: 1, ended: false }), {}, 'continue'],
    ['equal and bad in both', look(side(1000, 50), side(9000, 450)), {}, 'good'],
    ['better than the baseline', look(side(1000, 5), side(9000, 450)), {}, 'good'],
    ['errors in both, the canary worse', look(side(1000, 80), side(9000, 180)), {}, 'canary-errors'],
    ['errors in the canary only', look(side(200, 10), side(1800), { ended: false }), {}, 'canary-errors'],
    ['all answers are errors', look(side(20, 20), side(180), { number: 1, ended: false }), {}, 'canary-errors'],
    ['a certain difference of nothing', look(side(1e7, 10_600), side(1e7, 10_000)), {}, 'good'],
    ['above the limit, as the baseline', look(side(1000, 150), side(9000, 1350)), {}, 'canary-errors'],
    ['above the limit by luck, before the end', look(side(20, 3), side(180, 20), { ended: false }), {}, 'continue'],
    ['above a limit of none', look(side(1000, 3), side(9000, 27), { ended: false }), { maxErrorShare: 0 }, 'canary-errors'],
    ['slower, all of it', look(side(300, 0, 0.12), side(2700)), {}, 'canary-slow'],
    ['slower, a tail of 5%', look(side(1000, 0, 0.02, 0.05), side(9000)), {}, 'canary-slow'],
    ['slower, a tail that the baseline has, too', look(side(1000, 0, 0.02, 0.05), side(9000, 0, 0.02, 0.05)), {}, 'good'],
    ['slower by 1 ms over a bound, for certain', look(side(1e6, 0, 0.0255), side(9e6, 0, 0.0245)), {}, 'good'],
    ['twice as slow, by 3 ms', look(side(1e5, 0, 0.006), side(9e5, 0, 0.003)), {}, 'good'],
    ['faster', look(side(1000), side(9000, 0, 0.12)), {}, 'good'],
    ['within the limit of p99', look(side(1000, 0, 0.2), side(9000, 0, 0.2)), { maxLatency: 0.5 }, 'good'],
    ['above the limit of p99, as the baseline', look(side(1000, 0, 0.8), side(9000, 0, 0.8)), { maxLatency: 0.5 }, 'canary-slow'],
    ['a limit between two bounds', look(side(1000, 0, 0.3), side(9000, 0, 0.3)), { maxLatency: 0.27 }, 'canary-slow'],
    ['a spike that makes both slower', look(side(50_000, 0, 0.12), side(450_000, 0, 0.12)), {}, 'good'],
    ['a spike that overloads both alike', look(side(50_000, 2500, 0.4), side(450_000, 22_500, 0.4)), {}, 'good'],
    ['a spike that only the baseline met', look(side(200), side(200_000)), {}, 'good'],
    ['a spike that only the canary breaks under', look(side(50_000, 2500), side(450_000, 450)), {}, 'canary-errors'],
    ['counters that began anew in the middle', look(...begunAnew(0)), {}, 'good'],
    ['counters that began anew, of a bad canary', look(...begunAnew(0.05)), {}, 'canary-errors'],
    ['it died', look(side(1000), side(9000), { health: 'exited', ended: false }), {}, 'canary-died'],
    ['its health check fails', look(side(1000), side(9000), { health: 'unhealthy', ended: false }), {}, 'canary-unhealthy'],
  ])('%s', (_, seen, changes, expected) => {
    const verdict = judge(seen, { ...SPEC, ...changes })
    expect(verdict.kind === 'bad' ? verdict.cause : verdict.kind).toBe(expected)
  })

  it.each<[string, Look, Partial<CanarySpec>, Partial<CanarySpec>]>([
    ['canary-max-error-rate', look(side(1000, 150), side(9000, 1350)), {}, { maxErrorShare: 0.2 }],
    ['canary-max-latency', look(side(1000, 0, 0.8), side(9000, 0, 0.8)), { maxLatency: 0.5 }, { maxLatency: 1 }],
    ['canary-min-requests', look(side(40), side(500)), {}, { minRequests: 20 }],
  ])('names %s, and following that advice makes the canary pass', (input, seen, before, after) => {
    expect(judge(seen, { ...SPEC, ...before })).toMatchObject({ words: expect.stringContaining(input) })
    expect(judge(seen, { ...SPEC, ...after })).toEqual({ kind: 'good' })
  })

  it('names no limit to raise if the canary is worse than the baseline', () => {
    const worse = [look(side(200, 10), side(1800)), look(side(300, 0, 0.12), side(2700))]
    for (const seen of worse) {
      const verdict = judge(seen, { ...SPEC, maxErrorShare: 1, maxLatency: 10 })
      expect(verdict).toMatchObject({ kind: 'bad', words: expect.not.stringContaining('canary-max') })
    }
  })

  it('gives the numbers', () => {
    expect(judge(look(side(200, 10), side(1800, 2)), SPEC)).toMatchObject({
      words: '10 of 200 answers were 5xx (5.0%); baseline: 2 of 1800 (0.1%)',
    })
    expect(judge(look(side(300, 0, 0.12), side(2700)), SPEC)).toMatchObject({
      words: 'on average 120 ms instead of 20 ms, p99 249 ms instead of 25 ms, in 300 requests',
    })
    expect(judge(look(side(3), side(40)), SPEC)).toMatchObject({
      words: 'too few requests: the canary got 3, the baseline got 40; canary-min-requests is 50 for each side',
    })
  })

  it('asks for more the more often it looks', () => {
    const seen = (number: number): string => judge(look(side(100, 6), side(900, 2), { number, ended: false }), SPEC).kind
    expect([seen(1), seen(2), seen(50)]).toEqual(['bad', 'bad', 'continue'])
  })
})

describe('over a whole canary with many looks', () => {
  const same: Play = { baseline: { errors: 0.02, median: 0.045 }, canary: { errors: 0.02, median: 0.045 }, share: 10, pace: 20, length: 40 }

  function taken(playing: Play, canaries: number): number {
    const random = randomFrom(7)
    return Array.from({ length: canaries }, () => play(playing, random)).filter((at) => at !== undefined).length / canaries
  }

  it('one that is as good as the baseline is hardly ever taken back', () => {
    expect(taken(same, 400)).toBeLessThanOrEqual(FALSE_ALARMS)
    expect(taken({ ...same, share: 2, pace: 4 }, 200)).toBeLessThanOrEqual(FALSE_ALARMS)
    expect(taken({ ...same, share: 50 }, 400)).toBeLessThanOrEqual(FALSE_ALARMS)
  })

  it.each<[string, Partial<Play>]>([
    ['5% more errors', { canary: { errors: 0.07, median: 0.045 } }],
    ['100 ms more', { canary: { errors: 0.02, median: 0.145 } }],
    ['half as slow again', { canary: { errors: 0.02, median: 0.0675 } }],
  ])('one with %s is', (_, changes) => {
    expect(taken({ ...same, ...changes }, 100)).toBeGreaterThanOrEqual(0.95)
  })
})
