import type { Config } from '../../config/config.ts'
import { repositoryUrl, runUrl } from '../../config/job.ts'
import type { Comparison } from '../../domain/commits.ts'
import { sinceLive, shortCommit } from '../../domain/commits.ts'
import type { ServedPreview } from '../../domain/preview/preview.ts'
import { serviceKey } from '../../domain/service.ts'
import type { Service } from '../../domain/service.ts'
import { code, cutComment, link, paragraphs, plain, prose, table } from '../parts/markdown.ts'
import { minuteOf } from '../parts/minute.ts'
import type { Report } from '../parts/report.ts'
import { renderCommits } from '../sections/commits.ts'

type Reported = Pick<Config, 'service' | 'job'>

/** The result of the run. */
interface Previewed {
  readonly run: ServedPreview
  readonly report: Report
  /** How the pull request relates to its target branch, if GitHub knows. */
  readonly comparison: Comparison | undefined
  /** ISO 8601. */
  readonly at: string
}

/** The first line of a preview's comment. The next run finds the comment by it. Nothing in it needs escaping. */
export function previewMarker(service: Service): string {
  return `<!-- docker-to-ec2 preview ${serviceKey(service)} -->`
}

/** The comment on the pull request, as Markdown. */
export function reportComment(config: Reported, previewed: Previewed): string {
  return previewed.report.failure === undefined ? served(config, previewed) : notServed(config, previewed)
}

function served({ service, job }: Reported, { run, report, comparison, at }: Previewed): string {
  const repository = repositoryUrl(job)
  const { url = '', release = '' } = report.outputs
  const since = sinceLive({ repository, commit: run.head }, run.base, comparison)
  const rows = [
    ['Address', link(plain(url), url)],
    ['Commit', link(code(shortCommit(run.head)), `${repository}/commit/${run.head}`)],
    ['Release', code(release)],
    ['Served since', plain(minuteOf(at))],
    ['Changes', filesText(since.files)],
  ].filter(([, cell]) => cell !== '')
  const text = paragraphs([
    `## 🔎 Preview of ${plain(service.name)}: ${link(plain(url), url)}`,
    table(['', ''], rows),
    since.commits.length === 0 ? '' : renderCommits(since.commits, since.compareUrl),
    `<sub>By ${link('this run', runUrl(job))}; the next push updates it. Closing the pull request removes the preview and its data.</sub>`,
  ])
  return cutComment(text)
}

function filesText(files: Comparison['files']): string {
  if (files === undefined) return ''
  const { count, all, added, removed, migrations } = files
  const words = `${count}${all ? '' : ' or more'} ${count === 1 ? 'file' : 'files'}, +${added} −${removed} lines`
  return plain(migrations.length === 0 ? words : `${words}; ${migrations.length} look like migrations`)
}

function notServed({ service, job }: Reported, { run, report, at }: Previewed): string {
  const { sentence = '', state = '', hint } = report.failure ?? {}
  const verb = report.outcome === 'refused' ? 'was refused' : 'failed'
  return paragraphs([
    `## ✋ The preview of ${plain(service.name)} ${verb}`,
    prose(sentence.split('\n', 1)[0] ?? ''),
    state === '' ? '' : `**Now:** ${prose(state)}`,
    hint === undefined ? '' : `**Next step:** ${prose(hint)}`,
    `<sub>Commit ${code(shortCommit(run.head))}, ${plain(minuteOf(at))}, in ${link('this run', runUrl(job))}.</sub>`,
  ])
}

/** The comment after the preview is removed. `why`: in words. */
export function removedComment({ service, job }: Reported, { at, why }: { readonly at: string; readonly why: string }): string {
  return paragraphs([
    `## The preview of ${plain(service.name)} was removed`,
    `<sub>${plain(why)}, ${plain(minuteOf(at))}, in ${link('this run', runUrl(job))}.</sub>`,
  ])
}

/** What a sweep removed. `swept`: a line each; `looked`: how many previews existed. */
export function sweepReport(
  { service }: Reported,
  { swept, looked }: { readonly swept: readonly string[]; readonly looked: number },
): Report {
  const stay = looked - swept.length
  const words = `removed ${swept.length} ${swept.length === 1 ? 'preview' : 'previews'}, ${stay === 1 ? '1 stays' : `${stay} stay`}`
  const outcome = swept.length === 0 ? 'unchanged' : 'destroyed'
  return { outcome, headline: `${service.name}: ${words}`, outputs: {}, facts: [], removed: swept }
}
