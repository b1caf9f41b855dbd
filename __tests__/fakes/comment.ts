import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { idOf } from '../../local/github/user.ts'
import { temporaryFolder } from './temporary-folder.ts'

/** When the comment was written. */
export const WRITTEN = '2026-11-27T12:00:00Z'
export const COMMENT_ID = 4711

export interface Written {
  readonly body?: string
  readonly login?: string
  readonly type?: 'User' | 'Bot'
  /** An app wrote it for its author. */
  readonly byApp?: boolean
  readonly action?: string
  readonly number?: number
  /** On an issue instead of a pull request. */
  readonly onIssue?: boolean
  readonly event?: string
}

/** What GitHub tells a run for a comment, by variables and by the file of the event. */
export function commentEnv(written: Written = {}): Record<string, string> {
  const path = join(temporaryFolder('event'), 'event.json')
  writeFileSync(path, JSON.stringify(commentPayload(written)))
  const { event = 'issue_comment' } = written
  return { GITHUB_REPOSITORY: 'acme/web', GITHUB_EVENT_NAME: event, GITHUB_EVENT_PATH: path, GITHUB_REF: 'refs/heads/main' }
}

/** In GitHub's format. */
export function commentPayload(written: Written): object {
  const { body = '.deploy', login = 'ada', type = 'User', byApp = false, action = 'created', number = 12, onIssue = false } = written
  const user = { login, id: idOf(login), type }
  const comment = {
    id: COMMENT_ID,
    body,
    created_at: WRITTEN,
    user,
    performed_via_github_app: byApp ? { id: 5 } : null,
    author_association: 'MEMBER',
  }
  const issue = { number, title: '`id` $(id)', ...(!onIssue && { pull_request: { url: 'https://github.example' } }) }
  return { action, comment, issue, repository: { full_name: 'acme/web', default_branch: 'main' }, sender: user }
}
