/** Who may do what in the repository, who pushed and reviewed what, and reactions. */
import { pageOfList } from './api/answer.ts'
import type { Answer, Asked, Operations } from './api/answer.ts'
import { userOf } from './user.ts'

export interface People {
  /** By login; anyone else can read. */
  readonly members: Map<string, Member>
  /** In the order in which they happened. */
  readonly pushes: StoredPush[]
  readonly reviews: StoredReview[]
  readonly reactions: { readonly comment: number; readonly content: string }[]
}

interface Member {
  /** One of GitHub's roles. */
  readonly role: 'admin' | 'maintain' | 'write' | 'triage' | 'read'
  /** Default: the account that always had the login. */
  readonly id?: number
}

interface StoredPush {
  /** `owner/name` */
  readonly repository: string
  readonly branch: string
  readonly commit: string
  /** ISO 8601. */
  readonly at: string
  readonly by: string
}

interface StoredReview {
  readonly pull: number
  readonly by: string
  readonly state: 'APPROVED' | 'CHANGES_REQUESTED' | 'DISMISSED' | 'COMMENTED'
  readonly commit: string
}

export function nobody(): People {
  return { members: new Map(), pushes: [], reviews: [], reactions: [] }
}

/** GitHub's old levels, which know neither maintain nor triage. */
const OLD = { admin: 'admin', maintain: 'write', write: 'write', triage: 'read', read: 'read' } as const

export function peopleOperations(people: People): Operations {
  return {
    'repos/get-collaborator-permission-level': (request) => permission(people, request),
    'repos/list-activities': (request) => activities(people, request),
    'pulls/list-reviews': (request) => reviews(people, request),
    'reactions/create-for-issue-comment': (request) => react(people, request),
  }
}

/** https://docs.github.com/rest/collaborators/collaborators#get-repository-permissions-for-a-user */
function permission({ members }: People, request: Asked): Answer {
  const login = decodeURIComponent(String(request.params['username']))
  const { role = 'read', id } = members.get(login) ?? {}
  const at = (...roles: readonly string[]): boolean => roles.includes(role)
  const permissions = {
    pull: true,
    triage: at('admin', 'maintain', 'write', 'triage'),
    push: at('admin', 'maintain', 'write'),
    maintain: at('admin', 'maintain'),
    admin: at('admin'),
  }
  const user = { ...userOf(login, 'User', ...(id === undefined ? [] : [id])), role_name: role, permissions }
  return { status: 200, body: { permission: OLD[role], role_name: role, user } }
}

/** Newest first: https://docs.github.com/rest/repos/repos#list-repository-activities */
function activities({ pushes }: People, request: Asked): Answer {
  const { ref, per_page: size = 30 } = request.query as { readonly ref?: string; readonly per_page?: number }
  const repository = `${String(request.params['owner'])}/${String(request.params['repo'])}`
  const found = pushes.filter((push) => push.repository === repository && (ref === undefined || ref === `refs/heads/${push.branch}`))
  const body = found.toReversed().map(({ branch, commit, at, by }, place) => ({
    ...{ id: place, node_id: String(place), before: '0'.repeat(40), after: commit, ref: `refs/heads/${branch}` },
    ...{ timestamp: at, activity_type: 'push', actor: userOf(by, 'User') },
  }))
  return { status: 200, body: body.slice(0, Number(size)) }
}

/** Oldest first: https://docs.github.com/rest/pulls/reviews#list-reviews-for-a-pull-request */
function reviews({ reviews }: People, request: Asked): Answer {
  const url = 'https://github.example'
  const link = { href: url }
  const body = reviews
    .filter(({ pull }) => pull === Number(request.params['pull_number']))
    .map(({ by, state, commit }, at) => ({
      ...{ id: at, node_id: String(at), user: userOf(by, 'User'), body: '', state, html_url: url, pull_request_url: url },
      ...{ _links: { html: link, pull_request: link }, commit_id: commit, author_association: 'NONE' },
    }))
  return pageOfList(request, body)
}

/** https://docs.github.com/rest/reactions/reactions#create-reaction-for-an-issue-comment */
function react({ reactions }: People, request: Asked): Answer {
  const { content } = request.requestBody as { readonly content: string }
  reactions.push({ comment: Number(request.params['comment_id']), content })
  const user = userOf('github-actions[bot]', 'Bot')
  return { status: 201, body: { id: reactions.length, node_id: '1', user, content, created_at: '2026-01-01T00:00:00Z' } }
}
