import { LAST_LINES } from './sections/failure.ts'
import { block, code, cut, fold, list, paragraphs, plain, prose, table } from './parts/markdown.ts'
import { renderPlan } from './plan/markdown.ts'
import { renderCanary } from './sections/canary.ts'
import { renderChange } from './sections/change.ts'
import { renderChecks } from './sections/checks.ts'
import { renderHead } from './sections/head.ts'
import { renderHistory } from './sections/history.ts'
import { renderHosts } from './sections/hosts.ts'
import { renderLogs } from './logs/markdown.ts'
import { renderMetrics } from './sections/metrics.ts'
import { renderTimeline } from './sections/timeline.ts'
import type { Report } from './parts/report.ts'
import type { StepTime } from '../ports/github/progress.ts'

/** GitHub drops a summary over 1 MiB, and a letter has up to 3 bytes: https://docs.github.com/actions/reference/limits */
const LIMIT = 340_000
const REST = 'The rest is missing, because GitHub limits the size of a summary. The outputs of the step have all hosts.'

/**
 * The job summary, as Markdown: what is true now, why, what to do next; then the details.
 *
 * @param steps The run's steps and their durations.
 * @param causes Address of the causes page.
 */
export function renderSummary(report: Report, steps: readonly StepTime[], causes?: string): string {
  const {
    checks,
    warnings = [],
    lastLines = '',
    logs = [],
    facts,
    hosts,
    plan,
    metrics,
    canary,
    change,
    image,
    removed = [],
    history = [],
  } = report
  const sections = [
    renderHead(report, causes),
    warnings.length > 0 ? `### Warnings\n\n${list(warnings.map(prose))}` : '',
    checks ? renderChecks(checks) : '',
    change ? renderChange(change) : '',
    facts.length > 0 ? renderFacts(facts) : '',
    lastLines.trim() === '' ? '' : fold(LAST_LINES, block(lastLines)),
    logs.length > 0 ? renderLogs(logs) : '',
    canary ? renderCanary(canary) : '',
    hosts ? renderHosts(hosts) : '',
    plan ? renderPlan(plan) : '',
    metrics ? renderMetrics(metrics) : '',
    removed.length > 0 ? `### Removed\n\n${list(removed.map(prose))}` : '',
    history.length > 0 ? renderHistory(history) : '',
    renderTimeline(steps, report.outcome),
    image === undefined ? '' : fold('Image, with its full digest', code(image)),
  ]
  return `${cut(paragraphs(sections), { letters: LIMIT, rest: REST })}\n`
}

/** From more rows than this on, a table. */
const FEW = 2
/** More rows than this are folded: some have one for each host. */
const SEEN = 30

function renderFacts(facts: Report['facts']): string {
  const rows = facts.map(([name, value]) => [plain(name), prose(value)] as const)
  if (rows.length <= FEW) return paragraphs(rows.map(([name, value]) => `**${name}:** ${value}`))
  const [head, more] = [['What', 'Value'], rows.slice(SEEN)]
  return paragraphs([table(head, rows.slice(0, SEEN)), more.length === 0 ? '' : fold(`${more.length} more`, table(head, more))])
}
