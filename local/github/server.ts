/**
 * Replaces GitHub's API: comparisons of commits in a real git repository, and pull requests with their comments.
 * Every request and every answer is checked against GitHub's own description of the API (api.json, which names its source).
 */
import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { OpenAPIBackend } from 'openapi-backend'
import type { Context, Document } from 'openapi-backend'
import description from './api.json' with { type: 'json' }
import { compare, fileAt, gitCommit, known, partOf, tags } from './commits.ts'
import type { Page } from './commits.ts'
import { commentAnswer } from './comments.ts'
import { environmentAnswer } from './environments.ts'
import type { StoredEnvironment } from './environments.ts'
import { userOf } from './user.ts'
import type { StoredComment } from './comments.ts'
import { listIssues } from './issues.ts'
import type { StoredIssue } from './issues.ts'
import { deploymentAnswer } from './deployments.ts'
import type { StoredDeployment } from './deployments.ts'
import { releaseAnswer } from './releases.ts'
import type { StoredRelease } from './releases.ts'
import { nobody, peopleAnswer } from './people.ts'
import type { People } from './people.ts'
import { pullRequestAnswer } from './pulls.ts'
import type { StoredPull } from './pulls.ts'

export interface GitHub {
  /** For GITHUB_API_URL. */
  readonly url: string
  /** All comments, in order; a test can add other people's. */
  readonly comments: StoredComment[]
  /** A test adds them. */
  readonly issues: StoredIssue[]
  /** In the order of their ids; a test can add other people's. */
  readonly deployments: StoredDeployment[]
  /** The fault of a request, which is given as in `requests`; default: none. */
  trouble: (request: string) => Trouble | undefined
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
  /** The requests, a line each: `POST /repos/acme/web/issues/7/comments`. */
  readonly requests: string[]
  stop(): Promise<void>
}

/** `hang`: no answer. */
export type Trouble = 'hang' | { readonly status: number; readonly message: string; readonly headers?: Readonly<Record<string, string>> }

export interface GitHubOptions {
  /** The token of a run for a fork: read-only. */
  readonly readOnlyToken?: string
  /** One that may write deployments alone. */
  readonly deploymentsToken?: string
}

interface Answer {
  readonly status: number
  readonly body: unknown
  readonly link?: string
  readonly headers?: Readonly<Record<string, string>>
  /** The body is the text of a file. */
  readonly raw?: true
}

/** `repository`: folder of the git repository. Every request needs `token`. */
export async function startGitHub(
  repository: string,
  token: string,
  { readOnlyToken, deploymentsToken }: GitHubOptions = {},
): Promise<GitHub> {
  const comments: StoredComment[] = []
  const issues: StoredIssue[] = []
  const deployments: StoredDeployment[] = []
  const releases: StoredRelease[] = []
  const requests: string[] = []
  const pullRequests = new Map<number, StoredPull>()
  const environments = new Map<string, StoredEnvironment>()
  const protectedBranches: string[] = []
  const people = nobody()
  const api = await describedApi(repository, {
    ...{ comments, issues, deployments, releases, pullRequests, environments, protectedBranches, people },
  })
  const serve = async (request: IncomingMessage): Promise<Answer> => {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://github')
    const line = `${request.method} ${pathname}`
    requests.push(line)
    const trouble = github.trouble(line)
    if (trouble === 'hang') return new Promise(() => undefined)
    if (trouble) return { status: trouble.status, body: { message: trouble.message }, headers: trouble.headers ?? {} }
    const bearer = request.headers.authorization?.replace(/^token /, '')
    if (![token, readOnlyToken, deploymentsToken].some((known) => known !== undefined && known === bearer))
      return { status: 401, body: { message: 'Bad credentials' } }
    const mayWrite = bearer === token || (bearer === deploymentsToken && pathname.includes('/deployments'))
    if (!mayWrite && request.method !== 'GET') return { status: 403, body: { message: 'Resource not accessible by integration' } }
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
  const github: GitHub = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    comments,
    issues,
    deployments,
    releases,
    trouble: () => undefined,
    pullRequests,
    environments,
    protectedBranches,
    people,
    requests,
    stop: () => new Promise((resolve) => (server.closeAllConnections(), server.close(() => resolve()))),
  }
  return github
}

type Stored = Pick<
  GitHub,
  'comments' | 'issues' | 'deployments' | 'releases' | 'pullRequests' | 'environments' | 'protectedBranches' | 'people'
>

async function describedApi(
  repository: string,
  { comments, issues, deployments, releases, pullRequests, environments, protectedBranches, people }: Stored,
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
      if (!found) return { status: 404, body: { message: 'Not Found' } }
      const page = pageOf(request, 250)
      const body = (await compare(repository, base, head, page)) as { readonly total_commits: number }
      return { status: 200, body, ...nextOf(request, page, body.total_commits) }
    }),
    'repos/list-tags': checked(async ({ request }) => {
      const all = await tags(repository)
      const page = pageOf(request, 30)
      return { status: 200, body: partOf(all, page), ...nextOf(request, page, all.length) }
    }),
    'repos/get-release-by-tag': checked((context) => releaseAnswer.byTag(releases, context)),
    'repos/list-releases': checked(({ request }) => {
      const [all, page] = [releaseAnswer.listed(releases), pageOf(request, 30)]
      return { status: 200, body: partOf(all, page), ...nextOf(request, page, all.length) }
    }),
    'repos/create-release': checked((context) => releaseAnswer.create(repository, releases, context)),
    'repos/update-release': checked((context) => releaseAnswer.update(releases, context)),
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
    'issues/list-for-repo': checked((context) => listIssues(issues, context)),
    'issues/list-comments': checked((context) => commentAnswer.list(comments, context)),
    'issues/get-comment': checked((context) => commentAnswer.get(comments, context)),
    'issues/create-comment': checked((context) => commentAnswer.create(comments, context)),
    'issues/update-comment': checked((context) => commentAnswer.update(comments, context)),
    'repos/list-deployments': checked(({ request }) => {
      const all = deploymentAnswer.listed(deployments, request.query['environment'])
      const page = pageOf(request, 30)
      return { status: 200, body: partOf(all, page), ...nextOf(request, page, all.length) }
    }),
    'repos/create-deployment': checked(async (context) => {
      const { ref } = context.request.requestBody as { readonly ref: string }
      return deploymentAnswer.create(deployments, context, await known(repository, ref))
    }),
    'repos/list-deployment-statuses': checked((context) => deploymentAnswer.listStatuses(deployments, context)),
    'repos/create-deployment-status': checked((context) => deploymentAnswer.createStatus(deployments, context)),
    'repos/get-environment': checked(({ request }) =>
      environmentAnswer.one(environments, nameOf(request), (login) => userOf(login, 'User')),
    ),
    'repos/list-deployment-branch-policies': checked(({ request }) => environmentAnswer.policies(environments, nameOf(request))),
    'repos/list-branches': checked(({ request }) => {
      if (String(request.query['protected']) !== 'true') throw new Error('only protected branches are known here')
      const url = 'https://github.example/acme/web'
      return { status: 200, body: protectedBranches.map((name) => ({ name, protected: true, commit: { sha: '0'.repeat(40), url } })) }
    }),
    'pulls/get': checked(({ request }) => {
      const number = Number(request.params['pull_number'])
      const pull = pullRequests.get(number)
      return pull ? { status: 200, body: pullRequestAnswer(number, pull) } : { status: 404, body: { message: 'Not Found' } }
    }),
    'repos/get-collaborator-permission-level': checked((context) => peopleAnswer.permission(people, context)),
    'repos/list-activities': checked((context) => peopleAnswer.activities(people, context)),
    'pulls/list-reviews': checked((context) => peopleAnswer.reviews(people, context)),
    'reactions/create-for-issue-comment': checked((context) => peopleAnswer.react(people, context)),
    validationFail: ({ validation }: Context) => ({ status: 422, body: { message: JSON.stringify(validation.errors) } }),
    notFound: () => ({ status: 404, body: { message: 'Not Found' } }),
  })
  await api.init()
  return api
}

type Asked = Context['request']

function nameOf({ params }: Asked): string {
  return decodeURIComponent(String(params['environment_name']))
}

function pageOf({ query }: Asked, usual: number): Page {
  const { page = 1, per_page: size = usual } = query as { readonly page?: number; readonly per_page?: number }
  return { at: Number(page), size: Number(size) }
}

function nextOf({ headers, path }: Asked, { at, size }: Page, all: number): Pick<Answer, 'link'> {
  return at * size >= all ? {} : { link: `<http://${String(headers['host'])}${path}?per_page=${size}&page=${at + 1}>; rel="next"` }
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
