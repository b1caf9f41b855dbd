import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { block, code, plain, prose } from '../../src/report/parts/markdown.ts'
import type { Report } from '../../src/report/parts/report.ts'
import { renderSummary } from '../../src/report/summary.ts'
import { seconds } from '../../src/domain/duration.ts'

const TIMINGS = [{ name: 'Observe', ms: 120, ok: true }]

describe('renderSummary', () => {
  it('tells what is live, what changed and how long it took', () => {
    const report: Report = {
      outcome: 'deployed',
      headline: 'web (production): release b is live',
      outputs: {},
      facts: [['Address', 'http://203.0.113.7']],
      change: {
        before: { release: 'a', digest: 'sha256:a', commit: 'aaaa' },
        after: { release: 'b', digest: 'sha256:b', commit: 'bbbb' },
        compareUrl: 'https://github.com/acme/web/compare/aaaa...bbbb',
        commits: [{ sha: 'bbbb', title: 'Fix | it <b>', author: 'ada', url: 'https://github.com/acme/web/commit/bbbb' }],
      },
    }
    expect(renderSummary(report, TIMINGS)).toBe(`## 🚀 web &#40;production&#41;: release b is live

| What | Value |
| --- | --- |
| Address | http://203.0.113.7 |

### Before and after

|  | Before | After |
| --- | --- | --- |
| Release | <code>a</code> | <code>b</code> |
| Digest | <code>sha256:a</code> | <code>sha256:b</code> |
| Commit | <code>aaaa</code> | <code>bbbb</code> |

[Compare the two commits](https://github.com/acme/web/compare/aaaa...bbbb)

- [<code>bbbb</code>](https://github.com/acme/web/commit/bbbb) Fix &#124; it &lt;b&gt; (ada)

<details><summary>Steps</summary>

| Step | Time |
| --- | --- |
| Observe | 0.1 s |

</details>
`)
  })

  it('lists the hosts where there are several', () => {
    const places = ['i-1', 'i-2'].map((id) => ({
      id,
      ip: '',
      url: `http://${id}.example`,
      release: 'b',
      digest: 'sha256:b',
      outcome: 'deployed',
    }))
    const hosts = [...places, { id: 'i-3', ip: '', url: '', release: '', digest: '', outcome: 'not-started' }]
    const text = renderSummary({ outcome: 'failed', headline: 'x', outputs: {}, facts: [], hosts }, [])
    expect(text).toBe(`## ❌ x

### Hosts

| Host | Address | Outcome | Serves | Digest |
| --- | --- | --- | --- | --- |
| <code>i-1</code> | http://i-1.example | deployed | <code>b</code> | <code>sha256:b</code> |
| <code>i-2</code> | http://i-2.example | deployed | <code>b</code> | <code>sha256:b</code> |
| <code>i-3</code> |  | not-started |  |  |
`)
  })

  it('shows the evidence of a failure', () => {
    const evidence = { logs: '```\nhi', health: '', host: '' }
    const report: Report = {
      outcome: 'failed',
      headline: 'x',
      outputs: {},
      facts: [],
      failure: { cause: 'exited', sentence: 'it exited', hint: 'look', evidence },
    }
    const text = renderSummary(report, TIMINGS)
    expect(text).toContain('**Cause:** <code>exited</code>: it exited\n\n**Next step:** look')
    expect(text).toContain('````text\n```\nhi\n````')
    expect(text).not.toContain('Answer to the health check')
  })

  it('does not say again what the headline says', () => {
    const failure = { cause: 'exited', sentence: 'Release b did not go live: exit code 3.', hint: undefined, evidence: undefined } as const
    const report: Report = { outcome: 'failed', headline: `web (production): ${failure.sentence}`, outputs: {}, facts: [], failure }
    expect(renderSummary(report, [])).toBe(`## ❌ web &#40;production&#41;: ${failure.sentence}\n\n**Cause:** <code>exited</code>\n`)
  })

  it('stays far below the megabyte that GitHub takes', () => {
    const logs = 'x'.repeat(5_000_000)
    const report: Report = {
      outcome: 'failed',
      headline: 'x',
      outputs: {},
      facts: [],
      failure: { cause: 'exited', sentence: '', hint: undefined, evidence: { logs, health: logs, host: logs } },
    }
    expect(renderSummary(report, TIMINGS).length).toBeLessThan(400_000)
  })
})

describe('text from outside', () => {
  it('never formats, breaks a cell or ends a line', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        for (const rendered of [plain(text), prose(text).replaceAll(/<\/?code>/g, ''), code(text).replace(/^<code>|<\/code>$/g, '')])
          expect(rendered).not.toMatch(/[\r\n`*_[\]<>|\\]/)
      }),
    )
  })

  it('is code between backticks', () => {
    expect(prose('set `a_b: <1>` or ``x` *')).toBe('set <code>a&#95;b: &lt;1&gt;</code> or &#96;<code>x</code> &#42;')
  })

  it('never gets out of its block', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('`', '``', '```', '````', '\n', '~', 'a')), (parts) => {
        const [open = '', ...rest] = block(parts.join('')).split('\n')
        const fence = open.slice(0, open.indexOf('t'))
        expect(rest.findIndex((line) => line.trim().startsWith(fence))).toBe(rest.length - 1)
      }),
    )
  })
})

describe('seconds', () => {
  it.each([
    [40, '0.0 s'],
    [9940, '9.9 s'],
    [9960, '10 s'],
    [59_600, '1 min 0 s'],
    [185_000, '3 min 5 s'],
  ])('%d', (ms, text) => {
    expect(seconds(ms)).toBe(text)
  })
})
