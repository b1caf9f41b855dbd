import { expect, test } from '@jest/globals'
import { STOP_MS } from '../../src/domain/lease/lease.ts'
import { momentOf } from '../../src/ports/clock.ts'
import { leasePermit } from '../../src/steps/lease/permit.ts'

/** A machine with two clocks that one can turn. */
function aMachine() {
  const at = { elapsed: 0, now: 0 }
  const permit = leasePermit({ elapsed: () => at.elapsed, now: () => momentOf(at.now) })
  return { at, permit }
}

test('a run without a lease can make any request at any time', () => {
  const { at, permit } = aMachine()
  at.elapsed = 10 * STOP_MS
  expect(permit.lost()).toBeUndefined()
  expect(permit.holds()).toBe(false)
})

test.each(['elapsed', 'now'] as const)('a run that could not renew its lease in time stops for good, by its clock `%s`', (clock) => {
  const { at, permit } = aMachine()
  permit.held({ elapsed: 0, now: 0 })
  at[clock] = STOP_MS
  expect(permit.lost()).toBeUndefined()
  at[clock] = STOP_MS + 1
  expect(permit.lost()).toMatchObject({ code: 'lease-lost' })
  expect(permit.signal.aborted).toBe(true)
  permit.held({ ...at })
  expect(permit.lost()).toMatchObject({ code: 'lease-lost' })
})

test('a run that released its lease can continue', () => {
  const { at, permit } = aMachine()
  permit.held({ elapsed: 0, now: 0 })
  permit.released()
  at.elapsed = 10 * STOP_MS
  expect(permit.lost()).toBeUndefined()
})

test('the first reason is reported', () => {
  const { permit } = aMachine()
  expect(permit.lose('run 7 of ada took over')).toMatchObject({ message: 'This run stopped: run 7 of ada took over.' })
  expect(permit.lose('another')).toMatchObject({ message: 'This run stopped: run 7 of ada took over.' })
})
