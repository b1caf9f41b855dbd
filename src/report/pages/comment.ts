import type { Config } from '../../config/config.ts'
import { repositoryUrl, runUrl } from '../../config/job.ts'
import type { CommentRun } from '../../domain/comment/comment-run.ts'
import type { CommentEvent } from '../../domain/comment/event.ts'
import type { Ended } from '../../domain/comment/jobs.ts'
import { requestText, USAGE, WORDS } from '../../domain/comment/request.ts'
import type { CommentRequest, Word } from '../../domain/comment/request.ts'
import type { Report } from '../parts/report.ts'
import { rowIf } from '../parts/rows.ts'
import { code, cutComment, link, paragraphs, plain, prose, table } from '../parts/markdown.ts'
import { shortCommit } from '../../domain/commits.ts'

type Reported = Pick<Config, 'job'>

/** The first line of the answer to a comment. The last job finds the answer by it. Nothing in it needs escaping. */
export function answerMarker({ id }: CommentEvent): string {
  return `<!-- docker-to-ec2 comment ${id} -->`
}

/** A command that was accepted. `commit`: to check out; empty if the command takes no code. */
export interface Accepted {
  readonly run: CommentRun
  readonly request: CommentRequest
  readonly commit: string
}

function heading(sign: string, { event }: CommentRun, asked: string): string {
  return `## ${sign} ${code(asked)} by ${plain(event.person?.login ?? '')}`
}

function answer(run: CommentRun, parts: readonly string[]): string {
  return cutComment(paragraphs([answerMarker(run.event), ...parts]))
}

/** The answer while the request is carried out. */
export function acceptedAnswer({ job }: Reported, { run, request, commit }: Accepted): string {
  const address = `${repositoryUrl(job)}/commit/${commit}`
  const rows = [
    ['Environment', code(request.environment)],
    ...(commit === '' ? [] : [['Commit', link(code(shortCommit(commit)), address)]]),
  ]
  return answer(run, [
    heading('⏳', run, requestText(request)),
    table(['', ''], rows),
    `<sub>${link('This run', runUrl(job))} starts it as soon as the environment allows. The result will replace this text.</sub>`,
  ])
}

const RESULTS: Readonly<Record<Ended['result'], { readonly sign: string; readonly words: string }>> = {
  success: { sign: '✅', words: 'It succeeded.' },
  failure: { sign: '❌', words: 'It failed, or its environment did not allow it to start.' },
  cancelled: { sign: '🚫', words: 'It was cancelled.' },
  skipped: { sign: '🚫', words: 'No job of the workflow ran it.' },
}

/** The summary is Markdown that a run of the action wrote, with everything from outside already escaped. */
export function endedAnswer({ job }: Reported, { run, request, ended }: Omit<Accepted, 'commit'> & { readonly ended: Ended }): string {
  const { sign, words } = RESULTS[ended.result]
  return answer(run, [
    heading(sign, run, requestText(request)),
    `${words} ${link('The run', runUrl(job))} has the details.`,
    ended.summary.replace(/^## /gm, '### '),
  ])
}

/** The answer to a request that was refused. */
export function refusedAnswer({ job }: Reported, run: CommentRun, { failure }: Report): string {
  return answer(run, [
    `## ✋ Nothing was done for ${plain(run.event.person?.login ?? '')}`,
    prose(failure?.sentence.split('\n', 1)[0] ?? ''),
    failure?.hint === undefined ? '' : `**Next step:** ${prose(failure.hint)}`,
    `<sub>In ${link('this run', runUrl(job))}.</sub>`,
  ])
}

const MEANING: Readonly<Record<Word, string>> = {
  plan: 'shows what a deploy would do',
  deploy: 'deploys the newest commit of the pull request; on an issue, that of the default branch',
  rollback: 'returns to the last verified release, or to a version or release',
  freeze: 'blocks deploys until `.unfreeze`',
  unfreeze: 'allows deploys again',
  help: 'shows this table',
}

/** The answer that lists the commands. */
export function helpAnswer(run: CommentRun): string {
  const { environments, permission } = run
  const [usual = ''] = environments
  return answer(run, [
    '## Commands',
    table(
      ['Comment', 'What it does'],
      WORDS.map((word) => [code(USAGE[word]), prose(MEANING[word])]),
    ),
    `Environments: ${environments.map(code).join(', ')}; ${code(usual)} if the comment names none. Needs the permission ${code(permission)} on the repository.`,
  ])
}

/** Green, without outputs: no later job runs. */
export function ignoredReport(why: string): Report {
  return { outcome: 'ignored', headline: `the comment is not for this action: ${why}`, outputs: {}, facts: [] }
}

/** The report of a run that only answered. `what`: what the comment asked for. */
export function answeredReport(what: string): Report {
  return { outcome: 'answered', headline: `answered the comment: ${what}`, outputs: {}, facts: [] }
}

/** The only report whose outputs make later jobs run. */
export function acceptedReport({ run, request, commit }: Accepted): Report {
  const { word, environment, target, reason } = request
  return {
    outcome: 'accepted',
    headline: `${run.event.person?.login ?? ''} asked for ${requestText(request)}`,
    outputs: {
      'comment-command': word,
      'comment-environment': environment,
      'comment-sha': commit,
      'comment-release': target !== undefined && 'release' in target ? target.release : '',
      'comment-version': target !== undefined && 'version' in target ? target.version : '',
      'comment-reason': reason,
    },
    facts: [['Environment', environment], ...rowIf('Commit', commit)],
  }
}
