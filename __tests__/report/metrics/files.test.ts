import { describe, expect, it } from '@jest/globals'
import { badge } from '../../../src/report/metrics/badge.ts'
import { metricsFiles } from '../../../src/report/metrics/files.ts'
import { anchor, html } from '../../../src/report/metrics/html.ts'
import { metricsJson } from '../../../src/report/metrics/json.ts'
import { metricWords, spanWords } from '../../../src/report/metrics/words.ts'
import { FEW, HOSTILE, METRICS } from '../../fakes/sample-metrics.ts'
import { fc } from '../../fakes/properties.ts'

/** The tags of a page, by name, and the attributes that could run or load something. */
function tagsOf(page: string) {
  const tags = [...page.matchAll(/<([a-z][a-z0-9]*)((?:\s+[a-zA-Z-]+(?:="[^"]*")?)*)\s*\/?>/gi)]
  return { names: new Set(tags.map(([, name = '']) => name.toLowerCase())), attributes: tags.map(([, , attributes = '']) => attributes) }
}

const KNOWN = [
  'a',
  'body',
  'code',
  'div',
  'figcaption',
  'figure',
  'g',
  'h1',
  'h2',
  'h3',
  'head',
  'html',
  'meta',
  'p',
  'path',
  'rect',
  'section',
  'span',
  'style',
  'svg',
  'table',
  'tbody',
  'td',
  'text',
  'th',
  'thead',
  'title',
  'tr',
]

describe('the static page', () => {
  const { 'index.html': page = '' } = metricsFiles(METRICS)

  it('tells what is live, the four metrics with definitions and samples, releases, canaries and recoveries', () => {
    for (const words of [
      'Live',
      'Deployment frequency',
      '4.82 a day',
      'samples: 120',
      'Lead time',
      '5 h 40 min',
      'mean; median 6 h',
      'Change failure rate',
      '45%',
      'Time to recovery',
      'Canaries',
      'Releases',
      'Recovery',
      'from staging',
      'Time from a commit until all hosts serve it',
    ])
      expect(page).toContain(words)
  })

  it('asks for nothing, by its policy and by what it has', () => {
    expect(page).toContain(
      `http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"`.replaceAll(
        "'",
        '&#39;',
      ),
    )
    expect(page).not.toMatch(/\b(src|srcset|action|data|poster)=|url\(|@import/)
    expect([...page.matchAll(/href="([^"]*)"/g)].filter(([, url = '']) => !url.startsWith('https://github.com/'))).toEqual([])
  })

  it('says what is too few, and gives no number then', () => {
    const { 'index.html': few = '' } = metricsFiles(FEW)
    for (const words of ['too few (2)', 'too few (3)', 'too few (1)', 'without one that is not over yet']) expect(few).toContain(words)
  })

  it('has the same tags whatever others have written', () => {
    const { 'index.html': hostile = '' } = metricsFiles(HOSTILE)
    const { names, attributes } = tagsOf(hostile)
    expect([...names].filter((name) => !KNOWN.includes(name))).toEqual([])
    expect(attributes.filter((text) => /\son\w+=|javascript:/i.test(text))).toEqual([])
    expect(hostile).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
  })

  it('has no more than 50 rows in a table', () => {
    expect(page).toContain('150 older are in metrics.json.')
    expect(page.length).toBeLessThan(200_000)
  })
})

describe('html', () => {
  it('lets no text out of its place', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { html: made } = html`<p title="${text}">${text}</p>`
        expect(made.slice('<p title="'.length, -'</p>'.length).replace('">', '')).not.toMatch(/[<>"']|&(?!(amp|lt|gt|quot|#39);)/)
        expect(made.isWellFormed()).toBe(true)
      }),
    )
  })

  it.each(['javascript:alert(1)', 'data:text/html,x', ' https://x', ''])('makes no link of %j', (url) => {
    expect(anchor('run', url).html).toBe('run')
  })
})

describe('the files', () => {
  it('stay in their folder, whatever an environment is called', () => {
    for (const path of Object.keys(metricsFiles(HOSTILE)))
      expect(path).toMatch(/^(index\.html|metrics\.json|badges\/[a-z0-9-]+\/[a-z-]+\.svg)$/)
  })

  it('have a badge for each metric', () => {
    const files = metricsFiles(METRICS)
    expect(files['badges/production/lead-time.svg']).toContain('<title>lead time: 5 h 40 min</title>')
    expect(metricsFiles(FEW)['badges/production/lead-time.svg']).toContain('<title>lead time: too few (2)</title>')
  })

  it('have a JSON with everything that the metrics are made of', () => {
    const whole = JSON.parse(metricsFiles(METRICS)['metrics.json'] ?? '')
    expect(whole.environments[0]).toMatchObject({
      environment: 'production',
      metrics: { recoveryTime: { samples: 81, unit: 'seconds' } },
      live: { promotedFrom: 'staging', frozen: false },
    })
    expect(whole.environments[0].deliveries).toHaveLength(200)
    expect(whole.environments[0].outages).toHaveLength(81)
    expect(whole.environments[0].leadTimes).toHaveLength(120)
  })

  it('have more than the output, which has room for many environments', () => {
    expect(metricsJson(METRICS).length / METRICS.environments.length).toBeLessThan(2000)
  })
})

it.each([
  [{ label: '<b>', value: '"&' }, '<title>&lt;b&gt;: &quot;&amp;</title>'],
  [{ label: 'lead time', value: '3 h' }, 'aria-label="lead time: 3 h"'],
])('a badge of %j is an SVG in which text is text', (words, expected) => {
  const svg = badge({ ...words, known: true })
  expect(svg).toContain(expected)
  expect(tagsOf(svg).names).toEqual(new Set(['svg', 'title', 'clippath', 'rect', 'g', 'text']))
})

it.each([
  ['deployment-frequency', 2.345, '2.35 a day'],
  ['deployment-frequency', 0.5, '3.5 a week'],
  ['deployment-frequency', 0.1, '3 in 30 days'],
  ['change-failure-rate', 0.125, '12.5%'],
  ['change-failure-rate', 0, '0%'],
  ['lead-time', 7500, '2 h 5 min'],
  ['recovery-time', undefined, 'too few (3)'],
] as const)('%s of %s is %s', (name, value, words) => {
  expect(metricWords({ name, samples: 3, leftOut: [], ...(value !== undefined && { value }) })).toBe(words)
})

it.each([
  [0, '0 s'],
  [59.4, '59 s'],
  [59.6, '1 min'],
  [3599, '1 h'],
  [3600 * 23 + 59 * 60, '23 h 59 min'],
  [86_400 * 2 + 4 * 3600, '2 d 4 h'],
])('%d seconds are %s', (seconds, words) => {
  expect(spanWords(seconds)).toBe(words)
})
