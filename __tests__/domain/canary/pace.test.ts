import { expect, it } from '@jest/globals'
import { hasEffect, overdue, paceWords, resumed, steeredPace, stepTime } from '../../../src/domain/canary/pace.ts'
import type { Pace } from '../../../src/domain/canary/pace.ts'
import { STEERS } from '../../../src/domain/canary/steering.ts'
import { fc } from '../../fakes/properties.ts'

const BEGUN: Pace = { began: 1000, since: 3000 }

it('stops while the canary is paused, and continues from there', () => {
  const paused = steeredPace(BEGUN, 'pause', 5000)
  expect([5000, 9000].map((now) => stepTime(paused, now))).toEqual([2000, 2000])
  const goesOn = steeredPace(paused, 'continue', 9000)
  expect(goesOn).toEqual({ began: 5000, since: 7000 })
  expect(stepTime(goesOn, 10_000)).toBe(3000)
})

it('is not changed by a second pause, nor by going on without one', () => {
  const paused = steeredPace(BEGUN, 'pause', 5000)
  expect(steeredPace(paused, 'pause', 8000)).toEqual(paused)
  expect(resumed(BEGUN, 8000)).toEqual(BEGUN)
  expect(STEERS.filter((steer) => hasEffect(steer, paused))).toEqual(['continue', 'skip', 'abort'])
  expect(STEERS.filter((steer) => hasEffect(steer, BEGUN))).toEqual(['pause', 'skip', 'abort'])
})

it('counts the time that it was not paused, however often it is steered', () => {
  const moves = fc.array(fc.tuple(fc.constantFrom(...STEERS), fc.integer({ min: 0, max: 60_000 })), { maxLength: 20 })
  fc.assert(
    fc.property(moves, (all) => {
      let [pace, now, ran] = [BEGUN, 3000, 0]
      for (const [steer, pause] of all) {
        if (pace.paused === undefined) ran += pause
        now += pause
        pace = steeredPace(pace, steer, now)
      }
      expect(stepTime(pace, now)).toBe(ran)
      expect(pace.since - pace.began).toBe(2000)
    }),
  )
})

it('is overdue once its limit has passed', () => {
  const limit = { limit: 60, end: 'abort' } as const
  const paused = steeredPace(BEGUN, 'pause', 5000)
  expect(overdue(paused, limit, 64_999)).toBeUndefined()
  expect(overdue(paused, limit, 65_000)).toBe('nobody continued it within canary-pause-limit (1m)')
  expect(overdue(BEGUN, limit, 900_000)).toBeUndefined()
})

it('shows the pause beside the time', () => {
  expect(paceWords(steeredPace(BEGUN, 'pause', 5000), { share: 10, time: 12 }, 8000)).toBe('2.0 s of 12 s, paused for 3.0 s')
})
