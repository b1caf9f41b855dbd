import { describe, expect, it } from '@jest/globals'
import { deployedDeliveries, withEarlier } from '../../../src/domain/metrics/deployed.ts'
import type { Delivery } from '../../../src/domain/metrics/delivery.ts'
import { metricsOf } from '../../../src/domain/metrics/metrics.ts'
import type { Recorded } from '../../../src/domain/metrics/recorded.ts'
import { aDelivery, facts, NOW } from '../../fakes/deliveries.ts'
import { pastDeployment } from '../../fakes/past-deployment.ts'
import { DAY, HOUR, MINUTE } from '../../../src/domain/duration.ts'
import { fc } from '../../fakes/properties.ts'

const SERVICE = { name: 'web', environment: 'production' }
const AT = '2026-11-20T10:00:00.000Z'
const START = Date.parse(AT)
const after = (seconds: number) => new Date(START + seconds * 1000).toISOString()
const read = (changed: Partial<Parameters<typeof pastDeployment>[0]> = {}) =>
  deployedDeliveries(SERVICE, [pastDeployment({ id: 7, startedAt: AT, release: 'r', ...changed })])

describe('a deployment', () => {
  it('that was verified is a delivery with its times', () => {
    expect(read({ committedAt: after(-600) })).toEqual([
      {
        ...{
          id: 'production/github/7',
          environment: 'production',
          kind: 'change',
          release: 'r',
          commit: 'commit of r',
          actor: '',
          cause: '',
        },
        ...{ runUrl: 'https://github.com/acme/web/actions/runs/7', returned: false, committedAt: START - 600_000 },
        ...{ startedAt: START, endedAt: START + 60_000, reachedAt: START + 30_000, servedAt: START + 30_000 },
      },
    ])
  })

  it('that the bake reverted met visitors since it served', () => {
    const ended = {
      outcome: 'rolled-back',
      cause: 'bake-errors',
      servedAt: after(30),
      failedAt: after(50),
      verifiedAt: after(60),
      recoveredBy: 'bake',
    } as const
    const [one] = read({ ended })
    expect(one).toMatchObject({ cause: 'bake-errors', returned: true, reachedAt: START + 30_000, endedAt: START + 60_000 })
    expect(one).not.toHaveProperty('servedAt')
  })

  it('whose canary was bad met visitors when it was found bad', () => {
    const ended = {
      outcome: 'rolled-back',
      cause: 'canary-errors',
      failedAt: after(50),
      verifiedAt: after(60),
      recoveredBy: 'canary',
    } as const
    expect(read({ ended })).toMatchObject([{ returned: true, reachedAt: START + 50_000 }])
  })

  it('has nothing after its end, whatever its statuses say', () => {
    const ended = {
      outcome: 'rolled-back',
      cause: 'bake-errors',
      servedAt: after(900),
      failedAt: after(50),
      verifiedAt: after(60),
    } as const
    expect(read({ ended })).toMatchObject([{ reachedAt: START + 60_000, endedAt: START + 60_000 }])
    expect(read({ ended: { outcome: 'deployed', servedAt: after(900), verifiedAt: after(60) } })).toMatchObject([
      { servedAt: START + 60_000, reachedAt: START + 60_000 },
    ])
  })

  it('that failed its health check met nobody', () => {
    const [one] = read({ ended: { outcome: 'failed', cause: 'exited', failedAt: after(20) } })
    expect(one).toMatchObject({ cause: 'exited', returned: false, endedAt: START + 20_000 })
    expect(one).not.toHaveProperty('reachedAt')
  })

  it.each(['rollback', 'restart'] as const)('of a %s is one', (command) => expect(read({ command })).toMatchObject([{ kind: command }]))

  it("has the address of the run, also in the status of GitHub's job", () => {
    const runUrl = 'https://github.com/acme/web/actions/runs/7/job/12'
    expect(read({ runUrl })).toMatchObject([{ runUrl: 'https://github.com/acme/web/actions/runs/7' }])
  })

  it.each([
    ['of another service', { service: 'api' }],
    ['that changed nothing', { ended: { outcome: 'unchanged' } as const }],
    ['that was cancelled', { ended: { outcome: 'cancelled' } as const }],
    ['that was refused', { ended: { outcome: 'refused', cause: 'frozen', failedAt: after(1) } as const }],
  ])('%s is not counted', (_, changed) => expect(read(changed)).toEqual([]))

  it('that has not ended, or that others created, is not counted', () => {
    const one = pastDeployment({ id: 7, startedAt: AT, release: 'r' })
    expect(
      deployedDeliveries(SERVICE, [
        { ...one, statuses: [] },
        { ...one, payload: { web_url: 'https://example.com' } },
      ]),
    ).toEqual([])
  })
})

const FROM = NOW - 30 * DAY
const recorded = (deliveries: readonly Delivery[]): Recorded => {
  const since = deliveries.length === 0 ? undefined : Math.min(...deliveries.map(({ startedAt }) => startedAt))
  return { record: undefined, deliveries, ...(since !== undefined && { since }), cut: true }
}

describe('records and deployments', () => {
  const complete = { from: FROM, complete: true }

  it('are no longer cut when GitHub knows the rest', () => {
    const older = aDelivery(NOW - 40 * DAY)
    expect(withEarlier(recorded([aDelivery(NOW - DAY)]), [aDelivery(NOW - 2 * DAY), older], complete)).toMatchObject({
      since: FROM,
      cut: false,
    })
  })

  it('stay cut where GitHub does not tell all', () => {
    const oldest = aDelivery(NOW - 2 * DAY)
    const merged = withEarlier(recorded([aDelivery(NOW - DAY)]), [oldest], { from: FROM, complete: false })
    expect(merged).toMatchObject({ since: oldest.startedAt, cut: true })
  })

  it('of one run with two attempts are two', () => {
    const runUrl = 'https://github.com/acme/web/actions/runs/7'
    const first = aDelivery(NOW - DAY - HOUR, { runUrl, release: 'r', cause: 'exited' })
    const second = aDelivery(NOW - DAY, { runUrl, release: 'r' })
    expect(withEarlier(recorded([second]), [first], complete).deliveries).toEqual([second, first])
  })

  it('of one run with clocks that differ are one', () => {
    const runUrl = 'https://github.com/acme/web/actions/runs/7'
    const known = aDelivery(NOW - DAY, { runUrl, release: 'r' })
    const told = { ...known, id: 'github', startedAt: known.startedAt - 6 * MINUTE, endedAt: known.startedAt - MINUTE }
    expect(withEarlier(recorded([known]), [told], complete).deliveries).toEqual([known])
  })
})

/** Deploys one after another, oldest first: minutes of pause before each, and of work. */
const series = fc
  .array(fc.record({ pause: fc.integer({ min: 1, max: 900 }), work: fc.integer({ min: 1, max: 20 }), bad: fc.boolean() }), {
    maxLength: 40,
  })
  .map((all) => {
    let time = NOW - 25 * DAY
    return all.map(({ pause, work, bad }, at) => {
      const startedAt = time + pause * MINUTE
      time = startedAt + work * MINUTE
      return aDelivery(time, { id: `record ${at}`, release: `r-${at}`, startedAt, servedAt: time, cause: bad ? 'exited' : '' })
    })
  })
const cutAt = fc.integer({ min: 0, max: 40 })

describe('merged from any place where the records begin', () => {
  const fromGithub = (one: Delivery): Delivery => ({ ...one, id: `github ${one.id}` })
  const merged = (all: readonly Delivery[], kept: number) =>
    withEarlier(recorded(all.slice(Math.max(0, all.length - kept))), all.map(fromGithub), { from: FROM, complete: true })

  it('every deploy counts once', () => {
    fc.assert(
      fc.property(series, cutAt, (all, kept) => {
        const releases = merged(all, kept).deliveries.map(({ release }) => release)
        expect(releases.toSorted()).toEqual(all.map(({ release }) => release).toSorted())
      }),
    )
  })

  it('the metrics are those of the whole records', () => {
    fc.assert(
      fc.property(series, cutAt, (all, kept) => {
        const span = { from: FROM, to: NOW }
        const { deliveries, since } = merged(all, kept)
        const known = all.length === 0 ? {} : { since: Math.min(...all.map(({ startedAt }) => startedAt)) }
        expect(since).toEqual(known.since)
        expect(metricsOf(facts(deliveries), span).metrics).toEqual(metricsOf(facts(all), span).metrics)
      }),
    )
  })

  it('again, nothing is added', () => {
    fc.assert(
      fc.property(series, cutAt, (all, kept) => {
        const once = merged(all, kept)
        expect(withEarlier(once, all.map(fromGithub), { from: FROM, complete: true }).deliveries).toEqual(once.deliveries)
      }),
    )
  })
})
