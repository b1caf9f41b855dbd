import { describe, expect, it } from '@jest/globals'
import { block, code, plain, prose } from '../../src/report/parts/markdown.ts'
import type { Report } from '../../src/report/parts/report.ts'
import { renderSummary } from '../../src/report/summary.ts'
import { statusReport } from '../../src/report/pages/status.ts'
import { aHost, aSpec, SERVICE, aServiceStatus } from '../fakes/samples.ts'
import { PAGES } from '../fakes/pages.ts'
import { seconds } from '../../src/domain/duration.ts'
import { fc } from '../fakes/properties.ts'

const TIMINGS = [{ name: 'Observe', start: 0, ms: 120, ok: true }]

/** The parts of a page that are read at once. */
function seen(page: string): string {
  return page.replaceAll(/<details>[^]*?<\/details>/g, '')
}

describe('the page of a run', () => {
  it.each(Object.entries(PAGES))('that ended as %s', (name, { report, steps }) => {
    const page = renderSummary(report, steps, 'https://github.com/acme/docker-to-ec2/blob/v1/docs/causes.md')
    if (!name.startsWith('many-hosts')) expect(page).toMatchSnapshot()
    const [headline = '', ...rest] = page.replaceAll(/^(`{3,})text\n[^]*?\n\1$/gm, '').split('\n')
    expect(headline.length).toBeLessThan(150)
    expect(rest.filter((line) => line.startsWith('## '))).toEqual([])
    // A table whose cells are all told, and of which none says twice what the headline says.
    expect(page.split('\n').filter((line) => /^\|.*\| +\|/.test(line) && !/^\| {1,2}\| (Before|First release)/.test(line))).toEqual([])
    expect(page.replaceAll(/^<code>.*$/gm, '')).not.toMatch(/[0-9a-f]{64}/)
  })

  it('of 300 hosts is as long as that of a dozen', () => {
    for (const name of ['many-hosts', 'many-hosts-failed'] as const) {
      const { report, steps } = PAGES[name]
      const page = renderSummary(report, steps)
      expect(page.length).toBeLessThan(100_000)
      expect(seen(page).split('\n').length).toBeLessThan(70)
    }
  })

  it("of 300 hosts with 20 volumes and names each is readable and within GitHub's limit", () => {
    const many = Array.from({ length: 20 }, (_, at) => at)
    const certificates = many.map((at) => ({ name: `${'shop-'.repeat(10)}${at}.example.com`, issuer: 'R11', expires: 1_800_000_000 }))
    const volumes = many.map((at) => ({ name: `data-${at}`, path: `/${'日本'.repeat(20)}/${at}`, bytes: 7 }))
    const status = aServiceStatus({ certificates, volumes })
    const asked = Array.from({ length: 300 }, () => ({
      host: aHost(),
      status,
      others: [],
      findings: [],
    }))
    const page = renderSummary(
      statusReport(
        { service: SERVICE, spec: aSpec(), schedule: undefined },
        { asked, history: [], freeze: undefined, names: [], cost: undefined, now: 0 },
      ),
      [],
    )
    expect(Buffer.byteLength(page)).toBeLessThan(2 ** 20)
    expect(page.match(/<details/g)).toHaveLength(page.match(/<\/details>/g)!.length)
    expect(seen(page).split('\n').length).toBeLessThan(70)
    expect(seen(page)).toContain('The rest is missing')
  })

  it('of 300 hosts that all differ, or of what is removed with them, has a readable list', () => {
    const each = Array.from({ length: 300 }, (_, at) => at)
    const hosts = each.map((at) => ({ id: `i-${at}`, ip: '', url: '', release: '', digest: '', outcome: `i-${at} does not answer` }))
    const report = { outcome: 'reported', headline: 'x', outputs: {}, facts: [] } as const
    expect(seen(renderSummary({ ...report, hosts }, [])).split('\n').length).toBeLessThan(70)
    const removed = renderSummary({ ...report, removed: hosts.map(({ id }) => id) }, [])
    expect(seen(removed).split('\n').length).toBeLessThan(70)
    expect(removed.match(/^- i-\d+$/gm)).toHaveLength(300)
  })

  it('names of 300 hosts those that failed', () => {
    const { report } = PAGES['many-hosts-failed']
    const table = seen(renderSummary(report, []))
    expect(report.headline).toContain(' failed on 2 of 300 hosts')
    expect(table).toContain('| 150 | not-started |')
    expect(table.match(/\| <code>i-\w+<\/code> \|.*\| failed \|/g)).toHaveLength(2)
  })

  it("links the cause to its explanation if the action's repository is known", () => {
    const { report } = PAGES.failure
    expect(renderSummary(report, [], 'https://x/causes.md')).toContain('**Cause:** [<code>exited</code>](https://x/causes.md#exited): the')
    expect(renderSummary(report, [])).toContain('**Cause:** <code>exited</code>: the')
  })
})

describe('renderSummary', () => {
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
    expect(text).not.toContain('<details open>')
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
          expect(rendered.replaceAll('&#64;<!-- -->', '').replaceAll('<span>$</span>', '')).not.toMatch(/[\r\n`*_[\]<>|\\]/)
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
