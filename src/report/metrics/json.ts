import { DEFINITIONS, LEAST } from '../../domain/metrics/figure.ts'
import type { Figure } from '../../domain/metrics/figure.ts'
import type { ServiceMetrics } from '../../domain/metrics/service-metrics.ts'
import type { Outage } from '../../domain/metrics/outages.ts'
import { DAY } from '../../domain/duration.ts'

type Environment = ServiceMetrics['environments'][number]

const UNITS = {
  'deployment-frequency': 'per day',
  'lead-time': 'seconds',
  'change-failure-rate': 'share',
  'recovery-time': 'seconds',
} as const

/** The output `metrics`: the metrics, and what is live. */
export function metricsJson(metrics: ServiceMetrics): string {
  return JSON.stringify(documentOf(metrics, figuresOf))
}

/** The same with all underlying data. */
export function metricsFile(metrics: ServiceMetrics): string {
  return `${JSON.stringify(documentOf(metrics, wholeOf), null, 2)}\n`
}

function documentOf({ service, at, window, environments }: ServiceMetrics, of: (environment: Environment) => object): object {
  return {
    schema: 1,
    service: service.name,
    at: iso(at),
    'window-days': window / DAY,
    'fewest-samples': LEAST,
    environments: environments.map(of),
  }
}

function figuresOf({ environment, span, cut, figures, live }: Environment): object {
  const named = Object.entries(figures).map(([name, figure]) => [name, figureOf(figure)] as const)
  return { environment, from: iso(span.from), to: iso(span.to), cut, live: live ?? null, figures: Object.fromEntries(named) }
}

function figureOf({ name, samples, value, median, leftOut }: Figure): object {
  const middle = name === 'lead-time' || name === 'recovery-time' ? { median: median ?? null } : {}
  return { value: value ?? null, ...middle, samples, unit: UNITS[name], 'left-out': leftOut, definition: DEFINITIONS[name] }
}

function wholeOf(environment: Environment): object {
  const { deliveries, outages, leadTimes } = environment
  return {
    ...figuresOf(environment),
    deliveries: deliveries.map(deliveryOf),
    'lead-times': leadTimes.map(({ release, ms }) => ({ release, seconds: ms / 1000 })),
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
