/**
 * Replaces GitHub's API: comparisons of commits in a real git repository, and pull requests with their comments.
 * Every request and every answer is checked against GitHub's own description of the API.
 */
import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import type { Answer, Operations } from './api/answer.ts'
import { describedApi } from './api/described-api.ts'
import { commentOperations } from './comments.ts'
import type { StoredComment } from './comments.ts'
import { commitOperations, known } from './commits.ts'
import { deploymentOperations } from './deployments.ts'
import type { StoredDeployment } from './deployments.ts'
import { environmentOperations } from './environments.ts'
import type { StoredEnvironment } from './environments.ts'
import { issueOperations } from './issues.ts'
import type { StoredIssue } from './issues.ts'
import { nobody, peopleOperations } from './people.ts'
import type { People } from './people.ts'
import { pullOperations } from './pulls.ts'
import type { StoredPull } from './pulls.ts'
import { releaseOperations } from './releases.ts'
import type { StoredRelease } from './releases.ts'

export interface GitHub extends Stored {
  /** For GITHUB_API_URL. */
  readonly url: string
  /** The fault of a request, which is given as in `requests`; default: none. */
  trouble: (request: string) => Trouble | undefined
  /** The requests, a line each: `POST /repos/acme/web/issues/7/comments`. */
  readonly requests: string[]
  stop(): Promise<void>
}

/** What GitHub knows of the repository, beside its commits. */
interface Stored {
  /** All comments, in order; a test can add other people's. */
  readonly comments: StoredComment[]
  /** A test adds them. */
  readonly issues: StoredIssue[]
  /** In the order of their ids; a test can add other people's. */
  readonly deployments: StoredDeployment[]
  /** A test can add one that somebody wrote. */
  readonly releases: StoredRelease[]
  /** The environments of the repository, by name. */
  readonly environments: Map<string, StoredEnvironment>
  /** Names of branches with a protection rule. */
  readonly protectedBranches: string[]
  /** Pull requests, by number; there are no others. */
  readonly pullRequests: Map<number, StoredPull>
  /** People, and what happens to comments and branches. */
  readonly people: People
}

/** `hang`: no answer. */
export type Trouble = 'hang' | { readonly status: number; readonly message: string; readonly headers?: Readonly<Record<string, string>> }

export interface GitHubOptions {
  /** The token of a run for a fork: read-only. */
  readonly readOnlyToken?: string
  /** One that may write deployments alone. */
  readonly deploymentsToken?: string
}

interface Tokens extends GitHubOptions {
  readonly token: string
}

/** `repository`: folder of the git repository. Every request needs `token`. */
export async function startGitHub(repository: string, token: string, options: GitHubOptions = {}): Promise<GitHub> {
  const stored = nothingStored()
  const requests: string[] = []
  const api = await describedApi(operationsOn(repository, stored))
  const answer = async (request: IncomingMessage): Promise<Answer> => {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://github')
    const line = `${request.method} ${pathname}`
    requests.push(line)
    const trouble = github.trouble(line)
    if (trouble === 'hang') return new Promise(() => undefined)
    if (trouble) return { status: trouble.status, body: { message: trouble.message }, headers: trouble.headers ?? {} }
    const asked = { method: request.method ?? '', path: pathname, query: Object.fromEntries(searchParams), headers: headersOf(request) }
    return refusal(asked, { token, ...options }) ?? ((await api.handleRequest({ ...asked, body: await text(request) })) as Answer)
  }
  const { url, stop } = await serve(answer)
  const github: GitHub = { ...stored, url, trouble: () => undefined, requests, stop }
  return github
}

function nothingStored(): Stored {
  return {
    ...{ comments: [], issues: [], deployments: [], releases: [], protectedBranches: [] },
    ...{ environments: new Map(), pullRequests: new Map(), people: nobody() },
  }
}

function operationsOn(repository: string, stored: Stored): Operations {
  return {
    ...commitOperations(repository),
    ...releaseOperations(repository, stored.releases),
    ...deploymentOperations(stored.deployments, (commit) => known(repository, commit)),
    ...environmentOperations(stored.environments, stored.protectedBranches),
    ...issueOperations(stored.issues),
    ...commentOperations(stored.comments),
    ...pullOperations(stored.pullRequests),
    ...peopleOperations(stored.people),
  }
}

/** The answer to a request whose token is unknown, or cannot do this. */
function refusal(
  { method, path, headers }: { readonly method: string; readonly path: string; readonly headers: Readonly<Record<string, string>> },
  { token, readOnlyToken, deploymentsToken }: Tokens,
): Answer | undefined {
  const bearer = headers['authorization']?.replace(/^token /, '')
  if (![token, readOnlyToken, deploymentsToken].some((known) => known !== undefined && known === bearer))
    return { status: 401, body: { message: 'Bad credentials' } }
  const mayWrite = bearer === token || (bearer === deploymentsToken && path.includes('/deployments'))
  return mayWrite || method === 'GET' ? undefined : { status: 403, body: { message: 'Resource not accessible by integration' } }
}

async function serve(answer: (request: IncomingMessage) => Promise<Answer>): Promise<Pick<GitHub, 'url' | 'stop'>> {
  const server = createServer(
    (request, response) =>
      void answer(request).then(
        (given) => send(response, given),
        (error: unknown) => send(response, { status: 500, body: { message: String(error) } }),
      ),
  )
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () => new Promise((resolve) => (server.closeAllConnections(), server.close(() => resolve()))),
  }
}

function headersOf({ headers }: IncomingMessage): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]))
}

function send(response: ServerResponse, { status, body, link, headers, raw }: Answer): void {
  if (raw) return void response.writeHead(status, { 'content-type': 'application/vnd.github.raw+json; charset=utf-8' }).end(String(body))
  response
    .writeHead(status, { 'content-type': 'application/json', ...(link === undefined ? {} : { link }), ...headers })
    .end(JSON.stringify(body))
}
