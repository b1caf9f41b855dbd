/** https://docs.github.com/rest/issues/comments */
import type { Context } from 'openapi-backend'
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

interface Answer {
  readonly status: number
  readonly body: unknown
  readonly link?: string
}

/** The answers to requests about comments, by operation. */
export const commentAnswer = {
  list(comments: readonly StoredComment[], { request }: Context): Answer {
    const { page = 1, per_page: size = 30 } = request.query as { readonly page?: number; readonly per_page?: number }
    const all = comments.filter(({ issue }) => issue === Number(request.params['issue_number']))
    const last = page * size >= all.length
    const next = `<http://${String(request.headers['host'])}${request.path}?per_page=${size}&page=${Number(page) + 1}>; rel="next"`
    return { status: 200, body: all.slice((page - 1) * size, page * size).map(shown), ...(last ? {} : { link: next }) }
  },

  get(comments: readonly StoredComment[], { request }: Context): Answer {
    const comment = comments.find(({ id }) => id === Number(request.params['comment_id']))
    return comment ? { status: 200, body: shown(comment) } : { status: 404, body: { message: 'Not Found' } }
  },

  create(comments: StoredComment[], { request }: Context): Answer {
    const { body } = request.requestBody as { readonly body: string }
    if (body.length > LIMIT) return tooLong
    const comment = {
      id: Math.max(0, ...comments.map(({ id }) => id)) + 1,
      issue: Number(request.params['issue_number']),
      body,
      login: 'github-actions[bot]',
      type: 'Bot',
      association: 'NONE',
    } as const satisfies StoredComment
    comments.push({ ...comment })
    return { status: 201, body: shown(comment) }
  },

  update(comments: readonly StoredComment[], { request }: Context): Answer {
    const { body } = request.requestBody as { readonly body: string }
    const comment = comments.find(({ id }) => id === Number(request.params['comment_id']))
    if (!comment) return { status: 404, body: { message: 'Not Found' } }
    if (body.length > LIMIT) return tooLong
    comment.body = body
    return { status: 200, body: shown(comment) }
  },
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
