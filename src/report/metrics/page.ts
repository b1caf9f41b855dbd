import { DEFINITIONS } from '../../domain/metrics/metric.ts'
import type { Metric } from '../../domain/metrics/metric.ts'
import type { Outage } from '../../domain/metrics/outages.ts'
import type { LiveRelease, ServiceMetrics } from '../../domain/metrics/service-metrics.ts'
import { minuteOf } from '../parts/minute.ts'
import { anchor, html, NOTHING } from './html.ts'
import type { Html } from './html.ts'
import { leadTimeChart, recoveryChart, releasesChart } from './charts.ts'
import { STYLE } from './style.ts'
import { lastedWords, metricWords, minute, sampleWords, seenWords, spanOf, spanWords, TITLES, wayWords, windowWords } from './words.ts'

type Environment = ServiceMetrics['environments'][number]

/** Rows per table; metrics.json has the others. */
const MOST = 50

/** The page loads, runs and sends nothing: it is a single file of text. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

/** The page of a service, for any web server. */
export function metricsPage(metrics: ServiceMetrics): string {
  const { service, at, window, environments } = metrics
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${POLICY}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <title>${service.name}: releases</title>
        <style>
          ${{ html: STYLE }}
        </style>
      </head>
      <body>
        <h1>${service.name}</h1>
        <p class="soft">${windowWords(window)} until ${minute(at)}. All times are UTC.</p>
        <h2>Live</h2>
        ${liveTable(environments)} ${environments.map((environment) => section(environment, window))}
      </body>
    </html> `.html
}

function table(head: readonly string[], rows: readonly Html[]): Html {
  return html`<div class="wide">
    <table>
      <thead>
        <tr>
          ${head.map((name) => html`<th>${name}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </div>`
}

function liveTable(environments: readonly Environment[]): Html {
  const rows = environments.map(({ environment, live }) =>
    live === undefined
      ? html`<tr>
          <td>${environment}</td>
          <td>nothing</td>
          <td></td>
          <td></td>
        </tr>`
      : liveRow(environment, live),
  )
  return table(['Environment', 'Release', 'Since', 'By'], rows)
}

function liveRow(environment: string, { release, deployedAt, actor, runUrl, promotedFrom, frozen }: LiveRelease): Html {
  const from = promotedFrom === '' ? NOTHING : html`, from ${promotedFrom}`
  return html`<tr>
    <td>${environment}${frozen ? html` (frozen)` : NOTHING}</td>
    <td><code>${release}</code>${from}</td>
    <td>${minuteOf(deployedAt)}</td>
    <td>${actor} (${anchor('run', runUrl)})</td>
  </tr>`
}

function section(environment: Environment, window: number): Html {
  const { environment: name, metrics, deliveries, outages } = environment
  return html`<section>
    <h2>${name}</h2>
    <p class="soft">${spanOf(environment, window)}</p>
    <div class="cards">${Object.values(metrics).map(card)}</div>
    ${releasesChart(environment)}${leadTimeChart(environment)}${recoveryChart(environment)}
    ${outageTable(outages)}${canaryTable(deliveries)}${releaseTable(deliveries)}
  </section>`
}

function card(metric: Metric): Html {
  const { name, value, median } = metric
  const beside = median === undefined ? '' : `mean; median ${spanWords(median)}; `
  return html`<div class="card">
    <h3>${TITLES[name]}</h3>
    <p class="value${value === undefined ? ' few' : ''}">${metricWords(metric)}</p>
    <p>${beside}samples: ${sampleWords(metric)}</p>
    <p>${DEFINITIONS[name]}</p>
  </div>`
}

function outageTable(outages: readonly Outage[]): Html {
  if (outages.length === 0) return NOTHING
  const rows = outages.slice(0, MOST).map((outage) => {
    const { from, reached, failures } = outage
    const releases = failures.map(
      ({ release, url }, at) => html`${at > 0 ? ', ' : ''}<code>${anchor(release === '' ? 'unknown' : release, url)}</code>`,
    )
    return html`<tr>
      <td>${minute(from)}</td>
      <td>${lastedWords(outage)}</td>
      <td>${wayWords(outage)}</td>
      <td>${reached ? 'yes' : 'no'}</td>
      <td>${seenWords(outage)}</td>
      <td class="text">${releases}</td>
    </tr>`
  })
  return html`<h3>Recovery</h3>
    ${table(['From', 'Lasted', 'Recovered', 'Reached users', 'Noticed by', 'Release'], rows)}${older(outages.length)}`
}

type Delivered = Environment['deliveries'][number]

function canaryTable(deliveries: readonly Delivered[]): Html {
  const canaries = deliveries.filter(({ canary }) => canary !== undefined)
  if (canaries.length === 0) return NOTHING
  const rows = canaries.slice(0, MOST).map(
    ({ endedAt, release, canary = 0, cause, runUrl }) =>
      html`<tr>
        <td>${minute(endedAt)}</td>
        <td><code>${release}</code></td>
        <td>${canary}%</td>
        <td>${outcome(cause === '' ? 'promoted' : cause, cause !== '')}</td>
        <td>${anchor('run', runUrl)}</td>
      </tr>`,
  )
  return html`<h3>Canaries</h3>
    ${table(['Ended', 'Release', 'Largest share', 'Outcome', 'Run'], rows)}${older(canaries.length)}`
}

function releaseTable(deliveries: readonly Delivered[]): Html {
  if (deliveries.length === 0) return html`<p>No run in this time.</p>`
  const rows = deliveries.slice(0, MOST).map(
    (one) =>
      html`<tr>
        <td>${minute(one.endedAt)}</td>
        <td>${one.kind}</td>
        <td><code>${one.release}</code></td>
        <td>${outcome(outcomeWords(one), one.failed || one.cause !== '')}</td>
        <td>${spanWords((one.endedAt - one.startedAt) / 1000)}</td>
        <td>${one.actor} (${anchor('run', one.runUrl)})</td>
      </tr>`,
  )
  return html`<h3>Releases</h3>
    ${table(['Ended', 'Kind', 'Release', 'Outcome', 'Took', 'By'], rows)}${older(deliveries.length)}`
}

function outcomeWords({ cause, failed }: Delivered): string {
  if (cause !== '') return cause
  return failed ? 'verified, failed later' : 'verified'
}

function outcome(words: string, bad: boolean): Html {
  return bad ? html`<span class="bad-word">${words}</span>` : html`${words}`
}

function older(count: number): Html {
  return count > MOST ? html`<p class="soft">${count - MOST} older are in metrics.json.</p>` : NOTHING
}
