import * as v from 'valibot'
import { count, isoTime, line, readJson } from '../untrusted.ts'

/** The fields that the action uses of https://docs.github.com/en/webhooks/webhook-events-and-payloads#issue_comment */
const EVENT = v.object({
  action: line,
  comment: v.object({
    id: count,
    body: v.nullish(v.string(), ''),
    created_at: isoTime,
    /** A deleted account has none. */
    user: v.nullish(v.object({ login: line, id: count, type: line })),
    performed_via_github_app: v.optional(v.unknown()),
  }),
  issue: v.object({ number: v.pipe(count, v.minValue(1)), pull_request: v.optional(v.unknown()) }),
})

/** A comment on a pull request or an issue. Titles and branch names are not read, because anyone can choose them. */
export interface CommentEvent {
  /** `created`, `edited` or `deleted`. */
  readonly action: string
  readonly id: number
  readonly body: string
  /** Milliseconds since the epoch; GitHub's clock, in whole seconds. */
  readonly writtenAt: number
  /** `undefined`: a bot, an app that acts for somebody, or a deleted account. */
  readonly person: Person | undefined
  /** Of the pull request or the issue. */
  readonly number: number
  readonly onPullRequest: boolean
}

export interface Person {
  readonly login: string
  /** Another account can get the login later, but never the id. */
  readonly id: number
}

/** `text`: the payload of the event. `undefined` if it is not about a comment. */
export function readCommentEvent(text: string): CommentEvent | undefined {
  const event = readJson(EVENT, text)
  if (event === undefined) return undefined
  const { action, comment, issue } = event
  const { user, performed_via_github_app: app } = comment
  return {
    action,
    id: comment.id,
    body: comment.body,
    writtenAt: Date.parse(comment.created_at),
    person: user?.type === 'User' && (app ?? undefined) === undefined ? { login: user.login, id: user.id } : undefined,
    number: issue.number,
    onPullRequest: (issue.pull_request ?? undefined) !== undefined,
  }
}
