import type { Context } from '../context.ts'
import type { CommentRun } from '../domain/comment/comment-run.ts'
import type { Person } from '../domain/comment/event.ts'
import { isRepetition, refuseChanged, refuseRepetition } from '../domain/comment/guards.ts'
import { endedOf } from '../domain/comment/jobs.ts'
import type { Ended } from '../domain/comment/jobs.ts'
import { isPermitted, refusePermission } from '../domain/comment/permission.ts'
import { readRequest } from '../domain/comment/request.ts'
import type { CommentRequest } from '../domain/comment/request.ts'
import type { Refusal } from '../domain/refusal.ts'
import { assertNotRefused, DeployError, messageOf, refused } from '../errors.ts'
import { reportOfError } from '../report/explain.ts'
import { acceptedAnswer, acceptedReport, answeredReport, answerMarker, endedAnswer } from '../report/pages/comment.ts'
import { helpAnswer, ignoredReport, refusedAnswer } from '../report/pages/comment.ts'
import type { Report } from '../report/parts/report.ts'
import { askGithub } from '../steps/comment/ask-github.ts'
import { commitOfCommand } from '../steps/comment/commit-of-command.ts'

/**
 * Reads the command in a comment, and gives it to the next job as outputs. In the last job, it writes the end into the answer. Whatever is wrong, also
 * with GitHub, leaves all outputs empty: only `acceptedReport` fills them, after everything else.
 */
export async function comment(ctx: Context): Promise<Report> {
  const { comment: run } = ctx.config
  if (run === undefined) throw new Error('The configuration of a comment has its event.')
  const { event, environments } = run
  if (event.action !== 'created') return ignoredReport(`it was ${event.action}`)
  if (event.person === undefined) return ignoredReport('a bot or an app wrote it')
  if (run.jobs !== undefined) return reportEnd(ctx, run, endedOf(run.jobs))
  const read = readRequest(event.body, environments)
  if (read.kind === 'none') return ignoredReport('it does not start with a command')
  assertNotRefused(refuseRepetition(ctx.config.job))
  return acceptOrRefuse(ctx, { run, person: event.person }, read)
}

interface Asker {
  readonly run: CommentRun
  readonly person: Person
}

async function acceptOrRefuse(ctx: Context, asker: Asker, read: CommentRequest | Refusal): Promise<Report> {
  const { run, person } = asker
  const found = await askGithub(ctx, `Ask GitHub for the permission of ${person.login}`, () => ctx.conversation.permissionOf(person.login))
  const refusal = refusePermission(person, found, run.permission)
  if (refusal !== undefined && !isPermitted(person, found, 'write')) return refuseStranger(ctx, run, refusal)
  try {
    assertNotRefused(refusal)
    if ('hint' in read) throw refused(read)
    return await accept(ctx, asker, read)
  } catch (error) {
    if (error instanceof DeployError) await answerRefusal(ctx, run, reportOfError(error))
    throw error
  }
}

/** Anyone can comment on a public repository, so nobody without a permission makes the action write: a reaction is enough. */
async function refuseStranger({ conversation, progress }: Context, { event }: CommentRun, refusal: Refusal): Promise<never> {
  await conversation
    .react(event.id, '-1')
    .catch((error: unknown) => progress.warn(`GitHub did not accept the reaction: ${messageOf(error)}`))
  throw refused(refusal)
}

async function accept(ctx: Context, { run, person }: Asker, request: CommentRequest): Promise<Report> {
  const { conversation, config } = ctx
  const { event } = run
  if (request.word === 'help') {
    await answer(ctx, run, helpAnswer(run))
    return answeredReport('.help')
  }
  const commit = await commitOfCommand(ctx, run, request.word)
  const now = await askGithub(ctx, 'Look whether the comment has changed', () => conversation.comment(event.id))
  assertNotRefused(refuseChanged(now, { body: event.body, author: person }))
  const accepted = { run, request, commit }
  await answer(ctx, run, acceptedAnswer(config, accepted))
  await askGithub(ctx, 'React', () => conversation.react(event.id, 'eyes'))
  return acceptedReport(accepted)
}

async function reportEnd(ctx: Context, run: CommentRun, ended: Ended | undefined): Promise<Report> {
  const request = ended && readRequest(run.event.body, [ended.environment])
  if (ended === undefined || request?.kind !== 'request') return ignoredReport('no job has accepted it')
  if (ended.result === 'skipped' && isRepetition(ctx.config.job)) return ignoredReport('a run that is started again does nothing')
  await answer(ctx, run, endedAnswer(ctx.config, { run, request, ended }))
  await askGithub(ctx, 'React', () => ctx.conversation.react(run.event.id, ended.result === 'success' ? 'rocket' : 'confused'))
  return answeredReport(ended.result)
}

async function answer(ctx: Context, { event }: CommentRun, body: string): Promise<void> {
  await askGithub(ctx, 'Answer', () => ctx.comments.put(event.number, answerMarker(event), body))
}

/** The run is refused in any case, so a failure to say so is only a warning. */
async function answerRefusal({ conversation, comments, config, progress }: Context, run: CommentRun, report: Report): Promise<void> {
  const { event } = run
  const told = [comments.put(event.number, answerMarker(event), refusedAnswer(config, run, report)), conversation.react(event.id, '-1')]
  for (const { reason } of (await Promise.allSettled(told)).filter((one) => one.status === 'rejected'))
    progress.warn(`GitHub did not accept the answer: ${messageOf(reason)}`)
}
