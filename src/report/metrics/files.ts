import type { Figure } from '../../domain/metrics/figure.ts'
import type { ServiceMetrics } from '../../domain/metrics/service-metrics.ts'
import { badge } from './badge.ts'
import { metricsFile } from './json.ts'
import { metricsPage } from './page.ts'
import { figureWords, TITLES } from './words.ts'

/** All files of a service, by path: a site for GitHub Pages. */
export function metricsFiles(metrics: ServiceMetrics): Readonly<Record<string, string>> {
  const badges = metrics.environments.flatMap(({ environment, figures }) =>
    Object.values(figures).map((figure) => [`badges/${folderOf(environment)}/${figure.name}.svg`, badgeOf(figure)] as const),
  )
  return { 'index.html': metricsPage(metrics), 'metrics.json': metricsFile(metrics), ...Object.fromEntries(badges) }
}

/** Records name environments, and a forged record could name one with a path elsewhere. */
function folderOf(environment: string): string {
  return environment.replaceAll(/[^a-z0-9-]/g, '-')
}

function badgeOf(figure: Figure): string {
  return badge({ label: TITLES[figure.name].toLowerCase(), value: figureWords(figure), known: figure.value !== undefined })
}
