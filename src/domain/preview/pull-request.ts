import * as v from 'valibot'
import { refuse } from '../refusal.ts'
import type { Refused } from '../refusal.ts'
import type { PreviewRun } from './preview.ts'
import { commitId, count, line, readJson } from '../untrusted.ts'

const REPOSITORY = v.object({ full_name: line })

/** The fields that the action uses of https://docs.github.com/en/webhooks/webhook-events-and-payloads#pull_request */
const EVENT = v.object({
  action: line,
  /** Only for `labeled`. */
  label: v.nullish(v.object({ name: v.string() })),
  pull_request: v.object({
    number: v.pipe(count, v.minValue(1)),
    /** A deleted fork has no repository. */
    head: v.object({ sha: commitId, repo: v.nullish(REPOSITORY) }),
    base: v.object({ sha: v.optional(commitId, ''), repo: REPOSITORY }),
  }),
})

/** An event of a pull request. Its title and branch names are not read, because its author chooses them. */
export interface PullRequestEvent {
  /** `pull_request`, or another event that names a pull request. */
  readonly name: string
  /** Such as `opened` or `closed`. */
  readonly action: string
  readonly number: number
  readonly fork: boolean
  /** The newest commit of its branch at the time of the event. */
  readonly head: string
  /** The newest commit of its target branch; empty if GitHub does not know. */
  readonly base: string
  /** The label, if the event set one. */
  readonly label: string | undefined
}

/** `text`: the payload of the event. `undefined` if it is not about a pull request. */
export function readPullRequestEvent(name: string, text: string): PullRequestEvent | undefined {
  const event = readJson(EVENT, text)
  if (event === undefined) return undefined
  const { action, label, pull_request: request } = event
  const { number, head, base } = request
  const fork = head.repo?.full_name !== base.repo.full_name
  return { name, action, number, fork, head: head.sha, base: base.sha, label: action === 'labeled' ? label?.name : undefined }
}

type PreviewAct = PreviewRun['act']

/**
 * The consequence of an event. A fork's code gets no credentials, but with `pull_request_target` it would: there, only the event of the label itself
 * counts, whose payload names the newest commit at the time when somebody set the label. A later push is another event.
 * https://docs.github.com/en/actions/reference/security/secure-use#mitigating-the-risks-of-untrusted-code-checkout
 */
export function previewAct({ name, action, fork, label }: PullRequestEvent, wanted: string | undefined): PreviewAct | Refused {
  if (name === 'pull_request' && fork) return FORK
  if (action === 'closed') return 'remove'
  if (name === 'pull_request') return 'serve'
  if (wanted !== undefined && label === wanted) return 'serve'
  const set =
    wanted === undefined
      ? 'Set preview-label to that label'
      : `Let a reviewer set the label ${wanted} again, after reading the newest commit`
  return refuse(
    `a run for pull_request_target has credentials, so it serves a pull request only when its label is set, and this is the event ${action}`,
    `${set} (docs/guides/serve/previews.md, "Forks"), or use on: pull_request.`,
  )
}

const FORK = refuse(
  'the pull request comes from a fork, whose code gets no credentials, so it has no preview',
  'Push the branch to this repository, or let a reviewer set a label: docs/guides/serve/previews.md, "Forks".',
)
