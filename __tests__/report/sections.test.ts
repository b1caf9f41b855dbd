import { describe, expect, it, test } from '@jest/globals'
import { barChart, gantt } from '../../src/report/parts/mermaid.ts'
import { causesPage } from '../../src/report/parts/causes-page.ts'
import { renderCanary } from '../../src/report/sections/canary.ts'
import { renderChange } from '../../src/report/sections/change.ts'
import { renderCommits } from '../../src/report/sections/commits.ts'
import { renderChecks } from '../../src/report/sections/checks.ts'
import { renderFailure } from '../../src/report/sections/failure.ts'
import { renderHistory } from '../../src/report/sections/history.ts'
import { renderMetrics } from '../../src/report/sections/metrics.ts'
import { renderTimeline } from '../../src/report/sections/timeline.ts'

import { METRICS } from '../fakes/sample-metrics.ts'
import { anAttempt } from '../fakes/samples.ts'
import { fc } from '../fakes/properties.ts'

const step = (name: string, start: number, ms: number, more: object = {}) => ({ name, start, ms, ok: true, ...more })

/** The bars of a diagram, as they are written. */
function bars(text: string): string[] {
  return text
    .split('\n')
    .filter((line) => / :(crit, )?\d+, \d+$/.test(line))
    .map((line) => line.trim())
}

describe('the timeline', () => {
  it.each([
    [900, '1second'],
    [8000, '1second'],
    [16_001, '5second'],
    [40_000, '5second'],
    [103_000, '15second'],
    [300_000, '1minute'],
    [3_600_000, '10minute'],
    [20_000_000, '1hour'],
  ])('of %d ms has a mark each %s, at most eight of them', (ms, interval) => {
    expect(renderTimeline([step('a', 0, ms), step('b', 0, ms)], 'deployed')).toContain(`\n  tickInterval ${interval}\n`)
  })

  it('has what is within a step below it, and what ran side by side', () => {
    const steps = [step('Check what is live', 500, 1000), step('host', 1500, 2000), step('image', 1500, 9000), step('Prepare', 1500, 9000)]
    expect(bars(renderTimeline(steps, 'deployed'))).toEqual([
      '1.0 s Check what is live :0, 1000',
      '9.0 s Prepare :1000, 10000',
      '9.0 s image :1000, 10000',
      '2.0 s host :1000, 3000',
    ])
  })

  it('marks what failed, however short it was, and leaves out what would not be seen', () => {
    const steps = [step('a', 0, 1), step('b', 0, 10_000), step('c', 10_000, 1, { ok: false })]
    expect(bars(renderTimeline(steps, 'failed'))).toEqual(['10 s b :0, 10000', '0.0 s c :crit, 10000, 10001'])
  })

  it.each([
    [
      'the only one',
      [step('pull', 0, 10, { host: 'i-1' }), step('start', 10, 10, { host: 'i-1' })],
      'Host',
      ['0.0 s pull :0, 10', '0.0 s start :10, 20'],
    ],
    ['the slowest', [step('pull', 0, 10, { host: 'i-1' }), step('pull', 0, 20, { host: 'i-2' })], 'Slowest host', ['0.0 s pull :0, 20']],
    [
      'one that failed',
      [step('pull', 0, 10, { host: 'i-1', ok: false }), step('pull', 0, 20, { host: 'i-2' })],
      'Failed host',
      ['0.0 s pull :crit, 0, 10'],
    ],
  ])('shows of the hosts %s', (_, steps, title, expected) => {
    const text = renderTimeline(steps, 'deployed')
    expect(text).toContain(`section ${title}\n`)
    expect(bars(text)).toEqual(expected)
  })

  it('is folded after a success, and missing if one step took all the time', () => {
    expect(renderTimeline([step('Check what is live', 0, 10), step('Ask the host', 10, 10)], 'reported')).toMatch(
      /^<details><summary>Timeline<\/summary>\n\n```mermaid\n/,
    )
    expect(renderTimeline([step('Check what is live', 0, 10)], 'deployed')).toBe('')
    expect(renderTimeline([], 'deployed')).toBe('')
  })
})

const HOSTILE = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom('click ', 'section ', 'title ', '%%', '{init: ', '}', '```', '\n', ':', ';', '#', '"', ']', '<img src=x>', 'x'),
      { maxLength: 20 },
    )
    .map((parts) => parts.join('')),
)

describe('text from outside in a diagram', () => {
  it('stays in its place', () => {
    fc.assert(
      fc.property(HOSTILE, (text) => {
        const chart = gantt([{ title: text, bars: [{ words: `0.1 s ${text}`, start: 0, ms: 5, ok: true }] }]).split('\n')
        expect(chart).toHaveLength(10)
        expect(chart[8]).toMatch(/^ {2}0\.1 s[^:;#"`<>{}[\]]* :0, 5$/)
        expect(chart[7]).toMatch(/^ {2}section [^:;#"`<>{}[\]]+$/)
        expect(`${chart[7]}${chart[8]}`).not.toContain('%%')
        const plot = barChart({ title: text, unit: text, bars: [{ name: text, value: 1 }] }).split('\n')
        expect(plot).toHaveLength(8)
        expect(plot.slice(3, 6).join('\n')).toMatch(/^ {2}title "[^"]+"\n {2}x-axis \["[^"]+"\]\n {2}y-axis "[^"]+" 0 --> 1$/)
      }),
    )
  })
})

/** https://github.com/d3/d3-array/blob/v3.2.4/src/ticks.js, which Mermaid asks for ten marks from 0. */
function marksTo(end: number): number {
  const power = Math.floor(Math.log10(end / 10))
  const error = end / 10 / 10 ** power
  const factor = error >= Math.sqrt(50) ? 10 : error >= Math.sqrt(10) ? 5 : error >= Math.sqrt(2) ? 2 : 1
  return Math.floor(end / (factor * 10 ** power) + 1e-9) + 1
}

it('an axis of bars has at most eleven marks, which fit one over the other, and room for the highest bar', () => {
  expect([10, 14, 26, 30].map(marksTo)).toEqual([11, 15, 14, 16])
  fc.assert(
    fc.property(fc.double({ min: -6, max: 9, noNaN: true }), (digits) => {
      const value = 10 ** digits
      const [, end = ''] = /0 --> (\S+)/.exec(barChart({ title: 'Errors', unit: 'percent', bars: [{ name: 'a', value }] })) ?? []
      expect(marksTo(Number(end))).toBeLessThanOrEqual(11)
      expect(Number(end)).toBeGreaterThanOrEqual(value * 0.999)
      expect(Number(end)).toBeLessThan(value * 2.001)
    }),
  )
})

describe('the canary', () => {
  const side = (errors: number, p99: number | undefined) => ({ errors, p99 })
  const told = { head: ['Share'], rows: [['10%']], verdicts: ['10% good'], steered: [], cost: 'It cost nothing.' }

  it('has a chart of errors and one of durations, baseline and canary side by side', () => {
    const text = renderCanary({ ...told, steps: [{ share: 10, baseline: side(0, 0.02), canary: side(0.094, Infinity) }] })
    expect(text.match(/^ {2}(x-axis|bar) .*$/gm)).toEqual([
      '  x-axis ["10% baseline", "10% canary"]',
      '  bar [0, 9.4]',
      '  x-axis ["10% baseline", "10% canary"]',
      '  bar [20, 10000]',
    ])
  })

  it('has no chart of nothing', () => {
    const text = renderCanary({ ...told, steps: [{ share: 10, baseline: side(0, undefined), canary: side(0, undefined) }] })
    expect(text).not.toContain('mermaid')
    expect(renderCanary({ head: ['Share'], rows: [], verdicts: [], steered: [], steps: [], cost: 'Nobody came.' })).toBe(
      '### Canary\n\nNobody came.',
    )
  })

  it('tells who steered it, and what they wrote is text', () => {
    const steps = [{ share: 10, baseline: side(0, undefined), canary: side(0, undefined) }]
    const steered = [
      '10%: paused at 12:00:03 UTC by ada (https://x): <b>why</b> [a](b)',
      '10%: continued at 12:01:00 UTC by ada (https://x)',
    ]
    const text = renderCanary({ ...told, steps, steered })
    expect(text).toContain('\n- 10%: continued at 12:01:00 UTC by ada')
    expect(text).not.toContain('<b>')
    expect(text).not.toContain('[a](b)')
  })
})

describe('the commits', () => {
  const commits = (count: number) =>
    Array.from({ length: count }, (_, at) => ({
      sha: String(at).padStart(40, '0'),
      title: `Change ${at}`,
      author: 'ada',
      url: 'https://x',
    }))

  it('are there newest first, ten of them at once', () => {
    const [shown = '', folded = ''] = renderCommits(commits(130), 'https://y').split('<details>')
    expect(shown).toContain('### 130 commits\n\n- [<code>00000000</code>](https://x) Change 129 (ada)')
    expect(shown.match(/^- /gm)).toHaveLength(10)
    expect(folded).toMatch(/^<summary>120 more<\/summary>/)
    expect(folded.match(/^- \[/gm)).toHaveLength(90)
    expect(folded).toMatch(/- and 30 more\n\n<\/details>\n\n\[Compare the two commits\]\(https:\/\/y\)$/)
  })

  it('have no section if GitHub knows none', () => {
    expect(renderCommits([], undefined)).toBe('')
    expect(renderCommits([], 'https://y')).toBe('[Compare the two commits](https://y)')
  })

  it('are unknown of a release that was deployed without one', () => {
    const side = { release: 'b', digest: 'sha256:b', commit: '', deployed: 'by ada' }
    const text = renderChange({ before: undefined, after: side, repository: 'https://x', compareUrl: undefined, commits: [] })
    expect(text).toContain('| Commit | unknown |')
  })
})

describe('the page of all causes', () => {
  const action = { GITHUB_ACTION_REPOSITORY: 'acme/docker-to-ec2', GITHUB_ACTION_REF: 'v1' }

  it.each([
    [action, 'https://github.com/acme/docker-to-ec2/blob/v1/docs/causes.md'],
    [{ ...action, GITHUB_SERVER_URL: 'https://git.example' }, 'https://git.example/acme/docker-to-ec2/blob/v1/docs/causes.md'],
    [{ ...action, GITHUB_ACTION_REF: 'a b)' }, 'https://github.com/acme/docker-to-ec2/blob/a%20b)/docs/causes.md'],
    [{}, undefined],
    [{ ...action, GITHUB_ACTION_REPOSITORY: '../../x' }, undefined],
  ])('of %j', (env, url) => {
    expect(causesPage(env)).toBe(url)
  })
})

it.each([
  [20_000, 'seconds', 20],
  [90_000, 'minutes', 1.5],
  [7_200_000, 'hours', 2],
])('a lead time of %d ms is drawn in %s', (ms, unit, value) => {
  const [first] = METRICS.environments
  const metrics = { ...METRICS, environments: [{ ...first!, leadTimes: [{ ...first!.leadTimes[0]!, ms }], outages: [] }] }
  expect(renderMetrics(metrics)).toMatch(
    new RegExp(`Lead time of the newest releases"\\n.*\\n  y-axis "${unit}" .*\\n  bar \\[${value}\\]`),
  )
})

test('each bar of a chart has a name of its own and a number that Mermaid reads', () => {
  const bars = [2.7e-7, 0.000_278, 1234.5].map((value) => ({ name: '23 12h30', value }))
  const lines = barChart({ title: 'Time to recovery', unit: 'hours', bars }).split('\n')
  expect(lines).toContain('  x-axis ["23 12h30", "23 12h30 (2)", "23 12h30 (3)"]')
  expect(lines).toContain('  bar [0, 0.000278, 1230]')
})

test('a checkup shows what needs a look, the worst first, and folds what passed', () => {
  const ok = { area: 'Record', state: 'ok', detail: 'it is there' } as const
  const bad = (state: 'failed' | 'warning' | 'unknown') => ({ area: 'Quotas', state, detail: state, fix: 'Mend it.' }) as const
  expect(renderChecks([ok, bad('unknown'), bad('warning'), bad('failed')])).toBe(`|  | What | Found | Fix |
| --- | --- | --- | --- |
| ❌ | Quotas | failed | Mend it. |
| ⚠️ | Quotas | warning | Mend it. |
| ❔ | Quotas | unknown | Mend it. |

<details><summary>1 check passed</summary>

|  | What | Found |
| --- | --- | --- |
| ✅ | Record | it is there |

</details>`)
  expect(renderChecks([ok, ok])).not.toContain('details')
  expect(renderChecks([bad('failed')])).not.toContain('details')
})

test('the history links a release to its commit, in the repository of its run', () => {
  const attempt = anAttempt({ release: 'b-1', commit: 'b'.repeat(40), runUrl: 'https://git.example/acme/web/actions/runs/1' })
  expect(renderHistory([attempt])).toContain(`| [<code>b-1</code>](https://git.example/acme/web/commit/${'b'.repeat(40)}) |`)
  expect(renderHistory([{ ...attempt, runUrl: '' }])).toContain('| <code>b-1</code> |')
  expect(renderHistory([{ ...attempt, commit: '' }])).toContain('| <code>b-1</code> |')
})

test('a next step links the files of the action that it names', () => {
  const failure = { cause: 'not-allowed', sentence: 'no.', hint: 'docs/iam/setup.yaml has it.', evidence: undefined } as const
  const head = { headline: 'x', listed: false }
  expect(renderFailure(failure, { ...head, causes: 'https://x/blob/v1/docs/causes.md' })).toContain(
    '**Next step:** [docs/iam/setup.yaml](https://x/blob/v1/docs/iam/setup.yaml) has it.',
  )
  expect(renderFailure(failure, { ...head, causes: undefined })).toContain('**Next step:** docs/iam/setup.yaml has it.')
})
