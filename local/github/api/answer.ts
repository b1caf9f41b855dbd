/** Answers to requests for GitHub's API. */
import type { Context } from 'openapi-backend'

export type Asked = Context['request']

export interface Answer {
  readonly status: number
  readonly body: unknown
  readonly link?: string
  readonly headers?: Readonly<Record<string, string>>
  /** The body is the text of a file. */
  readonly raw?: true
}

/** How requests are answered, by the operation's id in GitHub's description. */
export type Operations = Readonly<Record<string, (request: Asked) => Promise<Answer> | Answer>>

export const NOT_FOUND: Answer = { status: 404, body: { message: 'Not Found' } }

export interface Page {
  /** From 1. */
  readonly at: number
  readonly size: number
}

/** The page that is asked for; `usual`: its size by default. */
export function pageOf({ query }: Asked, usual = 30): Page {
  const { page = 1, per_page: size = usual } = query as { readonly page?: number; readonly per_page?: number }
  return { at: Number(page), size: Number(size) }
}

export function partOf<T>(all: readonly T[], { at, size }: Page): readonly T[] {
  return all.slice((at - 1) * size, at * size)
}

/** The link to the page after this one, if there is one. */
export function nextOf({ headers, path }: Asked, { at, size }: Page, all: number): Pick<Answer, 'link'> {
  return at * size >= all ? {} : { link: `<http://${String(headers['host'])}${path}?per_page=${size}&page=${at + 1}>; rel="next"` }
}

/** The page of a list that is asked for. */
export function pageOfList(request: Asked, all: readonly object[]): Answer {
  const page = pageOf(request)
  return { status: 200, body: partOf(all, page), ...nextOf(request, page, all.length) }
}
