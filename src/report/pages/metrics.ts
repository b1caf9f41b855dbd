import type { ServiceMetrics } from '../../domain/metrics/service-metrics.ts'
import { metricsJson } from '../metrics/json.ts'
import { metricWords } from '../metrics/words.ts'
import type { Report } from '../parts/report.ts'
import { displayName } from '../../domain/service.ts'

/** The four metrics of the run's environment as outputs; the summary and the JSON also have the other environments. */
export function metricsReport(metrics: ServiceMetrics): Report {
  const { service, environments } = metrics
  const own = environments.find(({ environment }) => environment === service.environment)
  const known = Object.values(own?.metrics ?? {}).flatMap(({ name, value }) =>
    value === undefined ? [] : [[name, String(Number(value.toPrecision(6)))] as const],
  )
  return {
    outcome: 'reported',
    headline: `${displayName(service)}: ${headline(own)}`,
    outputs: { metrics: metricsJson(metrics), ...Object.fromEntries(known) },
    facts: [],
    metrics,
  }
}

/** For the headline, which has little room. */
const SHORT = {
  'deployment-frequency': 'releases',
  'lead-time': 'lead time',
  'change-failure-rate': 'failure rate',
  'recovery-time': 'recovery',
} as const

function headline(own: ServiceMetrics['environments'][number] | undefined): string {
  if (own?.live === undefined) return 'nothing is deployed yet'
  const all = Object.values(own.metrics)
  const known = all.filter(({ value }) => value !== undefined)
  if (known.length === 0) return 'too few releases for metrics'
  const words = known.map((metric) => `${SHORT[metric.name]} ${metricWords(metric)}`).join(', ')
  return known.length < all.length ? `${words}; too few samples for the others` : words
}
