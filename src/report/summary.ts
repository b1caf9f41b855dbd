import { block, code, link, plain, prose, table } from './parts/markdown.ts'
import { renderPlan } from './plan/markdown.ts'
import type { CanaryTable } from '../domain/canary/table.ts'
import type { Change, Failure, HostLine, Report } from './parts/report.ts'
import type { Attempt } from '../domain/release/record.ts'
import { isGreen } from './parts/report.ts'
import { seconds } from '../domain/duration.ts'
import type { StepTime } from '../ports/github/progress.ts'

/** GitHub drops a summary over 1 MiB as a whole, so the evidence is cut well before. */
const EVIDENCE_LIMIT = 64 * 1024

const SIGNS = {
  deployed: '🚀',
  unchanged: '✅',
  'rolled-back': '↩️',
  restarted: '🔄',
  planned: '📋',
  reported: '🔎',
  destroyed: '🧹',
  frozen: '🧊',
  unfrozen: '🔓',
  refused: '✋',
  failed: '❌',
  cancelled: '🚫',
} as const

/** The job summary, as Markdown. */
export function renderSummary(report: Report, timings: readonly StepTime[]): string {
  const sections = [
    `## ${SIGNS[report.outcome]} ${prose(report.headline)}`,
    report.failure ? renderFailure(report.failure, report.headline) : '',
    report.warnings && report.warnings.length > 0
      ? ['### Warnings', report.warnings.map((words) => `- ${prose(words)}`).join('\n')].join('\n\n')
      : '',
    report.facts.length > 0
      ? table(
          ['What', 'Value'],
          report.facts.map(([name, value]) => [plain(name), isAddress(value) ? plain(value) : code(value)]),
        )
      : '',
    report.hosts ? renderHosts(report.hosts) : '',
    report.plan ? renderPlan(report.plan) : '',
    report.canary ? renderCanary(report.canary) : '',
    report.change ? renderChange(report.change) : '',
    report.removed && report.removed.length > 0 ? ['### Removed', ...report.removed.map((line) => `- ${plain(line)}`)].join('\n') : '',
    report.history && report.history.length > 0 ? renderHistory(report.history) : '',
    timings.length > 0 ? renderTimings(timings, isGreen(report)) : '',
  ]
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`
}

/** GitHub makes a link of one that is not code. */
const isAddress = (value: string): boolean => /^https?:\/\/[\w.:/-]+$/.test(value)

function renderFailure({ cause, sentence, hint, evidence, stack }: Failure, headline: string): string {
  const [first = '', ...items] = sentence.split('\n')
  const list = items.map((item) => `- ${prose(item.trim())}`).join('\n')
  // The headline need not be read twice.
  const words = headline.endsWith(first.replace(/:$/, '')) ? '' : `: ${prose(first)}`
  const lines = [
    `**Cause:** ${code(cause)}${words}`,
    ...(list === '' ? [] : [list]),
    ...(hint === undefined ? [] : [`**Next step:** ${prose(hint)}`]),
  ]
  const parts = [
    ['Stack of the action', stack ?? '', ' open'],
    ['Last log lines of the container', evidence?.logs ?? '', ' open'],
    ['Answer to the health check', evidence?.health ?? '', ' open'],
    ['Disk and memory of the host', evidence?.host ?? '', ''],
  ] as const
  const details = parts
    .filter(([, text]) => text.trim() !== '')
    .map(([title, text, open]) => `<details${open}><summary>${title}</summary>\n\n${block(text.slice(-EVIDENCE_LIMIT))}\n\n</details>`)
  return [...lines, ...details].join('\n\n')
}

function renderCanary({ head, rows, cost }: CanaryTable): string {
  return `### Canary\n\n${table(
    head,
    rows.map((row) => row.map(plain)),
  )}\n\n${plain(cost)}`
}

function renderHosts(hosts: readonly HostLine[]): string {
  const rows = hosts.map(({ id, url, outcome, release, digest }) => [code(id), plain(url), plain(outcome), code(release), code(digest)])
  return `### Hosts\n\n${table(['Host', 'Address', 'Outcome', 'Serves', 'Digest'], rows)}`
}

function renderChange({ before, after, compareUrl, commits }: Change): string {
  const rows = [
    ['Release', code(before?.release ?? 'none'), code(after.release)],
    ['Digest', code(before?.digest ?? 'none'), code(after.digest)],
    ['Commit', code(before?.commit ?? 'none'), code(after.commit)],
  ]
  const range = compareUrl === undefined ? [] : [link('Compare the two commits', compareUrl)]
  const list = commits.map(({ sha, title, author, url }) => `- ${link(code(sha.slice(0, 8)), url)} ${plain(title)} (${plain(author)})`)
  return ['### Before and after', table(['', 'Before', 'After'], rows), ...range, list.join('\n')]
    .filter((part) => part !== '')
    .join('\n\n')
}

function renderHistory(history: readonly Attempt[]): string {
  const rows = history.map(({ at, outcome, release, cause, note, actor, runUrl, seconds: took }) => [
    plain(at.slice(0, 19)),
    plain(`${outcome}${cause === '' ? '' : `: ${cause}`}${note === undefined ? '' : ` (${note})`}`),
    code(release),
    `${plain(actor)} (${link('run', runUrl)})`,
    seconds(took * 1000),
  ])
  return `### History\n\n${table(['When', 'Outcome', 'Release', 'By', 'Time'], rows)}`
}

function renderTimings(timings: readonly StepTime[], green: boolean): string {
  const rows = timings.map(({ name, ms, ok }) => [`${ok ? '' : '❌ '}${plain(name)}`, seconds(ms)])
  return `<details${green ? '' : ' open'}><summary>Steps</summary>\n\n${table(['Step', 'Time'], rows)}\n\n</details>`
}
