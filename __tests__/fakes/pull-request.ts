import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { temporaryFolder } from './temporary-folder.ts'

export const HEAD = 'a'.repeat(40)
export const BASE = 'b'.repeat(40)

interface Happened {
  readonly number?: number
  readonly event?: 'pull_request' | 'pull_request_target'
  readonly action?: string
  readonly label?: string
  /** The name of the repository today. */
  readonly repository?: string
  readonly from?: string
  readonly head?: string
}

/** What GitHub tells a run for a pull request, by variables and by the file of the event. */
export function pullRequestEnv(happened: Happened = {}): Record<string, string> {
  const {
    number = 12,
    event = 'pull_request',
    action = 'opened',
    label,
    repository = 'acme/web',
    from = repository,
    head = HEAD,
  } = happened
  const base = { sha: BASE, repo: { full_name: repository } }
  const request = { number, title: '`id` $(id)', head: { sha: head, repo: { full_name: from } }, base }
  const path = join(temporaryFolder('event'), 'event.json')
  writeFileSync(path, JSON.stringify({ action, pull_request: request, ...(label !== undefined && { label: { name: label } }) }))
  const ref = event === 'pull_request' ? `refs/pull/${number}/merge` : 'refs/heads/main'
  return { GITHUB_REPOSITORY: repository, GITHUB_REPOSITORY_ID: '4711', GITHUB_EVENT_NAME: event, GITHUB_EVENT_PATH: path, GITHUB_REF: ref }
}
