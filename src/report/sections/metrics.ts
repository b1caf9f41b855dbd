import { DEFINITIONS } from '../../domain/metrics/metric.ts'
import type { Metric } from '../../domain/metrics/metric.ts'
import type { ServiceMetrics } from '../../domain/metrics/service-metrics.ts'
import { dayOf, newestLeadTimes, newestRecoveries, periodTitle, RECOVERY_TITLE } from '../metrics/charts.ts'
import { lastedWords, minute, sampleWords, seenWords, spanOf, TITLES, wayWords, wholeWords } from '../metrics/words.ts'
import { code, fold, link, paragraphs, plain, table } from '../parts/markdown.ts'
import { barChart } from '../parts/mermaid.ts'
import { minuteOf } from '../parts/minute.ts'
import { HOUR, MINUTE } from '../../domain/duration.ts'

type Environment = ServiceMetrics['environments'][number]

/** How many outages are shown; the page and the JSON have all of them. */
const MOST = 10

/** The run's own environment, with charts, and the others folded. */
export function renderMetrics({ service, window, environments }: ServiceMetrics): string {
  const own = environments.filter(({ environment }) => environment === service.environment)
  const others = environments.filter(({ environment }) => environment !== service.environment)
  return paragraphs([
    liveTable(environments),
    ...own.map((one) => paragraphs([`### ${plain(one.environment)}`, metricTable(one, window), ...charts(one), outageTable(one)])),
    ...others.map((one) => fold(plain(one.environment), paragraphs([metricTable(one, window), outageTable(one)]))),
  ])
}

function liveTable(environments: readonly Environment[]): string {
  const rows = environments.flatMap(({ environment, live }) =>
    live
      ? [[plain(environment), code(live.release), plain(minuteOf(live.deployedAt)), `${plain(live.actor)} (${link('run', live.runUrl)})`]]
      : [],
  )
  return rows.length === 0 ? '' : table(['Live in', 'Release', 'Since', 'By'], rows)
}

function metricTable(environment: Environment, window: number): string {
  const rows = Object.values(environment.metrics).map(rowOf)
  return paragraphs([plain(spanOf(environment, window)), table(['Metric', 'Value', 'Samples', 'Definition'], rows)])
}

function rowOf(metric: Metric): string[] {
  const { name, value } = metric
  return [TITLES[name], value === undefined ? 'too few' : plain(wholeWords(metric)), plain(sampleWords(metric)), plain(DEFINITIONS[name])]
}

function charts(environment: Environment): string[] {
  const { periods } = environment
  const counts = periods.map(({ start, verified, failed }) => ({ name: dayOf(start), value: verified + failed }))
  const failures = periods.map(({ start, failed }) => ({ name: dayOf(start), value: failed }))
  return [
    chart(periodTitle(periods), 'number', counts),
    chart('Of these, failed', 'number', failures),
    timeChart('Lead time of the newest releases', newestLeadTimes(environment)),
    timeChart(RECOVERY_TITLE, newestRecoveries(environment)),
  ]
}

type Bars = Parameters<typeof barChart>[0]['bars']

const UNITS = [
  ['hours', HOUR],
  ['minutes', MINUTE],
] as const

/** In the largest unit of which the longest bar has at least half a one. */
function timeChart(title: string, times: readonly { readonly name: string; readonly ms: number }[]): string {
  const longest = Math.max(0, ...times.map(({ ms }) => ms))
  const [unit, size] = UNITS.find(([, one]) => longest >= one / 2) ?? (['seconds', 1000] as const)
  return chart(
    title,
    unit,
    times.map(({ name, ms }) => ({ name, value: ms / size })),
  )
}

function chart(title: string, unit: string, bars: Bars): string {
  return bars.some(({ value }) => value > 0) ? barChart({ title, unit, bars }) : ''
}

function outageTable({ outages }: Environment): string {
  if (outages.length === 0) return ''
  const rows = outages.slice(0, MOST).map((outage) => {
    const { from, reached, failures } = outage
    const releases = failures.map(({ release, url }) => `${code(release) || 'unknown'} (${link('source', url)})`).join(', ')
    return [plain(minute(from)), lastedWords(outage), wayWords(outage), reached ? 'yes' : 'no', seenWords(outage), releases]
  })
  const rest = outages.length > MOST ? `${outages.length - MOST} more are in the page and its JSON, which \`metrics-path\` writes.` : ''
  return paragraphs([table(['From', 'Lasted', 'Recovered', 'Reached users', 'Noticed by', 'Releases'], rows), rest])
}
