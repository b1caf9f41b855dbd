/** The event that starts a workflow, in GitHub's format. */
import { userOf } from '../github/user.ts'
import type { Input, Trigger } from './file/types.ts'

export interface Event {
  readonly name: 'push' | 'pull_request' | 'issue_comment' | 'workflow_dispatch'
  readonly sha: string
  readonly ref: string
  readonly actor: string
  /** Names of a pull request's branches. */
  readonly headRef: string
  readonly baseRef: string
  /** A pull request from a fork: its jobs can only read, and get neither secrets nor variables. */
  readonly fork: boolean
  readonly payload: Readonly<Record<string, unknown>>
}

const COMMON = { actor: 'ada', headRef: '', baseRef: '', fork: false }

export function push(sha: string, branch = 'main'): Event {
  return { ...COMMON, name: 'push', sha, ref: `refs/heads/${branch}`, payload: { ref: `refs/heads/${branch}`, after: sha } }
}

export function tagPush(sha: string, tag: string): Event {
  return { ...COMMON, name: 'push', sha, ref: `refs/tags/${tag}`, payload: { ref: `refs/tags/${tag}`, after: sha } }
}

export function dispatch(sha: string, inputs: Readonly<Record<string, string>> = {}): Event {
  return { ...COMMON, name: 'workflow_dispatch', sha, ref: 'refs/heads/main', payload: { ref: 'refs/heads/main', inputs } }
}

export interface PullRequest {
  readonly number: number
  /** The merge commit, which GitHub checks out. */
  readonly sha: string
  readonly title: string
  readonly action?: string
  /** `owner/name` of the branch's repository, and of the target repository. */
  readonly from: string
  readonly into: string
  readonly branch: string
  /** The newest commit of the target branch. */
  readonly base?: string
}

export function pullRequest({ number, sha, title, action = 'opened', from, into, branch, base: baseSha }: PullRequest): Event {
  const head = { ref: branch, sha, repo: { full_name: from, fork: from !== into } }
  const base = { ref: 'main', ...(baseSha !== undefined && { sha: baseSha }), repo: { full_name: into } }
  return {
    ...COMMON,
    name: 'pull_request',
    sha,
    ref: `refs/pull/${number}/merge`,
    headRef: branch,
    baseRef: 'main',
    fork: from !== into,
    payload: { action, number, pull_request: { number, title, head, base } },
  }
}

interface Comment {
  /** The newest commit of the default branch. */
  readonly sha: string
  /** Of the pull request or the issue. */
  readonly number: number
  readonly id: number
  readonly body: string
  readonly by: string
  /** ISO 8601. */
  readonly at: string
  readonly action?: string
  readonly onIssue?: boolean
}

/** It runs on the default branch, with its secrets, whoever wrote the comment. */
export function comment({ sha, number, id, body, by, at, action = 'created', onIssue = false }: Comment): Event {
  const user = userOf(by, 'User')
  const written = { id, body, user, created_at: at, updated_at: at, performed_via_github_app: null }
  const issue = { number, ...(!onIssue && { pull_request: {} }) }
  return { ...COMMON, actor: by, name: 'issue_comment', sha, ref: 'refs/heads/main', payload: { action, comment: written, issue } }
}

const TYPES: Readonly<Partial<Record<Event['name'], readonly string[]>>> = {
  pull_request: ['opened', 'synchronize', 'reopened'],
  issue_comment: ['created', 'edited', 'deleted'],
}

export function starts(on: Readonly<Record<string, Trigger>>, event: Event): boolean {
  const trigger = on[event.name]
  if (!trigger) return false
  if (event.ref.startsWith('refs/tags/')) return startsForTag(trigger, event.ref.replace('refs/tags/', ''))
  const branch = event.name === 'pull_request' ? event.baseRef : event.ref.replace('refs/heads/', '')
  const action = event.payload['action']
  const types = trigger.types ?? TYPES[event.name]
  const rightType = types === undefined || types.includes(String(action))
  return rightType && (trigger.branches?.includes(branch) ?? trigger.tags === undefined)
}

/** A trigger with only branches, or only tags, ignores the others. */
function startsForTag({ branches, tags }: Trigger, tag: string): boolean {
  if (tags === undefined) return branches === undefined
  return tags.some((pattern) => new RegExp(`^${pattern.replace(/[^\w*]/g, '\\$&').replaceAll('*', '[^/]*')}$`).test(tag))
}

/** The type of a ref and its name, for the context `github`. */
export function refOf({ ref }: Event): { readonly ref_name: string; readonly ref_type: string } {
  return { ref_name: ref.replace(/^refs\/(heads|pull|tags)\//, ''), ref_type: ref.startsWith('refs/tags/') ? 'tag' : 'branch' }
}

/** The context `inputs` of a manual run. */
export function inputsOf(on: Readonly<Record<string, Trigger>>, event: Event): Record<string, string | boolean> {
  if (event.name !== 'workflow_dispatch') return {}
  return filledIn(on['workflow_dispatch']?.inputs ?? {}, event.payload['inputs'] as Readonly<Record<string, string>>)
}

/** The given inputs, with choices checked and defaults added. */
export function filledIn(
  declared: Readonly<Record<string, Input>>,
  given: Readonly<Record<string, string>>,
): Record<string, string | boolean> {
  for (const name of Object.keys(given)) if (!declared[name]) throw new Error(`the workflow has no input ${name}`)
  return Object.fromEntries(
    Object.entries(declared).map(([name, input]) => {
      const value = given[name] ?? input.default
      if (input.required && value === '') throw new Error(`the input ${name} is required`)
      if (input.type === 'choice' && !input.options.includes(value)) throw new Error(`the input ${name} cannot be ${value}`)
      return [name, input.type === 'boolean' ? value === 'true' : value]
    }),
  )
}
