import { describe, expect, it } from '@jest/globals'
import type { ContainerLog, HostLogs, LogsResult } from '../../../src/domain/rollout/host-logs.ts'
import { logsReport } from '../../../src/report/logs/page.ts'
import { renderSummary } from '../../../src/report/summary.ts'
import { SERVICE } from '../../fakes/samples.ts'

const AT = '2026-11-28T17:57:33.123Z'
const CONTAINER: ContainerLog = {
  ...{ track: 'live', release: 'r1', state: 'running', startedAt: '2026-11-28T17:00:00.123456789Z', finishedAt: '2026-11-28T16:59:58Z' },
  ...{ restarts: 0, exitCode: null, outOfMemory: false, driver: 'json-file', withheld: false, problem: '', leftLines: 0, leftBytes: 0 },
  lines: [`${AT} one`, `${AT} two`],
}

function on(containers: readonly Partial<ContainerLog>[], changes: Partial<LogsResult> = {}): HostLogs {
  const all = containers.map((one) => ({ ...CONTAINER, ...one }))
  return { host: { id: 'i-1' }, logs: { outcome: 'logs', docker: '', state: 'live', release: 'r1', containers: all, ...changes } }
}

const report = (read: readonly HostLogs[], since = 0) =>
  logsReport({ service: SERVICE, logs: { lines: 200, since, allowPublic: false } }, read)
const partOf = (one: Partial<ContainerLog>, changes: Partial<LogsResult> = {}) => report([on([one], changes)]).logs?.[0]?.parts[0]
const headline = (read: readonly HostLogs[], since = 0) => report(read, since).headline.replace('web (production): ', '')

describe('the headline', () => {
  it.each<[string, readonly HostLogs[], number, string]>([
    ['a release', [on([{}])], 0, '2 log lines of r1'],
    ['one line', [on([{ lines: [AT] }])], 0, '1 log line of r1'],
    ['nothing new', [on([{ lines: [] }])], 900, 'no log lines of r1 in the last 15m'],
    ['a canary', [on([{}, { track: 'canary', release: 'r2' }])], 0, '4 log lines of r1 and a canary'],
    ['several hosts', [on([{}]), on([{}]), { host: { id: 'i-3' }, logs: 'the host is stopped' }], 0, '4 log lines of r1 on 2 of 3 hosts'],
    ['a stopped host', [{ host: { id: 'i-1' }, logs: 'the host is stopped' }], 0, 'the host is stopped'],
    ['no host', [], 0, 'not deployed'],
    ['no release', [on([], { state: 'none' })], 0, 'no live release is on the host'],
    ['no Docker', [on([], { state: 'none', docker: 'Docker does not answer: x' })], 0, 'Docker does not answer: x'],
    ['a preview that sleeps', [on([{ state: 'exited' }], { state: 'asleep' })], 0, '2 log lines of r1, which is asleep'],
    [
      'one whose container is gone',
      [on([], { state: 'asleep' })],
      0,
      'asleep, and its container is gone: the next request makes a new one',
    ],
  ])('of %s', (_, read, since, expected) => {
    expect(headline(read, since)).toBe(expected)
  })
})

describe('what Docker knows of a container', () => {
  it.each<[string, Partial<ContainerLog>, string]>([
    ['that runs', {}, 'live r1: running since 2026-11-28 17:00 UTC'],
    [
      'that crashed once',
      { restarts: 1, exitCode: 1 },
      'live r1: running since 2026-11-28 17:00 UTC, Docker restarted it once, last after it ended at 2026-11-28 16:59 UTC with exit code 1',
    ],
    [
      'whose exits Docker has forgotten',
      { restarts: 300 },
      'live r1: running since 2026-11-28 17:00 UTC, Docker restarted it 300 times, last after it ended at 2026-11-28 16:59 UTC',
    ],
    [
      'that crashes again and again',
      { state: 'restarting', restarts: 4, exitCode: 137, outOfMemory: true },
      'live r1: restarting, ended at 2026-11-28 16:59 UTC with exit code 137 (out of memory), Docker restarted it 4 times',
    ],
    ['that has ended', { state: 'exited', exitCode: 0 }, 'live r1: exited, ended at 2026-11-28 16:59 UTC with exit code 0'],
    ['that never ran', { state: 'created' }, 'live r1: not started'],
    ['that is gone', { state: '' }, 'live r1: gone'],
    ['that is a canary', { track: 'canary', release: 'r2' }, 'canary r2: running since 2026-11-28 17:00 UTC'],
  ])('%s', (_, one, words) => {
    expect(partOf(one)?.words).toBe(words)
  })

  it('that sleeps', () => {
    expect(partOf({ state: 'exited', exitCode: 0 }, { state: 'asleep' })?.words).toBe('live r1: asleep: the next request wakes it')
  })
})

it.each<[string, Partial<ContainerLog>, RegExp]>([
  ['is withheld', { withheld: true, lines: [] }, /Its log is withheld: Docker does not show the values of its secrets/],
  [
    'has a driver that cannot read',
    { driver: 'none', problem: 'no reading', lines: [] },
    /Docker cannot read its log \(log driver none\): no reading$/,
  ],
  ['is damaged', { lines: undefined }, /damaged$/],
  ['is empty', { lines: [] }, /It has no lines$/],
  ['is too long', { leftLines: 12, leftBytes: 3456 }, /; 12 older lines \(3456 bytes\) are left out/],
])('says that a log %s', (_, one, words) => {
  expect(partOf(one)?.words).toMatch(words)
})

describe('a line', () => {
  const text = (line: string) => partOf({ lines: [line] })?.text

  it.each([
    ['in the time of the host', '2026-11-28T19:57:33.5+02:00 x', '2026-11-28T17:57:33.500Z x'],
    ['with an impossible time', '2026-99-99T99:57:33.5+02:00 x', '2026-99-99T99:57:33.5+02:00 x'],
    ['with codes for a terminal', `${AT} \u001B[31mred\u001B[0m \u001B]0;x\u0007y`, `${AT} red y`],
    ['with controls', `${AT} a\rb\u0008c\u202Ed\u2028e`, `${AT} a\uFFFDb\uFFFDc\uFFFDd\uFFFDe`],
    ['with tabs', `${AT} a\tb`, `${AT} a\tb`],
  ])('%s', (_, line, shown) => {
    expect(text(line)).toBe(shown)
  })
})

describe('the page', () => {
  it('folds the log by host, in a block that no line can close', () => {
    const page = renderSummary(
      report([on([{ lines: [`${AT} \`\`\`\` </details> <b>`, '```'] }, { track: 'canary', release: 'r2', lines: [] }])]),
      [],
    )
    expect(page).toContain('<details><summary><code>i-1</code></summary>')
    expect(page.match(/<details>/g)).toHaveLength(1)
    expect(page).toContain(`\`\`\`\`\`text\n${AT} \`\`\`\` </details> <b>\n\`\`\`\n\`\`\`\`\``)
    expect(page).toContain('canary r2: running since 2026-11-28 17:00 UTC. It has no lines')
  })

  it('has the newest lines of a log that is too long for it, and all lines are in the log of the run', () => {
    const lines = Array.from({ length: 3000 }, (_, at) => `${AT} ${at} ${'x'.repeat(100)}`)
    const read = [on([{ lines }]), { ...on([{ lines: [`${AT} short`] }]), host: { id: 'i-2' } }]
    const page = renderSummary(report(read), [])
    const [, left = ''] = /(\d+) older lines are only in the log of the run\./.exec(page) ?? []
    expect(page).toContain(`${AT} 2999 x`)
    expect(page).toContain(`${AT} ${left} x`)
    expect(page).not.toContain(`${AT} ${Number(left) - 1} x`)
    expect(page).toContain(`${AT} short`)
    expect(page.length).toBeLessThan(300_000)
    expect(report(read).logs?.[0]?.parts[0]?.text.split('\n')).toHaveLength(3000)
  })
})
