/** https://docs.github.com/rest/issues/issues#list-repository-issues */
import type { Context } from 'openapi-backend'

export interface StoredIssue {
  readonly number: number
  readonly labels: readonly string[]
  /** ISO 8601. */
  readonly openedAt: string
  readonly closedAt?: string
  readonly isPullRequest?: true
}

interface Answer {
  readonly status: number
  readonly body: unknown
  readonly link?: string
}

interface Query {
  readonly state?: 'open' | 'closed' | 'all'
  readonly labels?: string
  readonly since?: string
  readonly page?: number
  readonly per_page?: number
}

/** Those with all of the labels, in the state that is asked for, that were changed since. */
export function listIssues(issues: readonly StoredIssue[], { request }: Context): Answer {
  const { state = 'open', labels = '', since = '', page = 1, per_page: size = 30 } = request.query as Query
  const wanted = labels.split(',').filter((label) => label !== '')
  const found = issues
    .filter((issue) => wanted.every((label) => issue.labels.includes(label)))
    .filter(({ closedAt }) => state === 'all' || (state === 'closed') === (closedAt !== undefined))
    .filter(({ openedAt, closedAt = openedAt }) => since === '' || Date.parse(closedAt) >= Date.parse(since))
  const last = page * size >= found.length
  const next = `<http://${String(request.headers['host'])}${request.path}?per_page=${size}&page=${Number(page) + 1}>; rel="next"`
  return { status: 200, body: found.slice((page - 1) * size, page * size).map(shown), ...(last ? {} : { link: next }) }
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
