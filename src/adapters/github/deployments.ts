import * as v from 'valibot'
import { numberOfEnvironment } from '../../domain/preview/preview.ts'
import { STATES } from '../../domain/deployment/listed.ts'
import type { ListedDeployment } from '../../domain/deployment/listed.ts'
import { count, isoTime, listOf, readValue } from '../../domain/untrusted.ts'
import type { Deployments, StatusToWrite } from '../../ports/github/deployments/deployments.ts'
import { askGithub, askPages, PAGE, refusalOf, statusOf } from './api.ts'
import type { GithubSpec } from './api.ts'

/** Time limit of a request: a record must not delay a deploy. */
const SECONDS = 5
/** How many statuses of a deployment are read. */
const STATUSES = 30
/** How many pages of an environment's deployments are read at most: each costs a request. */
const MOST_PAGES = 3

const text = v.fallback(v.string(), '')

/** The fields that the action uses of https://docs.github.com/en/rest/deployments/deployments */
export const LISTED = v.pipe(
  v.object({ id: count, sha: v.string(), environment: v.string(), created_at: isoTime, payload: v.unknown() }),
  v.transform(({ created_at: createdAt, ...rest }) => ({ ...rest, createdAt })),
)

/** The fields that the action uses of https://docs.github.com/en/rest/deployments/statuses */
export const STATUS = v.pipe(
  v.object({ id: count, state: v.picklist(STATES), description: text, created_at: isoTime, log_url: text }),
  v.transform(({ created_at: createdAt, log_url: logUrl, ...rest }) => ({ ...rest, createdAt, logUrl })),
)

/** The path of a repository's deployments. */
export const DEPLOYMENTS = '/repos/{owner}/{repo}/deployments'
const CREATED = v.object({ id: count })

export function githubDeployments(spec: GithubSpec): Deployments {
  const ask = <T>(route: string, parameters: object, answer: v.GenericSchema<unknown, T>): Promise<T> =>
    askGithub(spec, { route, parameters: { ...parameters }, answer, seconds: SECONDS }).catch(explained)
  return {
    list: (environment, isEnough) => list(spec, environment, isEnough).catch(explained),
    statuses: async (id) =>
      newestFirst(
        await ask(`GET ${DEPLOYMENTS}/{deployment_id}/statuses`, { deployment_id: id, per_page: STATUSES }, listOf(STATUS, STATUSES)),
      ),
    create: async (payload, ref) => (await ask(`POST ${DEPLOYMENTS}`, { ref, payload, ...asIs(payload.environment) }, CREATED)).id,
    async mark(id, wanted) {
      await ask(`POST ${DEPLOYMENTS}/{deployment_id}/statuses`, { deployment_id: id, ...bodyOf(wanted) }, CREATED)
    },
    committedAt: (commit) =>
      ask(
        'GET /repos/{owner}/{repo}/git/commits/{commit_sha}',
        { commit_sha: commit },
        v.object({ committer: v.object({ date: isoTime }) }),
      )
        .then(({ committer }) => committer.date)
        .catch(() => undefined),
  }
}

async function list(
  spec: GithubSpec,
  environment: string,
  isEnough: (listed: readonly ListedDeployment[]) => boolean,
): Promise<readonly ListedDeployment[]> {
  const question = { route: `GET ${DEPLOYMENTS}`, parameters: { environment, per_page: PAGE }, answer: listOf(LISTED, PAGE) }
  const pages: ListedDeployment[][] = []
  for await (const page of askPages(spec, { ...question, seconds: SECONDS })) {
    pages.push(page)
    if (pages.length === MOST_PAGES || isEnough(pages.flat())) break
  }
  return newestFirst(pages.flat())
}

/** Without merges and required checks: the deploy is already decided. */
function asIs(environment: string): object {
  return {
    environment,
    auto_merge: false,
    required_contexts: [],
    production_environment: /^prod(uction)?(-|$)/.test(environment),
    transient_environment: numberOfEnvironment(environment) !== undefined,
  }
}

/** GitHub's `auto_inactive` would end the deployments of all services of the environment, and none of production. */
function bodyOf({ state, description, logUrl, url }: StatusToWrite): object {
  return { state, description, log_url: logUrl, auto_inactive: false, ...(url !== undefined && { environment_url: url }) }
}

function newestFirst<T extends { readonly id: number }>(items: readonly T[]): readonly T[] {
  return items.toSorted((one, other) => other.id - one.id)
}

/** For a request without an answer, Octokit also sets a status, but no response. */
const ANSWERED = v.object({ status: v.number(), response: v.looseObject({}) })

function explained(error: unknown): never {
  const hint = 'Give the job `deployments: write`, or set github-deployment: false.'
  const refusal = refusalOf(error, { message: 'the token cannot write deployments', hint, statuses: [403, 404] })
  if (refusal !== undefined) throw refusal
  const code = readValue(ANSWERED, error)?.status
  if (code !== undefined) throw new Error(`GitHub answered with status ${code}`, { cause: error })
  throw statusOf(error) === undefined ? error : new Error('GitHub did not answer', { cause: error })
}
