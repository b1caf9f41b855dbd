import { describe, expect, it } from '@jest/globals'
import { failuresOf, outagesOf } from '../../../src/domain/metrics/outages.ts'
import type { Delivery } from '../../../src/domain/metrics/delivery.ts'
import type { Incident } from '../../../src/domain/metrics/outages.ts'
import { aDelivery, NOW } from '../../fakes/deliveries.ts'
import { MINUTE } from '../../../src/domain/duration.ts'

const at = (minutes: number): number => NOW + minutes * MINUTE
const good = (minutes: number, release: string): Delivery => aDelivery(at(minutes), { release })
const bad = (minutes: number, changes: Partial<Delivery> = {}): Delivery => aDelivery(at(minutes), { cause: 'exited', ...changes })
const back = (minutes: number, release: string, changes: Partial<Delivery> = {}): Delivery =>
  aDelivery(at(minutes), { kind: 'rollback', release, ...changes })
const issue = (openedAt: number, closedAt?: number): Incident => ({
  number: 1,
  url: 'https://github.com/acme/web/issues/1',
  openedAt: at(openedAt),
  ...(closedAt !== undefined && { closedAt: at(closedAt) }),
})

/** Outages in minutes: from, to, and how they ended. */
function told(deliveries: readonly Delivery[], ...incidents: readonly Incident[]) {
  const minutes = (time: number | undefined) => (time === undefined ? undefined : (time - NOW) / MINUTE)
  return outagesOf(failuresOf(deliveries, incidents)).map(({ from, to, by, reached, failures }) => ({
    ...{ from: minutes(from), to: minutes(to), by, reached },
    releases: failures.map(({ release }) => release),
  }))
}

describe('outagesOf', () => {
  it.each([
    ['nothing failed', [good(0, 'a'), good(60, 'b')], []],
    [
      'a release that no visitor met, until the next verified one',
      [good(0, 'a'), bad(60, { release: 'b' }), good(90, 'c')],
      [{ from: 60, to: 90, by: 'hand', reached: false, releases: ['b'] }],
    ],
    [
      'two that failed before one was verified',
      [good(0, 'a'), bad(60, { release: 'b' }), bad(70, { release: 'c' }), good(90, 'd')],
      [{ from: 60, to: 90, by: 'hand', reached: false, releases: ['b', 'c'] }],
    ],
    [
      'a bake that took its release back',
      [good(0, 'a'), bad(60, { release: 'b', cause: 'bake-errors', returned: true, reachedAt: at(58) })],
      [{ from: 58, to: 60, by: 'bake', reached: true, releases: ['b'] }],
    ],
    [
      'a canary that was aborted',
      [good(0, 'a'), bad(60, { release: 'b', cause: 'canary-latency', returned: true, reachedAt: at(40) })],
      [{ from: 40, to: 60, by: 'canary', reached: true, releases: ['b'] }],
    ],
    [
      'a release that was not taken back: it lasts',
      [good(0, 'a'), bad(60, { release: 'b', reachedAt: at(58) })],
      [{ from: 58, to: undefined, by: 'hand', reached: true, releases: ['b'] }],
    ],
    [
      'a rollback by hand, from its start',
      [good(0, 'a'), good(60, 'b'), back(100, 'a')],
      [{ from: 95, to: 100, by: 'hand', reached: true, releases: ['b'] }],
    ],
    [
      'a rollback that failed before one that did not',
      [good(0, 'a'), good(60, 'b'), back(100, 'a', { cause: 'exited' }), back(120, 'a')],
      [{ from: 95, to: 120, by: 'hand', reached: true, releases: ['b', 'b'] }],
    ],
    ['a rollback to what was live', [good(0, 'a'), back(60, 'a')], []],
    ['a restart, which releases nothing', [good(0, 'a'), aDelivery(at(60), { kind: 'restart', release: 'a', cause: 'exited' })], []],
    [
      'a restart, which ends no failure',
      [good(0, 'a'), bad(60, { release: 'b' }), aDelivery(at(70), { kind: 'restart', release: 'a' }), good(90, 'c')],
      [{ from: 60, to: 90, by: 'hand', reached: false, releases: ['b'] }],
    ],
  ])('%s', (_, deliveries, expected) => {
    expect(told(deliveries)).toEqual(expected)
  })
})

describe('an incident', () => {
  const served = [good(0, 'a'), good(60, 'b')]

  it('lasts until its issue is closed, whatever is released meanwhile', () => {
    expect(told([...served, good(100, 'c')], issue(80, 120))).toEqual([{ from: 80, to: 120, by: 'hand', reached: true, releases: ['b'] }])
  })

  it('ends with a verified rollback, whenever its issue is closed', () => {
    expect(told([...served, back(100, 'a')], issue(80, 500))).toEqual([
      { from: 80, to: 100, by: 'hand', reached: true, releases: ['b', 'b'] },
    ])
  })

  it('lasts while its issue is open, and hides nothing that began and ended since', () => {
    const later = bad(200, { release: 'x', returned: true, reachedAt: at(190) })
    expect(told([...served, later], issue(80))).toEqual([
      { from: 80, to: undefined, by: 'hand', reached: true, releases: ['b'] },
      { from: 190, to: 200, by: 'bake', reached: true, releases: ['x'] },
    ])
  })

  it('blames the release that served when it was opened, by its cut-over', () => {
    const [failure] = failuresOf([good(0, 'a'), good(60, 'b')], [issue(59.5, 70)])
    expect(failure).toMatchObject({ release: 'b', change: good(60, 'b').id })
  })

  it('counts against no release if the records do not reach back far enough', () => {
    expect(failuresOf([good(60, 'b')], [issue(10, 20)])).toEqual([
      expect.objectContaining({ release: '', from: at(10), to: at(20), seen: 'issue' }),
    ])
    expect(failuresOf([good(60, 'b')], [issue(10, 20)])[0]).not.toHaveProperty('change')
  })

  it('takes no negative time, whatever its issue says', () => {
    expect(told(served, issue(90, 80))).toEqual([{ from: 90, to: 90, by: 'hand', reached: true, releases: ['b'] }])
  })
})
