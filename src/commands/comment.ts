import type { Context } from '../context.ts'
import { approversOf, isRepetition, refuseChanged, refusePullRequest, refusePush, refuseRepetition } from '../domain/comment/guards.ts'
import { takesCode } from '../domain/comment/guards.ts'
import type { PullRequestHead, Push } from '../domain/comment/guards.ts'
import type { CommentRun } from '../domain/comment/comment-run.ts'
import type { Person } from '../domain/comment/event.ts'
import { endedOf } from '../domain/comment/jobs.ts'
import type { Ended } from '../domain/comment/jobs.ts'
import { isPermitted } from '../domain/comment/permission.ts'
import { readRequest } from '../domain/comment/request.ts'
import type { CommentRequest } from '../domain/comment/request.ts'
import type { Refusal } from '../domain/refusal.ts'
import { Cancelled, DeployError, messageOf, refused } from '../errors.ts'
import { reportOfError } from '../report/explain.ts'
import { acceptedAnswer, acceptedReport, answeredReport, answerMarker, endedAnswer } from '../report/pages/comment.ts'
import { helpAnswer, ignoredReport, refusedAnswer } from '../report/pages/comment.ts'
import type { Report } from '../report/parts/report.ts'
import { shortCommit } from '../domain/commits.ts'

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
  throwIf(refuseRepetition(ctx.config.job))
  return acceptOrRefuse(ctx, { run, person: event.person }, read)
}

interface Asker {
  readonly run: CommentRun
  readonly person: Person
}

async function acceptOrRefuse(ctx: Context, asker: Asker, read: CommentRequest | Refusal): Promise<Report> {
  const { run, person } = asker
  const found = await asked(ctx, `Ask GitHub for the permission of ${person.login}`, () => ctx.conversation.permissionOf(person.login))
  if (!isPermitted(person, found, 'write')) return refuseStranger(ctx, asker)
  try {
    if (!isPermitted(person, found, run.permission)) throw refused(missingPermission(asker))
    if ('hint' in read) throw refused(read)
    return await accept(ctx, asker, read)
  } catch (error) {
    if (error instanceof DeployError) await answerRefusal(ctx, run, reportOfError(error))
    throw error
  }
}

function missingPermission({ run, person }: Asker): Refusal {
  return {
    reason: `${person.login} has no permission for this: it needs ${run.permission} on the repository`,
    hint: `Ask somebody with that permission to write the comment.`,
  }
}

/** Anyone can comment on a public repository, so nobody without a permission makes the action write: a reaction is enough. */
async function refuseStranger(ctx: Context, asker: Asker): Promise<never> {
  await ctx.conversation
    .react(asker.run.event.id, '-1')
    .catch((error: unknown) => ctx.progress.warn(`GitHub did not accept the reaction: ${messageOf(error)}`))
  throw refused(missingPermission(asker))
}

async function accept(ctx: Context, { run, person }: Asker, request: CommentRequest): Promise<Report> {
  const { conversation, config } = ctx
  const { event } = run
  if (request.word === 'help') {
    await answer(ctx, run, helpAnswer(run))
    return answeredReport('.help')
  }
  const commit = await commitFor(ctx, run, request)
  const now = await asked(ctx, 'Look whether the comment has changed', () => conversation.comment(event.id))
  throwIf(refuseChanged(now, { body: event.body, author: person }))
  const accepted = { run, request, commit }
  await answer(ctx, run, acceptedAnswer(config, accepted))
  await asked(ctx, 'React', () => conversation.react(event.id, 'eyes'))
  return acceptedReport(accepted)
}

/** On an issue, the event's commit: the newest one of the default branch. Empty for a command that takes no code. */
async function commitFor(ctx: Context, run: CommentRun, { word }: CommentRequest): Promise<string> {
  const { conversation, config } = ctx
  const { event, allowForks, needsReview } = run
  if (!takesCode(word)) return ''
  if (!event.onPullRequest) return config.job.commit
  const head = await asked(ctx, 'Ask GitHub for the pull request', () => conversation.pullRequest(event.number))
  const { repository } = config.job
  throwIf(refusePullRequest(word, head, { repository, allowForks }))
  const from = head.repository ?? ''
  const push = await asked(ctx, 'Ask GitHub for its newest push', () => conversation.lastPush(from, head.branch))
  throwIf(refusePush(head, push, event.writtenAt))
  if (push !== undefined && (from !== repository || (needsReview && word === 'deploy'))) await assertReviewed(ctx, run, head, push)
  return head.commit
}

async function assertReviewed(ctx: Context, run: CommentRun, head: PullRequestHead, push: Push): Promise<void> {
  const { conversation } = ctx
  const isApproved = await asked(ctx, 'Ask GitHub for the reviews', async () => {
    for (const person of approversOf(await conversation.reviews(run.event.number), head, push))
      if (isPermitted(person, await conversation.permissionOf(person.login), run.permission)) return true
    return false
  })
  if (isApproved) return
  throw refused({
    reason: `nobody with the permission ${run.permission} has approved the commit ${shortCommit(head.commit)}`,
    hint: 'Let somebody approve it who has neither opened the pull request nor pushed that commit, and comment again.',
  })
}

async function reportEnd(ctx: Context, run: CommentRun, ended: Ended | undefined): Promise<Report> {
  const request = ended && readRequest(run.event.body, [ended.environment])
  if (ended === undefined || request?.kind !== 'request') return ignoredReport('no job has accepted it')
  if (ended.result === 'skipped' && isRepetition(ctx.config.job)) return ignoredReport('a run that is started again does nothing')
  await answer(ctx, run, endedAnswer(ctx.config, { run, request, ended }))
  await asked(ctx, 'React', () => ctx.conversation.react(run.event.id, ended.result === 'success' ? 'rocket' : 'confused'))
  return answeredReport(ended.result)
}

async function answer(ctx: Context, { event }: CommentRun, body: string): Promise<void> {
  await asked(ctx, 'Answer', () => ctx.comments.put(event.number, answerMarker(event), body))
}

/** The run is refused anyway, so that the answer to that may fail. */
async function answerRefusal({ conversation, comments, config, progress }: Context, run: CommentRun, report: Report): Promise<void> {
  const { event } = run
  const told = [comments.put(event.number, answerMarker(event), refusedAnswer(config, run, report)), conversation.react(event.id, '-1')]
  for (const { reason } of (await Promise.allSettled(told)).filter((one) => one.status === 'rejected'))
    progress.warn(`GitHub did not accept the answer: ${messageOf(reason)}`)
}

/** A GitHub that does not answer refuses the command. */
async function asked<T>({ config, progress }: Context, what: string, work: () => Promise<T>): Promise<T> {
  try {
    return await progress.step(what, work)
  } catch (error) {
    if (error instanceof DeployError || error instanceof Cancelled) throw error
    const again = config.comment?.jobs === undefined ? 'write the command in a new comment' : 'run the job again'
    throw new DeployError('refused', `GitHub did not answer: ${messageOf(error)}`, {
      hint: `The job needs \`contents: read\`, \`issues: write\` and \`pull-requests: write\`. If it has them, see https://www.githubstatus.com, and ${again}.`,
      cause: error,
    })
  }
}

function throwIf(refusal: Refusal | undefined): void {
  if (refusal !== undefined) throw refused(refusal)
}
