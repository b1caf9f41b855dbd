import { DEFINITIONS, LEAST } from '../../domain/metrics/metric.ts'
import type { Metric } from '../../domain/metrics/metric.ts'
import type { ServiceMetrics } from '../../domain/metrics/service-metrics.ts'
import type { Outage } from '../../domain/metrics/outages.ts'
import { DAY } from '../../domain/duration.ts'

type Environment = ServiceMetrics['environments'][number]

const FIELDS = {
  'deployment-frequency': { key: 'deploymentFrequency', unit: 'per day' },
  'lead-time': { key: 'leadTime', unit: 'seconds' },
  'change-failure-rate': { key: 'changeFailureRate', unit: 'share' },
  'recovery-time': { key: 'recoveryTime', unit: 'seconds' },
} as const

/** The output `metrics`: the metrics, and what is live. */
export function metricsJson(metrics: ServiceMetrics): string {
  return JSON.stringify(documentOf(metrics, environmentOf))
}

/** The document that `metrics-path` writes: like the output, with all underlying data. */
export function metricsFile(metrics: ServiceMetrics): string {
  return `${JSON.stringify(documentOf(metrics, wholeOf), null, 2)}\n`
}

function documentOf({ service, at, window, environments }: ServiceMetrics, of: (environment: Environment) => object): object {
  return {
    schema: 1,
    service: service.name,
    at: iso(at),
    windowDays: window / DAY,
    minSamples: LEAST,
    environments: environments.map(of),
  }
}

function environmentOf({ environment, span, cut, metrics, live }: Environment): object {
  const named = Object.values(metrics).map((metric) => [FIELDS[metric.name].key, metricOf(metric)] as const)
  return { environment, from: iso(span.from), to: iso(span.to), cut, live: live ?? null, metrics: Object.fromEntries(named) }
}

function metricOf({ name, samples, value, median, leftOut }: Metric): object {
  const { unit } = FIELDS[name]
  const middle = unit === 'seconds' ? { median: median ?? null } : {}
  return { value: value ?? null, ...middle, samples, unit, leftOut, definition: DEFINITIONS[name] }
}

function wholeOf(environment: Environment): object {
  const { deliveries, outages, leadTimes } = environment
  return {
    ...environmentOf(environment),
    deliveries: deliveries.map(deliveryOf),
    leadTimes: leadTimes.map(({ release, ms }) => ({ release, seconds: ms / 1000 })),
    outages: outages.map(outageOf),
  }
}

function deliveryOf(delivery: Environment['deliveries'][number]): object {
  const { kind, release, commit, actor, runUrl, cause, failed, returned, canary } = delivery
  const { startedAt, endedAt, committedAt, reachedAt, servedAt } = delivery
  const told = { kind, release, commit, actor, runUrl, cause, failed, returned, canary: canary ?? null }
  return { ...told, ...timesOf({ committedAt, startedAt, reachedAt, servedAt, endedAt }) }
}

function outageOf({ from, to, by, reached, failures }: Outage): object {
  return {
    ...timesOf({ from, to }),
    seconds: to === undefined ? null : (to - from) / 1000,
    by: to === undefined ? null : by,
    reached,
    failures: failures.map(({ seen, release, url }) => ({ seen, release, url })),
  }
}

function timesOf(times: Readonly<Record<string, number | undefined>>): object {
  return Object.fromEntries(Object.entries(times).map(([name, at]) => [name, at === undefined ? null : iso(at)]))
}

function iso(at: number): string {
  return new Date(at).toISOString()
}
