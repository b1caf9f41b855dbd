import type { CommentRun } from '../../domain/comment/comment-run.ts'
import { readCommentEvent } from '../../domain/comment/event.ts'
import type { RunVariables } from '../../domain/job.ts'
import type { Inputs } from '../inputs/inputs.ts'
import type { Problem } from '../step/problem.ts'
import { eventOf } from './event.ts'

interface ReadComment {
  /** `undefined` after a problem. */
  readonly run: CommentRun | undefined
  readonly problems: readonly Problem[]
}

/** The run for the comment of the event. `inputs` lacks inputs that are wrong by themselves, which ends the run anyway. */
export function commentOf(inputs: Partial<Inputs>, env: NodeJS.ProcessEnv, job: RunVariables): ReadComment {
  const event = job.event === 'issue_comment' ? readCommentEvent(eventOf(env)) : undefined
  if (event === undefined) return { run: undefined, problems: [NO_COMMENT] }
  const run = {
    event,
    environments: inputs['comment-environments'] ?? [],
    permission: inputs['comment-permission'] ?? 'admin',
    allowForks: inputs['comment-forks'] ?? false,
    needsReview: inputs['comment-review'] ?? true,
    jobs: inputs['comment-result'],
  }
  return { run, problems: [] }
}

const NO_COMMENT: Problem = {
  input: 'command',
  message: 'comment needs a run for a comment; expected a workflow with on: issue_comment (examples/workflows/comment.yml)',
}
