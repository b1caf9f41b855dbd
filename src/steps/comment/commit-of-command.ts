import type { Context } from '../../context.ts'
import type { CommentRun } from '../../domain/comment/comment-run.ts'
import { approversOf, refusePullRequest, refusePush, refuseUnreviewed, takesCode } from '../../domain/comment/guards.ts'
import type { PullRequestHead, Push } from '../../domain/comment/guards.ts'
import { isPermitted } from '../../domain/comment/permission.ts'
import type { Word } from '../../domain/comment/request.ts'
import { assertNotRefused, refused } from '../../errors.ts'
import { askGithub } from './ask-github.ts'

/** The commit to check out. On an issue, the event's: the newest one of the default branch. Empty for a command that takes no code. */
export async function commitOfCommand(ctx: Context, run: CommentRun, word: Word): Promise<string> {
  if (!takesCode(word)) return ''
  return run.event.onPullRequest ? commitOfPullRequest(ctx, run, word) : ctx.config.job.commit
}

/** The newest commit of the pull request, if its author and its reviewers allow that. Throws a refusal. */
async function commitOfPullRequest(ctx: Context, run: CommentRun, word: Word): Promise<string> {
  const { conversation, config } = ctx
  const { event, allowForks, needsReview } = run
  const { repository } = config.job
  const head = await askGithub(ctx, 'Ask GitHub for the pull request', () => conversation.pullRequest(event.number))
  assertNotRefused(refusePullRequest(word, head, { repository, allowForks }))
  const from = head.repository ?? ''
  const push = await askGithub(ctx, 'Ask GitHub for its newest push', () => conversation.lastPush(from, head.branch))
  assertNotRefused(refusePush(head, push, event.writtenAt))
  if (push !== undefined && (from !== repository || (needsReview && word === 'deploy'))) await assertReviewed(ctx, run, head, push)
  return head.commit
}

async function assertReviewed(ctx: Context, { event, permission }: CommentRun, head: PullRequestHead, push: Push): Promise<void> {
  const { conversation } = ctx
  const isApproved = await askGithub(ctx, 'Ask GitHub for the reviews', async () => {
    for (const person of approversOf(await conversation.reviews(event.number), head, push))
      if (isPermitted(person, await conversation.permissionOf(person.login), permission)) return true
    return false
  })
  if (!isApproved) throw refused(refuseUnreviewed(head, permission))
}
