import { describe, expect, it } from '@jest/globals'
import type { Delivery } from '../../../src/domain/metrics/delivery.ts'
import type { Incident } from '../../../src/domain/metrics/outages.ts'
import { metricsOf } from '../../../src/domain/metrics/metrics.ts'
import { recordedDeliveries } from '../../../src/domain/metrics/recorded.ts'
import { anAttempt, aRecord } from '../../fakes/samples.ts'
import { aDelivery, facts, NOW } from '../../fakes/deliveries.ts'
import { DAY, MINUTE } from '../../../src/domain/duration.ts'
import { fc } from '../../fakes/properties.ts'

const SPAN = { from: NOW - 30 * DAY, to: NOW }
const RELEASES = ['a', 'b', 'c', 'd'] as const

const delivery = fc
  .record({
    ended: fc.integer({ min: -40 * 24 * 60, max: 0 }),
    release: fc.constantFrom(...RELEASES),
    kind: fc.constantFrom('change' as const, 'change' as const, 'rollback' as const, 'restart' as const),
    cause: fc.constantFrom('', '', '', 'exited', 'canary-errors'),
    returned: fc.boolean(),
    reached: fc.option(fc.integer({ min: 0, max: 5 })),
    committed: fc.option(fc.integer({ min: -1000, max: 100_000 })),
  })
  .map(({ ended, release, kind, cause, returned, reached, committed }): Delivery => {
    const endedAt = NOW + ended * MINUTE
    const { committedAt: _, ...one } = aDelivery(endedAt, { release, kind, cause, returned: returned && cause !== '' })
    return {
      ...one,
      ...(reached !== null && { reachedAt: endedAt - reached * MINUTE }),
      ...(committed !== null && { committedAt: endedAt - committed * MINUTE }),
    }
  })

/** No two of them are of one run. */
const history = fc.uniqueArray(delivery, { maxLength: 60, selector: ({ id }) => id })

const incident = fc
  .tuple(fc.integer({ min: -40 * 24 * 60, max: 0 }), fc.option(fc.integer({ min: 0, max: 5000 })))
  .map(([opened, took], number = 1): Incident => {
    const openedAt = NOW + opened * MINUTE
    return { number, url: 'https://github.com/acme/web/issues/1', openedAt, ...(took !== null && { closedAt: openedAt + took * MINUTE }) }
  })
const incidents = fc.array(incident, { maxLength: 5 })

const measure = (deliveries: readonly Delivery[], opened: readonly Incident[] = []) =>
  metricsOf(facts(deliveries, { incidents: opened, since: 0 }), SPAN)

describe('the metrics', () => {
  it('are the same in whatever order the records come', () => {
    fc.assert(
      fc.property(
        history.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        incidents,
        ([all, shuffled], opened) => {
          expect(measure(shuffled, opened.toReversed())).toEqual(measure(all, opened))
        },
      ),
    )
  })

  it('are never out of range, whatever is missing', () => {
    fc.assert(
      fc.property(history, incidents, (all, opened) => {
        const { metrics, outages, leadTimes } = measure(all, opened)
        for (const { samples, value } of Object.values(metrics)) {
          expect(value === undefined).toBe(samples < 5)
          expect(value ?? 0).toBeGreaterThanOrEqual(0)
        }
        expect(metrics['change-failure-rate'].value ?? 0).toBeLessThanOrEqual(1)
        expect(leadTimes.every(({ ms }) => ms >= 0)).toBe(true)
        expect(outages.every(({ from, to = Infinity }) => from <= to)).toBe(true)
      }),
    )
  })

  it('count no release twice, and none that a gap hides', () => {
    fc.assert(
      fc.property(
        history.chain((all) => fc.tuple(fc.constant(all), fc.subarray(all))),
        ([all, some]) => {
          const [whole, part] = [measure(all).metrics, measure(some).metrics]
          for (const name of ['deployment-frequency', 'change-failure-rate'] as const)
            expect(part[name].samples).toBeLessThanOrEqual(whole[name].samples)
        },
      ),
    )
  })

  it('have outages that do not overlap, except for one that continues', () => {
    fc.assert(
      fc.property(history, incidents, (all, opened) => {
        const { outages } = measure(all, opened)
        const ended = outages.flatMap(({ from, to }) => (to === undefined ? [] : [{ from, to }])).toReversed()
        expect(outages.length - ended.length).toBeLessThanOrEqual(1)
        for (const [at, { from }] of ended.entries()) expect(from).toBeGreaterThanOrEqual(ended[at - 1]?.to ?? 0)
      }),
    )
  })

  it('do not depend on when they are read', () => {
    fc.assert(
      fc.property(history, fc.integer({ min: 1, max: 5000 }), (all, days) => {
        const later = all.map((one) => shifted(one, days * DAY))
        const then = metricsOf(facts(later, { since: 0 }), { from: SPAN.from + days * DAY, to: SPAN.to + days * DAY })
        expect(then.metrics).toEqual(measure(all).metrics)
      }),
    )
  })
})

/** With the same id, so that ties are ordered in the same way. */
function shifted(one: Delivery, ms: number): Delivery {
  const { committedAt, reachedAt, servedAt } = one
  return {
    ...one,
    startedAt: one.startedAt + ms,
    endedAt: one.endedAt + ms,
    ...(committedAt !== undefined && { committedAt: committedAt + ms }),
    ...(reachedAt !== undefined && { reachedAt: reachedAt + ms }),
    ...(servedAt !== undefined && { servedAt: servedAt + ms }),
  }
}

/** The same moment, as a clock in another zone writes it. */
function inZone(at: number, hours: number): string {
  const sign = hours < 0 ? '-' : '+'
  const local = new Date(at + hours * 60 * MINUTE).toISOString().replace('Z', '')
  return `${local}${sign}${String(Math.abs(hours)).padStart(2, '0')}:00`
}

it('reads the same moment from whatever zone it is written in', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -50_000, max: 0 }),
      fc.integer({ min: -12, max: 14 }),
      fc.integer({ min: -12, max: 14 }),
      (minutes, one, other) => {
        const [at, committed] = [NOW + minutes * MINUTE, NOW + (minutes - 90) * MINUTE]
        const read = (zone: number, commitZone: number) =>
          recordedDeliveries([aRecord({ attempt: anAttempt({ at: inZone(at, zone), committedAt: inZone(committed, commitZone) }) })])
            .deliveries
        const utc = read(0, 0)
        expect(utc[0]).toMatchObject({ endedAt: at, committedAt: committed })
        expect({ ...read(one, other)[0], id: '' }).toEqual({ ...utc[0], id: '' })
      },
    ),
  )
})
