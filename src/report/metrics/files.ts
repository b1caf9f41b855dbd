import type { Metric } from '../../domain/metrics/metric.ts'
import type { ServiceMetrics } from '../../domain/metrics/service-metrics.ts'
import { badge } from './badge.ts'
import { metricsFile } from './json.ts'
import { metricsPage } from './page.ts'
import { metricWords, TITLES } from './words.ts'

/** All files of a service, by path: a site for GitHub Pages. */
export function metricsFiles(metrics: ServiceMetrics): Readonly<Record<string, string>> {
  const badges = metrics.environments.flatMap(({ environment, metrics }) =>
    Object.values(metrics).map((metric) => [`badges/${folderOf(environment)}/${metric.name}.svg`, badgeOf(metric)] as const),
  )
  return { 'index.html': metricsPage(metrics), 'metrics.json': metricsFile(metrics), ...Object.fromEntries(badges) }
}

/** Records name environments, and a forged record could name one with a path elsewhere. */
function folderOf(environment: string): string {
  return environment.replaceAll(/[^a-z0-9-]/g, '-')
}

function badgeOf(metric: Metric): string {
  return badge({ label: TITLES[metric.name].toLowerCase(), value: metricWords(metric), known: metric.value !== undefined })
}
