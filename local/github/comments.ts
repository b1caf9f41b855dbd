/** https://docs.github.com/rest/issues/comments */
import { NOT_FOUND, pageOfList } from './api/answer.ts'
import type { Answer, Asked, Operations } from './api/answer.ts'
import { userOf } from './user.ts'

export interface StoredComment {
  readonly id: number
  /** Number of the pull request. */
  readonly issue: number
  body: string
  readonly login: string
  readonly type: 'Bot' | 'User'
  /** ISO 8601; default: constant times. */
  readonly at?: string
  /** Default: never edited. */
  readonly editedAt?: string
  readonly association: 'OWNER' | 'MEMBER' | 'COLLABORATOR' | 'CONTRIBUTOR' | 'NONE'
}

/** GitHub counts letters. */
const LIMIT = 65_536

export function commentOperations(comments: StoredComment[]): Operations {
  const found = (request: Asked): StoredComment | undefined => comments.find(({ id }) => id === Number(request.params['comment_id']))
  return {
    'issues/list-comments': (request) =>
      pageOfList(request, comments.filter(({ issue }) => issue === Number(request.params['issue_number'])).map(shown)),
    'issues/get-comment': (request) => {
      const comment = found(request)
      return comment ? { status: 200, body: shown(comment) } : NOT_FOUND
    },
    'issues/create-comment': (request) => create(comments, request),
    'issues/update-comment': (request) => update(found(request), request),
  }
}

function create(comments: StoredComment[], { params, requestBody }: Asked): Answer {
  const { body } = requestBody as { readonly body: string }
  if (body.length > LIMIT) return tooLong
  const comment = {
    id: Math.max(0, ...comments.map(({ id }) => id)) + 1,
    issue: Number(params['issue_number']),
    body,
    login: 'github-actions[bot]',
    type: 'Bot',
    association: 'NONE',
  } as const satisfies StoredComment
  comments.push({ ...comment })
  return { status: 201, body: shown(comment) }
}

function update(comment: StoredComment | undefined, { requestBody }: Asked): Answer {
  const { body } = requestBody as { readonly body: string }
  if (!comment) return NOT_FOUND
  if (body.length > LIMIT) return tooLong
  comment.body = body
  return { status: 200, body: shown(comment) }
}

const tooLong: Answer = {
  status: 422,
  body: { message: 'Validation Failed', documentation_url: 'https://docs.github.com/rest', errors: [{ code: 'custom', field: 'body' }] },
}

function shown({ id, issue, body, login, type, association, at = '2026-01-01T00:00:00Z', editedAt = at }: StoredComment): object {
  const url = `https://github.example/acme/web/pull/${issue}`
  return {
    id,
    node_id: String(id),
    url: `${url}/comments/${id}`,
    html_url: `${url}#issuecomment-${id}`,
    issue_url: url,
    body,
    user: userOf(login, type),
    created_at: at,
    updated_at: editedAt,
    author_association: association,
  }
}
