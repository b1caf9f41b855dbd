/** https://docs.github.com/en/rest/deployments */
import { NOT_FOUND, pageOfList } from './api/answer.ts'
import type { Answer, Asked, Operations } from './api/answer.ts'

export interface StoredDeployment {
  readonly id: number
  readonly sha: string
  readonly environment: string
  readonly payload: object
  readonly transient: boolean
  readonly production: boolean
  /** Oldest first. */
  readonly statuses: StoredStatus[]
}

interface StoredStatus {
  readonly state: string
  readonly description: string
  readonly logUrl: string
  readonly environmentUrl: string
  /** ISO 8601. */
  readonly at: string
}

/** The longest description of a status. */
const LIMIT = 140
const ROOT = 'https://api.github.example/repos/acme/web'

/** `isKnown`: whether the repository has a commit. */
export function deploymentOperations(deployments: StoredDeployment[], isKnown: (commit: string) => Promise<boolean>): Operations {
  const found = (request: Asked): StoredDeployment | undefined =>
    deployments.find(({ id }) => id === Number(request.params['deployment_id']))
  return {
    /** Newest first. */
    'repos/list-deployments': (request) => {
      const { environment } = request.query
      return pageOfList(
        request,
        deployments
          .filter((one) => environment === undefined || one.environment === environment)
          .toReversed()
          .map(shown),
      )
    },
    'repos/create-deployment': async ({ requestBody }) => {
      const asked = requestBody as AskedDeployment
      return create(deployments, asked, await isKnown(asked.ref))
    },
    'repos/list-deployment-statuses': (request) => {
      const deployment = found(request)
      return deployment
        ? { status: 200, body: deployment.statuses.map((status, at) => shownStatus(deployment, status, at)).toReversed() }
        : NOT_FOUND
    },
    'repos/create-deployment-status': (request) => createStatus(deployments, found(request), request.requestBody as AskedStatus),
  }
}

function create(deployments: StoredDeployment[], asked: AskedDeployment, isKnown: boolean): Answer {
  if (asked.auto_merge !== false || asked.required_contexts?.length !== 0) throw new Error('neither merges nor checks are known here')
  if (!isKnown) return refused(`No ref found for: ${asked.ref}`)
  const { environment = 'production' } = asked
  const created: StoredDeployment = {
    id: deployments.length + 1,
    sha: asked.ref,
    environment,
    payload: asked.payload ?? {},
    transient: asked.transient_environment ?? false,
    production: asked.production_environment ?? environment === 'production',
    statuses: [],
  }
  deployments.push(created)
  return { status: 201, body: shown(created) }
}

function createStatus(deployments: readonly StoredDeployment[], found: StoredDeployment | undefined, asked: AskedStatus): Answer {
  if (!found) return NOT_FOUND
  const { state, description = '', log_url: logUrl = '', environment_url: environmentUrl = '' } = asked
  if (description.length > LIMIT) return refused('description is too long (maximum is 140 characters)')
  const status = { state, description, logUrl, environmentUrl, at: new Date().toISOString() }
  found.statuses.push(status)
  if (state === 'success' && asked.auto_inactive !== false) endEarlier(deployments, found)
  return { status: 201, body: shownStatus(found, status, found.statuses.length - 1) }
}

interface AskedDeployment {
  readonly ref: string
  readonly environment?: string
  readonly payload?: object
  readonly auto_merge?: boolean
  readonly required_contexts?: readonly string[]
  readonly transient_environment?: boolean
  readonly production_environment?: boolean
}

interface AskedStatus {
  readonly state: string
  readonly description?: string
  readonly log_url?: string
  readonly environment_url?: string
  readonly auto_inactive?: boolean
}

/** What GitHub does when a job with an `environment` starts. */
export function startJob(
  deployments: StoredDeployment[],
  { sha, environment, runUrl }: { readonly sha: string; readonly environment: string; readonly runUrl: string },
): StoredDeployment {
  const production = environment === 'production'
  const id = deployments.length + 1
  const started = { id, sha, environment, payload: {}, transient: false, production, statuses: [] }
  const created: StoredDeployment = started
  created.statuses.push(ofJob('in_progress', `${runUrl}/job/${id}`))
  deployments.push(created)
  return created
}

/** And when it ends. */
export function endJob(deployments: readonly StoredDeployment[], started: StoredDeployment, state: 'success' | 'failure'): void {
  started.statuses.push(ofJob(state, started.statuses[0]?.logUrl ?? ''))
  if (state === 'success') endEarlier(deployments, started)
}

function ofJob(state: string, logUrl: string): StoredStatus {
  return { state, description: '', logUrl, environmentUrl: '', at: new Date().toISOString() }
}

/** `auto_inactive`. */
function endEarlier(deployments: readonly StoredDeployment[], { id, environment }: StoredDeployment): void {
  const earlier = deployments.filter((one) => one.id < id && one.environment === environment && !one.transient && !one.production)
  for (const { statuses } of earlier) if (statuses.at(-1)?.state === 'success') statuses.push(ofJob('inactive', ''))
}

function refused(message: string): Answer {
  return { status: 422, body: { message, documentation_url: 'https://docs.github.com/rest' } }
}

const AT = '2026-01-01T00:00:00Z'

function shown({ id, sha, environment, payload, transient, production }: StoredDeployment): object {
  const url = `${ROOT}/deployments/${id}`
  return {
    id,
    node_id: String(id),
    url,
    sha,
    ref: sha,
    task: 'deploy',
    payload,
    environment,
    original_environment: environment,
    description: null,
    creator: null,
    created_at: AT,
    updated_at: AT,
    statuses_url: `${url}/statuses`,
    repository_url: ROOT,
    transient_environment: transient,
    production_environment: production,
  }
}

function shownStatus(
  { id: of }: StoredDeployment,
  { state, description, logUrl, environmentUrl, at: time }: StoredStatus,
  at: number,
): object {
  const deployment = `${ROOT}/deployments/${of}`
  return {
    id: of * 1000 + at,
    node_id: String(at),
    url: `${deployment}/statuses/${of * 1000 + at}`,
    state,
    creator: null,
    description,
    environment: '',
    target_url: logUrl,
    log_url: logUrl,
    environment_url: environmentUrl,
    created_at: time,
    updated_at: time,
    deployment_url: deployment,
    repository_url: ROOT,
  }
}
