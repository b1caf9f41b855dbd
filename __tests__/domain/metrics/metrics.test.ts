import { describe, expect, it } from '@jest/globals'
import type { Delivery } from '../../../src/domain/metrics/delivery.ts'
import { metricsOf } from '../../../src/domain/metrics/metrics.ts'
import { aDelivery, facts, NOW } from '../../fakes/deliveries.ts'
import { HISTORY, INCIDENT, SPAN } from '../../fakes/history-of-200.ts'
import { DAY, HOUR, MINUTE } from '../../../src/domain/duration.ts'

/** 200 runs every three hours reach back 24.9 days: less than the window, so that is what counts. */
const KNOWN = { from: NOW - 30 * MINUTE - 199 * 3 * HOUR - 5 * MINUTE, to: NOW }
const DAYS = (KNOWN.to - KNOWN.from) / DAY

describe('a history of 200 runs', () => {
  const { metrics, span, outages, deliveries, periods } = metricsOf(facts(HISTORY), SPAN)

  it('is counted from its first record', () => {
    expect(span).toEqual(KNOWN)
    expect(deliveries).toHaveLength(200)
    expect(deliveries[0]?.endedAt).toBe(NOW - 30 * MINUTE)
  })

  // Six of ten are verified changes; the four others are three failures and a rollback.
  it('has its deployments for each day', () => {
    expect(metrics['deployment-frequency']).toMatchObject({ samples: 120, value: 120 / DAYS })
  })

  // Verified at the places 0, 2, 4, 6, 7 and 9: commits that are 1, 3, 5, 7, 8 and 10 hours older than the serving.
  it('has its lead time', () => {
    expect(metrics['lead-time']).toEqual({ name: 'lead-time', samples: 120, value: (34 / 6) * 3600, median: 6 * 3600, leftOut: [] })
  })

  // Nine changes in ten runs, of which four are bad: health, bake, canary, and the one before the rollback.
  it('has its change failure rate', () => {
    expect(metrics['change-failure-rate']).toMatchObject({ samples: 180, value: 80 / 180 })
    expect(deliveries.filter(({ failed }) => failed)).toHaveLength(80)
  })

  // Three hours until the next good release, but two more to the one after the failed health check; 2 minutes in the bake, 4 in the canary, 6 by hand.
  it('has its time to recovery', () => {
    expect(outages).toHaveLength(80)
    expect(metrics['recovery-time']).toMatchObject({ samples: 80, value: ((180 + 2 + 4 + 6) / 4) * 60, median: 5 * 60 })
    const ways = Object.entries(Object.groupBy(outages, ({ by }) => by)).map(([by, all]) => [by, all.length])
    expect(Object.fromEntries(ways)).toEqual({ hand: 40, bake: 20, canary: 20 })
  })

  it('has bars for all of its days', () => {
    expect(periods.reduce((sum, { verified }) => sum + verified, 0)).toBe(100)
    expect(periods.reduce((sum, { failed }) => sum + failed, 0)).toBe(80)
    expect(periods.length).toBeLessThanOrEqual(15)
    expect(new Date(periods[0]!.start).toISOString()).toBe('2026-11-02T00:00:00.000Z')
  })

  it('counts an incident as a failure of what was live when it was opened', () => {
    const { metrics: later, outages: more } = metricsOf(facts(HISTORY, { incidents: [INCIDENT] }), SPAN)
    expect(later['change-failure-rate']).toMatchObject({ samples: 180, value: 81 / 180 })
    expect(more.find(({ from }) => from === INCIDENT.openedAt)).toMatchObject({
      to: INCIDENT.closedAt,
      failures: [{ seen: 'issue', release: 'release-164', url: INCIDENT.url }],
    })
    expect(later['recovery-time']).toMatchObject({ samples: 81, value: (80 * 48 * 60 + 40 * 60) / 81 })
  })

  it('has the metrics of a shorter window, which are those of its runs', () => {
    const week = metricsOf(facts(HISTORY), { from: NOW - 7 * DAY, to: NOW })
    expect(week.span.from).toBe(NOW - 7 * DAY)
    // 56 runs in a week: five whole tens, and the places 4 to 9 of another one.
    expect(week.deliveries).toHaveLength(56)
    expect(week.metrics['deployment-frequency']).toMatchObject({ samples: 34, value: 34 / 7 })
    expect(week.metrics['change-failure-rate']).toMatchObject({ samples: 50, value: 22 / 50 })
  })
})

describe('too few', () => {
  it.each([0, 1, 4])('%d samples give no number', (samples) => {
    const deliveries = Array.from({ length: samples }, (_, at) => aDelivery(NOW - (at + 1) * HOUR))
    const { metrics } = metricsOf(facts(deliveries), SPAN)
    for (const name of ['deployment-frequency', 'lead-time', 'change-failure-rate'] as const) {
      expect(metrics[name]).toMatchObject({ samples })
      expect(metrics[name].value).toBeUndefined()
    }
  })

  it('counts less than a day as a day, so that a morning is not scaled to a month', () => {
    const morning = Array.from({ length: 5 }, (_, at) => aDelivery(NOW - (at + 1) * 10 * MINUTE))
    expect(metricsOf(facts(morning), SPAN).metrics['deployment-frequency'].value).toBe(5)
  })
})

function withoutCommitTime(delivery: Delivery): Delivery {
  const { committedAt: _, ...one } = delivery
  return one
}

describe('lead time', () => {
  const five = Array.from({ length: 5 }, (_, at) => aDelivery(NOW - (at + 10) * HOUR))

  it('counts a commit once, when it is released the first time', () => {
    const again = aDelivery(NOW - HOUR, { release: 'again', commit: five[0]!.commit, committedAt: five[0]!.committedAt! })
    expect(metricsOf(facts([...five, again]), SPAN).metrics['lead-time']).toEqual(metricsOf(facts(five), SPAN).metrics['lead-time'])
  })

  it('takes the time of a commit from another environment', () => {
    const promoted = five.map(withoutCommitTime)
    const commitTimes = new Map(five.map(({ commit, committedAt = 0 }) => [commit, committedAt]))
    expect(metricsOf(facts(promoted, { commitTimes }), SPAN).metrics).toEqual(metricsOf(facts(five), SPAN).metrics)
  })

  it('says what it leaves out', () => {
    const unknown = withoutCommitTime(aDelivery(NOW - HOUR))
    const early = aDelivery(NOW - 2 * HOUR, { committedAt: NOW })
    expect(metricsOf(facts([...five, unknown, early]), SPAN).metrics['lead-time']).toMatchObject({
      samples: 5,
      leftOut: ['1 without a known commit time', '1 with a commit time after the release'],
    })
  })
})

describe('records that begin inside of the window', () => {
  it.each([
    [true, true],
    [false, false],
  ])('are marked as cut if older ones are gone: %s', (cut, told) => {
    expect(metricsOf(facts(HISTORY, { cut }), SPAN).cut).toBe(told)
  })

  it('are not told as cut where they reach further back than it', () => {
    expect(metricsOf(facts(HISTORY, { cut: true }), { from: NOW - 7 * DAY, to: NOW }).cut).toBe(false)
  })
})
