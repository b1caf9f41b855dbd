import { setTimeout } from 'node:timers/promises'
import * as v from 'valibot'
import { readValue } from '../../domain/untrusted.ts'
import { DeployError } from '../../errors.ts'
import type { TimeLimit } from '../../ports/clock.ts'

export interface GithubSpec {
  readonly token: string | undefined
  /** `owner/name` */
  readonly repository: string
  readonly apiUrl: string
  readonly limit: TimeLimit
}

/** A request of https://docs.github.com/en/rest, below one repository. */
interface Question<T> {
  /** Such as `GET /repos/{owner}/{repo}/git/commits/{commit_sha}`. */
  readonly route: string
  readonly parameters: Readonly<Record<string, unknown>>
  /** The fields that the action uses of the answer, or of each page. */
  readonly answer: v.GenericSchema<unknown, T>
  /** Time limit for all pages. */
  readonly seconds: number
}

/** The largest page of a list that GitHub returns, in items. */
export const PAGE = 100
/** GitHub's longest list of a pull request. */
const MOST_PAGES = 100

/** The only access to GitHub's API. Throws if there is no token, GitHub refuses, or its answer is invalid. */
export async function askGithub<T>(spec: GithubSpec, question: Question<T>): Promise<T> {
  const { request } = await client(spec)
  const parameters = parametersOf(spec, question)
  const { data } = await patiently(question, parameters, () => request(question.route, parameters))
  return expected(question, data)
}

/** Pauses in milliseconds before GitHub is asked again. */
const PAUSES_MS = [200, 800]

/** Repeats what only reads, if GitHub or the network fails, within the time limit: guards depend on the answers. What writes could have succeeded. */
async function patiently<T>({ route }: Question<unknown>, { request: { signal } }: Limited, ask: () => Promise<T>): Promise<T> {
  for (const pause of route.startsWith('GET ') ? PAUSES_MS : []) {
    try {
      return await ask()
    } catch (error) {
      if ((statusOf(error) ?? 0) < 500 || signal.aborted) throw error
      await setTimeout(pause, undefined, { signal }).catch(() => Promise.reject(error))
    }
  }
  return ask()
}

interface Limited {
  readonly request: { readonly signal: AbortSignal }
}

/** `undefined` if GitHub answers 404: what was asked for does not exist, or the token cannot see it. */
export async function unlessMissing<T>(request: Promise<T>): Promise<T | undefined> {
  try {
    return await request
  } catch (error) {
    if (statusOf(error) === 404) return undefined
    throw error
  }
}

/**
 * Like `askGithub`, for a list in pages. Throws at the end if there are more pages than it reads: no list is cut silently. Octokit's own pagination
 * follows links to any server, with the token and without a time limit.
 */
export async function* askPages<T>(spec: GithubSpec, question: Question<T>): AsyncGenerator<T> {
  const { request } = await client(spec)
  const first = parametersOf(spec, question)
  let next: Place | undefined = {}
  for (let page = 1; next !== undefined && page <= MOST_PAGES; page += 1) {
    const parameters = { ...first, ...next }
    const { data, headers } = await patiently(question, parameters, () => request(question.route, parameters))
    yield expected(question, data)
    next = nextOf(headers.link)
  }
  if (next !== undefined) throw new Error(`GitHub's list goes on after ${MOST_PAGES} pages`)
}

/** The query that selects a page: https://docs.github.com/en/rest/using-the-rest-api/using-pagination-in-the-rest-api */
const place = v.union([v.object({ page: v.string() }), v.object({ after: v.string() })])

type Place = Partial<Record<'page' | 'after', string>>

/** Takes only the page's position from the address of the next page. */
function nextOf(link: string | undefined): Place | undefined {
  const next = URL.parse(/<([^<>]*)>\s*;\s*rel="next"/.exec(link ?? '')?.[1] ?? '')
  return next === null ? undefined : readValue(place, Object.fromEntries(next.searchParams))
}

/** The HTTP status of a refused request. */
export function statusOf(error: unknown): number | undefined {
  return readValue(v.object({ status: v.number() }), error)?.status
}

const LIMITED = v.object({
  status: v.picklist([403, 429]),
  message: v.string(),
  response: v.object({
    headers: v.looseObject({ 'retry-after': v.optional(v.unknown()), 'x-ratelimit-remaining': v.optional(v.unknown()) }),
  }),
})

/**
 * Whether a rate limit caused it. Beyond a secondary limit, only the words can say so:
 * https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api#exceeding-the-rate-limit
 */
export function isThrottled(error: unknown): boolean {
  const limited = readValue(LIMITED, error)
  if (limited === undefined) return false
  const { status, message, response } = limited
  const { headers } = response
  return status === 429 || headers['retry-after'] !== undefined || headers['x-ratelimit-remaining'] === '0' || /rate limit/i.test(message)
}

interface MissingPermission {
  /** What the token lacks, such as `the token cannot read deployments`. */
  readonly message: string
  readonly hint: string
  /** GitHub's answers that mean it. It answers 404 for what the token cannot see. */
  readonly statuses: readonly number[]
}

/** Why GitHub refused a request, for the reader of the log: the rate limit, or a missing permission. `undefined` for anything else. */
export function refusalOf(error: unknown, { message, hint, statuses }: MissingPermission): Error | undefined {
  if (isThrottled(error)) return new Error('GitHub throttles the token', { cause: error })
  return statuses.includes(statusOf(error) ?? 0) ? new DeployError('not-allowed', message, { hint, cause: error }) : undefined
}

async function client({ token, apiUrl }: GithubSpec) {
  if (token === undefined || token === '') throw new Error('there is no github-token')
  const { getOctokit } = await import('@actions/github')
  return getOctokit(token, { baseUrl: apiUrl })
}

function parametersOf({ repository, limit }: GithubSpec, { parameters, seconds }: Question<unknown>) {
  const [owner = '', repo = ''] = repository.split('/')
  return { owner, repo, request: { signal: limit(seconds) }, ...parameters }
}

function expected<T>({ answer, route }: Question<T>, data: unknown): T {
  const read = readValue(answer, data)
  if (read === undefined) throw new Error(`GitHub's answer to ${route} does not match its documentation`)
  return read
}
