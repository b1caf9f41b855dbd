import type { Metric, MetricName } from '../../domain/metrics/metric.ts'
import type { EnvironmentMetrics } from '../../domain/metrics/metrics.ts'
import type { Outage } from '../../domain/metrics/outages.ts'
import { minuteOf } from '../parts/minute.ts'
import { DAY } from '../../domain/duration.ts'

export const TITLES = {
  'deployment-frequency': 'Deployment frequency',
  'lead-time': 'Lead time',
  'change-failure-rate': 'Change failure rate',
  'recovery-time': 'Time to recovery',
} as const satisfies Record<MetricName, string>

/** A metric in words: `2.3 a day`, `3 h 5 min`, `12.5%`, or `too few (3)`. */
export function metricWords({ name, value, samples }: Metric): string {
  if (value === undefined) return `too few (${samples})`
  if (name === 'deployment-frequency') return frequencyWords(value)
  return name === 'change-failure-rate' ? `${short(value * 100)}%` : spanWords(value)
}

/** A metric with the median beside the mean. */
export function wholeWords(metric: Metric): string {
  const words = metricWords(metric)
  return metric.median === undefined ? words : `${words} (mean), ${spanWords(metric.median)} (median)`
}

/** How many samples a metric has, and which are missing. */
export function sampleWords({ samples, leftOut }: Metric): string {
  return [String(samples), ...leftOut.map((words) => `without ${words}`)].join(', ')
}

function frequencyWords(perDay: number): string {
  if (perDay >= 1) return `${short(perDay)} a day`
  return perDay * 7 >= 1 ? `${short(perDay * 7)} a week` : `${short(perDay * 30)} in 30 days`
}

const short = (value: number): string => String(Number(value.toPrecision(3)))

/** `45 s`, `12 min`, `3 h 5 min`, `2 d 4 h`. */
export function spanWords(seconds: number): string {
  if (seconds < 59.5) return `${Math.round(seconds)} s`
  const minutes = Math.round(seconds / 60)
  if (minutes < 60) return `${minutes} min`
  const hours = Math.floor(minutes / 60)
  return hours < 24 ? two([hours, 'h'], [minutes % 60, 'min']) : two([Math.floor(hours / 24), 'd'], [hours % 24, 'h'])
}

function two([first, unit]: readonly [number, string], [second, part]: readonly [number, string]): string {
  return second === 0 ? `${first} ${unit}` : `${first} ${unit} ${second} ${part}`
}

/** A time in milliseconds since the epoch, to the minute. */
export function minute(at: number): string {
  return minuteOf(new Date(at).toISOString())
}

/** The period that an environment's metrics cover. */
export function spanOf({ span: { from, to }, cut }: EnvironmentMetrics, window: number): string {
  const begin = cut ? ', the oldest run that Parameter Store keeps,' : ', when the records begin,'
  return `${minute(from)}${to - from >= window ? '' : begin} to ${minute(to)}`
}

/** A window of time in days. `window`: in milliseconds. */
export function windowWords(window: number): string {
  return `${short(window / DAY)} days`
}

const WAYS = { hand: 'by hand', bake: 'by the bake', canary: 'by the canary' } as const

/** How an outage ended. */
export function wayWords({ to, by }: Outage): string {
  return to === undefined ? 'not yet' : WAYS[by]
}

/** How long an outage lasted. */
export function lastedWords({ from, to }: Outage): string {
  return to === undefined ? 'ongoing' : spanWords((to - from) / 1000)
}

const SEEN = { run: 'its own run', rollback: 'a rollback by hand', issue: 'an issue' } as const

/** What noticed an outage. */
export function seenWords({ failures }: Outage): string {
  return [...new Set(failures.map(({ seen }) => SEEN[seen]))].join(', ')
}
