import { inOrder, isVerified } from './delivery.ts'
import type { Delivery } from './delivery.ts'
import { durationMetric, rateMetric } from './metric.ts'
import type { Metric, MetricName } from './metric.ts'
import { failuresOf, outagesOf } from './outages.ts'
import type { Failure, Incident, Outage } from './outages.ts'
import { periodsOf } from './periods.ts'
import type { Period } from './periods.ts'
import { DAY } from '../duration.ts'

/** The known data of an environment. Times are milliseconds since the epoch. */
export interface Facts {
  readonly environment: string
  readonly deliveries: readonly Delivery[]
  /** Start of the known data; missing if there is none. */
  readonly since?: number
  /** Older deliveries are no longer known. */
  readonly cut: boolean
  readonly incidents: readonly Incident[]
  /** Times of commits from other sources, by commit. */
  readonly commitTimes: ReadonlyMap<string, number>
}

export interface Span {
  readonly from: number
  readonly to: number
}

export interface EnvironmentMetrics {
  readonly environment: string
  /** The counted period: the window, or the known part of it. */
  readonly span: Span
  /** The records do not go back to the start of the window. */
  readonly cut: boolean
  readonly metrics: Readonly<Record<MetricName, Metric>>
  /** Newest first. */
  readonly deliveries: readonly (Delivery & { readonly failed: boolean })[]
  /** Newest first. */
  readonly outages: readonly Outage[]
  /** Lead times of the counted releases, oldest first, in milliseconds. */
  readonly leadTimes: readonly LeadTime[]
  /** Oldest first. */
  readonly periods: readonly Period[]
}

interface LeadTime {
  readonly release: string
  readonly ms: number
}

/** The four metrics of an environment over a window that ends now. */
export function metricsOf(facts: Facts, { from: begin, to }: Span): EnvironmentMetrics {
  const all = inOrder(facts.deliveries)
  const from = Math.min(to, Math.max(begin, facts.since ?? begin))
  const failures = failuresOf(all, facts.incidents)
  const failed = failedChanges(failures)
  const here = all.filter(({ endedAt }) => endedAt >= from)
  const changes = here.filter(({ kind }) => kind === 'change')
  const outages = outagesOf(failures).filter((outage) => outage.from >= from)
  const lead = leadTimesOf(all, from, facts.commitTimes)
  return {
    environment: facts.environment,
    span: { from, to },
    cut: facts.cut && from > begin,
    metrics: {
      'deployment-frequency': frequency(changes, { from, to }),
      'lead-time': durationMetric(
        'lead-time',
        lead.times.map(({ ms }) => ms),
        lead.leftOut,
      ),
      'change-failure-rate': failureRate(changes, failed),
      'recovery-time': recoveryTime(outages),
    },
    deliveries: here.map((one) => ({ ...one, failed: failed.has(one.id) })).toReversed(),
    outages: outages.toReversed(),
    leadTimes: lead.times,
    periods: periodsOf(changes, failed, { from, to }),
  }
}

function failedChanges(failures: readonly Failure[]): ReadonlySet<string> {
  return new Set(failures.flatMap(({ change }) => change ?? []))
}

/** Data of less than a day is not extrapolated. */
function frequency(changes: readonly Delivery[], { from, to }: Span): Metric {
  const verified = changes.filter(isVerified).length
  return rateMetric('deployment-frequency', { part: verified, of: Math.max(1, (to - from) / DAY), samples: verified })
}

function failureRate(changes: readonly Delivery[], failed: ReadonlySet<string>): Metric {
  const bad = changes.filter(({ id }) => failed.has(id)).length
  return rateMetric('change-failure-rate', { part: bad, of: changes.length, samples: changes.length })
}

function recoveryTime(outages: readonly Outage[]): Metric {
  const durations = outages.flatMap(({ from, to }) => (to === undefined ? [] : [to - from]))
  const lasting = outages.length - durations.length
  return durationMetric('recovery-time', durations, lasting > 0 ? ['one that is not over yet'] : [])
}

interface LeadTimes {
  readonly times: readonly LeadTime[]
  readonly leftOut: readonly string[]
}

/** The first verified release of each commit. */
function leadTimesOf(all: readonly Delivery[], from: number, commitTimes: ReadonlyMap<string, number>): LeadTimes {
  const verified = all.filter((one) => one.kind === 'change' && isVerified(one))
  const seen = new Set<string>()
  const first = verified.filter(({ commit }) => commit !== '' && !seen.has(commit) && seen.add(commit))
  const dated = first
    .filter(({ endedAt }) => endedAt >= from)
    .map((one) => ({ release: one.release, ms: (one.servedAt ?? one.endedAt) - (one.committedAt ?? commitTimes.get(one.commit) ?? NaN) }))
  const unknown = dated.filter(({ ms }) => Number.isNaN(ms)).length
  const early = dated.filter(({ ms }) => ms < 0).length
  return {
    times: dated.filter(({ ms }) => ms >= 0),
    leftOut: [
      ...(unknown > 0 ? [`${unknown} without a known commit time`] : []),
      ...(early > 0 ? [`${early} with a commit time after the release`] : []),
    ],
  }
}

/** Times of commits, from any delivery that knows them: a promotion releases a commit that was built elsewhere. */
export function commitTimesOf(deliveries: readonly Delivery[]): ReadonlyMap<string, number> {
  return new Map(deliveries.flatMap(({ commit, committedAt }) => (committedAt === undefined ? [] : [[commit, committedAt] as const])))
}
