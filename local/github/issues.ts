/** https://docs.github.com/rest/issues/issues#list-repository-issues */
import { pageOfList } from './api/answer.ts'
import type { Answer, Asked, Operations } from './api/answer.ts'

export interface StoredIssue {
  readonly number: number
  readonly labels: readonly string[]
  /** ISO 8601. */
  readonly openedAt: string
  readonly closedAt?: string
  readonly isPullRequest?: true
}

interface Query {
  readonly state?: 'open' | 'closed' | 'all'
  readonly labels?: string
  readonly since?: string
}

export function issueOperations(issues: readonly StoredIssue[]): Operations {
  return { 'issues/list-for-repo': (request) => listIssues(issues, request) }
}

/** Those with all of the labels, in the state that is asked for, that were changed since. */
function listIssues(issues: readonly StoredIssue[], request: Asked): Answer {
  const { state = 'open', labels = '', since = '' } = request.query as Query
  const wanted = labels.split(',').filter((label) => label !== '')
  const found = issues
    .filter((issue) => wanted.every((label) => issue.labels.includes(label)))
    .filter(({ closedAt }) => state === 'all' || (state === 'closed') === (closedAt !== undefined))
    .filter(({ openedAt, closedAt = openedAt }) => since === '' || Date.parse(closedAt) >= Date.parse(since))
  return pageOfList(request, found.map(shown))
}

function shown({ number, labels, openedAt, closedAt, isPullRequest }: StoredIssue): object {
  const url = `https://github.example/acme/web/issues/${number}`
  const urls = ['labels', 'comments', 'events', 'repository'].map((name) => [`${name}_url`, url] as const)
  return {
    ...Object.fromEntries(urls),
    ...{
      id: number,
      node_id: String(number),
      number,
      url,
      html_url: url,
      title: 'It is slow',
      user: null,
      assignee: null,
      milestone: null,
    },
    ...{ labels: [...labels], state: closedAt === undefined ? 'open' : 'closed', locked: false, comments: 0, author_association: 'MEMBER' },
    ...{ created_at: openedAt, updated_at: closedAt ?? openedAt, closed_at: closedAt ?? null },
    ...(isPullRequest && { pull_request: { diff_url: url, html_url: url, patch_url: url, url } }),
  }
}
