import type { Context } from '../../context.ts'
import { Cancelled, messageOf } from '../../errors.ts'

interface PullRequestComment {
  /** Number of the pull request. */
  readonly pullRequest: number
  /** The start of the body, by which an earlier comment is found. */
  readonly marker: string
  readonly body: string
  /** Prefix of the warning, such as `plan-comment`. */
  readonly asked: string
}

/** Writes a comment, or updates the earlier one. Returns its address. A refusal by GitHub is only a warning, because the run has done its work. */
export async function putComment(
  { comments, progress }: Pick<Context, 'comments' | 'progress'>,
  { pullRequest, marker, body, asked }: PullRequestComment,
): Promise<string | undefined> {
  try {
    return await comments.put(pullRequest, marker, body)
  } catch (error) {
    if (error instanceof Cancelled) throw error
    const reason = messageOf(error)
    progress.warn(
      `${asked}: GitHub did not accept the comment: ${reason}. The job needs \`pull-requests: write\`. In a run for a fork, the token can only read.`,
    )
    return undefined
  }
}
