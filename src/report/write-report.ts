import { appendFileSync } from 'node:fs'
import type { LogPart, Report } from './parts/report.ts'
import { beyond } from './parts/beyond.ts'
import { isGreen } from './parts/report.ts'
import { seconds } from '../domain/duration.ts'
import { OUTPUTS } from './outputs.ts'
import type { Progress, StepTime } from '../ports/github/progress.ts'
import { renderHead } from './sections/head.ts'
import { cut as cutMarkdown } from './parts/markdown.ts'
import { causesPage } from './parts/causes-page.ts'
import { saveState, setOutputs } from './runner-file.ts'

/** GitHub cuts an annotation at 4096 characters. */
const ANNOTATION_LIMIT = 4000
/** A job passes the output to another one in a variable, which Linux limits to 128 KiB; a letter has up to 3 bytes, and JSON escapes some. */
const OUTPUT_LIMIT = 20_000

/** Writes the outputs, one annotation for a failure, the job summary, and the last line of the log. `ms`: duration of the run. */
export async function writeReport(report: Report, progress: Progress, ms: number): Promise<void> {
  const text = await summaryOf(report, progress.steps())
  const summary = cutMarkdown(text, { letters: OUTPUT_LIMIT, rest: "The rest is in the job's summary." })
  const outputs: Record<string, string> = { ...report.outputs, outcome: report.outcome, duration: (ms / 1000).toFixed(1), summary }
  setOutputs(Object.fromEntries(Object.keys(OUTPUTS).map((name) => [name, outputs[name] ?? ''])))
  // A cancelled run may have had no answer when it released the lease or cancelled the command: `post` does so again.
  if (report.outcome !== 'cancelled') saveState({ finished: 'true' })
  writeSummary(text)
  for (const { host, parts } of report.logs ?? []) progress.group(host, logText(parts))
  if (isGreen(report)) progress.info(`${report.headline} (${seconds(ms)})`)
  else annotate(report, progress)
  if (report.lastLines) progress.info(`--- Last log lines ---\n${report.lastLines}`)
  for (const warning of report.warnings ?? []) progress.warn(warning)
}

function logText(parts: readonly LogPart[]): string {
  return parts.map(({ words, text }) => `--- ${words} ---${text === '' ? '' : `\n${text}`}`).join('\n')
}

async function summaryOf(report: Report, steps: readonly StepTime[]): Promise<string> {
  const causes = causesPage(process.env)
  if (isOnlyHead(report, steps)) return `${renderHead(report, causes)}\n`
  const { renderSummary } = await import('./summary.ts')
  return renderSummary(report, steps, causes)
}

const OF_HEAD: readonly string[] = ['outcome', 'headline', 'failure', 'outputs'] satisfies (keyof Report)[]

/** True for a run that refuses its inputs: it does not load the code for the rest of the page. */
export function isOnlyHead(report: Report, steps: readonly StepTime[]): boolean {
  const rest = Object.entries(report).filter(([name, value]) => !OF_HEAD.includes(name) && !isNothing(value))
  return rest.length === 0 && steps.length === 0
}

function isNothing(value: unknown): boolean {
  return value === undefined || (Array.isArray(value) && value.length === 0)
}

/** The annotation of a red run, in two lines: what is wrong and what serves now, then the next step. A list of several problems comes between them. */
export function annotationOf(report: Pick<Report, 'outcome' | 'headline' | 'failure' | 'canary'>): {
  readonly message: string
  readonly title: string
} {
  const { outcome, headline, failure } = report
  const cause = failure === undefined || failure.cause === outcome ? '' : `: ${failure.cause}`
  const title = `docker-to-ec2 ${outcome}${cause}`
  const [first = '', ...items] = wordsOf(report).split('\n')
  const rest = beyond(headline, first)
  const words = rest === '' ? `${headline}${items.length === 0 ? '' : ':'}` : `${headline}: ${rest}`
  const hint = failure?.hint === undefined ? '' : `\n${cut(failure.hint, ANNOTATION_LIMIT / 2)}`
  return { message: `${cut([words, ...items].join('\n'), ANNOTATION_LIMIT - hint.length)}${hint}`, title }
}

/** The summary has the rest. */
function cut(text: string, letters: number): string {
  return text.length <= letters ? text : `${text.slice(0, letters - 1)}…`
}

function wordsOf({ failure, canary }: Pick<Report, 'failure' | 'canary'>): string {
  const { sentence = '', state = '', others = [] } = failure ?? {}
  return [sentence, canary?.cost ?? '', state, ...others].filter((words) => words !== '').join(' ')
}

function annotate(report: Report, progress: Progress): void {
  const { message, title } = annotationOf(report)
  progress.fail(message, title)
  const { failure } = report
  const { logs = '', health = '', host = '' } = failure?.evidence ?? {}
  const { stack = '' } = failure ?? {}
  for (const [name, text] of Object.entries({ Stack: stack, 'Last log lines': logs, 'Health check': health, Host: host })) {
    if (text.trim() !== '') progress.info(`--- ${name} ---\n${text}`)
  }
}

/** Like the runner itself, does nothing without a summary file: the run is outside of GitHub. */
function writeSummary(text: string): void {
  const file = process.env['GITHUB_STEP_SUMMARY']
  if (file) appendFileSync(file, text)
}
