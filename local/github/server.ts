/**
 * Stands in for GitHub's API: how two commits stand to each other, told from a real git repository, and pull requests with their comments.
 * Every request, and every answer that it gives itself, is held against GitHub's own description of the API (api.json, which names its source).
 */
import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { OpenAPIBackend } from 'openapi-backend'
import type { Context, Document } from 'openapi-backend'
import description from './api.json' with { type: 'json' }
import { compare, fileAt, gitCommit, known } from './commits.ts'
import { commentAnswer } from './comments.ts'
import type { StoredComment } from './comments.ts'
import { pullRequestAnswer } from './pulls.ts'

export interface GitHub {
  /** For GITHUB_API_URL. */
  readonly url: string
  /** All that were written, in order; a test may add those of others. */
  readonly comments: StoredComment[]
  /** Pull requests, by number; there are no others. */
  readonly pullRequests: Map<number, 'open' | 'closed'>
  /** What was asked, a line each: `POST /repos/acme/web/issues/7/comments`. */
  readonly requests: string[]
  stop(): Promise<void>
}

export interface GitHubOptions {
  /** The token of a run for a fork: it may read, but write nothing. */
  readonly readOnlyToken?: string
}

interface Answer {
  readonly status: number
  readonly body: unknown
  readonly link?: string
  /** The body is the text of a file. */
  readonly raw?: true
}

/** `repository`: folder of the git repository. Every request must bring `token`. */
export async function startGitHub(repository: string, token: string, { readOnlyToken }: GitHubOptions = {}): Promise<GitHub> {
  const comments: StoredComment[] = []
  const requests: string[] = []
  const pullRequests = new Map<number, 'open' | 'closed'>()
  const api = await describedApi(repository, { comments, pullRequests })
  const serve = async (request: IncomingMessage): Promise<Answer> => {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://github')
    requests.push(`${request.method} ${pathname}`)
    const bearer = request.headers.authorization?.replace(/^token /, '')
    if (bearer !== token && bearer !== readOnlyToken) return { status: 401, body: { message: 'Bad credentials' } }
    if (bearer !== token && request.method !== 'GET') return { status: 403, body: { message: 'Resource not accessible by integration' } }
    const asked = { method: request.method ?? '', path: pathname, query: Object.fromEntries(searchParams), headers: headersOf(request) }
    return (await api.handleRequest({ ...asked, body: await text(request) })) as Answer
  }
  const server = createServer(
    (request, response) =>
      void serve(request).then(
        (answer) => send(response, answer),
        (error: unknown) => send(response, { status: 500, body: { message: String(error) } }),
      ),
  )
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    comments,
    pullRequests,
    requests,
    stop: () => new Promise((resolve) => (server.closeAllConnections(), server.close(() => resolve()))),
  }
}

async function describedApi(
  repository: string,
  { comments, pullRequests }: Pick<GitHub, 'comments' | 'pullRequests'>,
): Promise<OpenAPIBackend> {
  const api = new OpenAPIBackend({
    definition: description as unknown as Document,
    quick: true,
    ajvOpts: { strict: false, validateFormats: false },
  })
  const checked = (answer: (context: Context) => Promise<Answer> | Answer) => async (context: Context) => {
    const given = await answer(context)
    const { errors } = api.validateResponse(given.body, context.operation, given.status)
    if (errors) throw new Error(`not an answer of GitHub's: ${JSON.stringify(errors)}`)
    return given
  }
  api.register({
    'repos/compare-commits-with-basehead': checked(async ({ request }) => {
      const [base = '', head = ''] = String(request.params['basehead']).split('...')
      const found = (await known(repository, base)) && (await known(repository, head))
      return found ? { status: 200, body: await compare(repository, base, head) } : { status: 404, body: { message: 'Not Found' } }
    }),
    'repos/get-content': async ({ request }) => {
      if (!String(request.headers['accept']).includes('raw')) throw new Error('only the raw form of a file is known here')
      const body = await fileAt(repository, String(request.query['ref']), decodeURIComponent(String(request.params['path'])))
      return body === undefined ? { status: 404, body: { message: 'Not Found' } } : { status: 200, body, raw: true }
    },
    'git/get-commit': checked(async ({ request }) => {
      const sha = String(request.params['commit_sha'])
      return (await known(repository, sha))
        ? { status: 200, body: await gitCommit(repository, sha) }
        : { status: 404, body: { message: 'Not Found' } }
    }),
    'issues/list-comments': checked((context) => commentAnswer.list(comments, context)),
    'issues/create-comment': checked((context) => commentAnswer.create(comments, context)),
    'issues/update-comment': checked((context) => commentAnswer.update(comments, context)),
    'pulls/get': checked(({ request }) => {
      const number = Number(request.params['pull_number'])
      const state = pullRequests.get(number)
      return state ? { status: 200, body: pullRequestAnswer(number, state) } : { status: 404, body: { message: 'Not Found' } }
    }),
    validationFail: ({ validation }: Context) => ({ status: 422, body: { message: JSON.stringify(validation.errors) } }),
    notFound: () => ({ status: 404, body: { message: 'Not Found' } }),
  })
  await api.init()
  return api
}

function headersOf({ headers }: IncomingMessage): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]))
}

function send(response: ServerResponse, { status, body, link, raw }: Answer): void {
  if (raw) return void response.writeHead(status, { 'content-type': 'application/vnd.github.raw+json; charset=utf-8' }).end(String(body))
  response.writeHead(status, { 'content-type': 'application/json', ...(link === undefined ? {} : { link }) }).end(JSON.stringify(body))
}
