import { readValue } from '../untrusted.ts'
import { DEPLOYMENT, STARTED_DEPLOYMENT } from './payload.ts'
import type { DeploymentPayload, StartedDeployment } from './payload.ts'
import { readEndText, readImageText, readStartText } from './status-text.ts'

/** https://docs.github.com/en/rest/deployments/statuses */
export const STATES = ['error', 'failure', 'inactive', 'pending', 'success', 'queued', 'in_progress'] as const

export type State = (typeof STATES)[number]

/** A deployment in GitHub's list. Times are ISO 8601. */
export interface ListedDeployment {
  readonly id: number
  readonly sha: string
  readonly environment: string
  readonly createdAt: string
  readonly payload: unknown
}

export interface ListedStatus {
  readonly state: State
  readonly description: string
  readonly createdAt: string
  readonly logUrl: string
}

export interface SeenDeployment extends ListedDeployment {
  /** Newest first. */
  readonly statuses: readonly ListedStatus[]
}

/** A complete deployment; `undefined` if this action did not create it, or it has not ended. */
export function readDeployment(seen: SeenDeployment): DeploymentPayload | undefined {
  const started = readStart(seen)
  if (started === undefined) return undefined
  const ends = seen.statuses.flatMap(({ description }) => readEndText(description, started.startedAt) ?? [])
  return readValue(DEPLOYMENT, { ...started, ...ends[0] })
}

/**
 * The contents of its payload. GitHub's own deployment for the job has none: there, the statuses say the same, and the time of the first one is
 * the start.
 */
function readStart(seen: Pick<SeenDeployment, keyof ListedDeployment> & Partial<SeenDeployment>): StartedDeployment | undefined {
  const { payload, environment, sha, statuses = [] } = seen
  const own = readValue(STARTED_DEPLOYMENT, payload)
  if (own !== undefined) return own
  const [first] = statuses.flatMap(({ description, createdAt }) => {
    const named = readStartText(description)
    return named === undefined ? [] : [{ ...named, startedAt: createdAt }]
  })
  const [digest] = statuses.flatMap(({ description }) => readImageText(description) ?? [])
  if (first === undefined || digest === undefined) return undefined
  const ofRelease = sha.startsWith(first.release.replace(/-.*/, ''))
  return readValue(STARTED_DEPLOYMENT, { schema: 1, environment, digest, ...first, ...(ofRelease && { commit: sha }) })
}

/**
 * How many deployments are looked at; each costs a request. Of the service: every deploy ends those before it, so more than these are open only after
 * as many killed runs in a row. Without a payload: GitHub makes one for each job with an `environment`, also for jobs of other services, which one push
 * can start together.
 */
const MOST = { own: 5, withoutPayload: 20 } as const

/** Deployments whose statuses are worth reading, newest first: of the service, or without a payload. `listed`: newest first. */
export function relevantDeployments(listed: readonly ListedDeployment[], service: string): readonly ListedDeployment[] {
  const own = listed.filter((one) => readStart(one)?.service === service).slice(0, MOST.own)
  const withoutPayload = listed.filter((one) => readStart(one) === undefined).slice(0, MOST.withoutPayload)
  return listed.filter((one) => own.includes(one) || withoutPayload.includes(one))
}

/** Whether a list goes back far enough: to the deployment before the last one of the service, in case a killed run left the last one. */
export function isFarEnough(listed: readonly ListedDeployment[], service: string): boolean {
  return listed.filter((one) => readStart(one)?.service === service).length >= 2
}

const OPEN: readonly (State | undefined)[] = ['in_progress', 'queued', 'pending', undefined]

/**
 * The deployment that GitHub created for this run's job, because the job has an `environment`. If several jobs of the run have one, this job's
 * is unknown: `undefined`.
 */
export function deploymentOfJob(seen: readonly SeenDeployment[], runId: string): SeenDeployment | undefined {
  const ofRun = new RegExp(`/actions/runs/${runId}(/|$)`)
  const [first, ...others] = seen.filter(
    (one) =>
      readStart(one) === undefined &&
      OPEN.includes(one.statuses[0]?.state) &&
      one.statuses.some(({ logUrl }) => ofRun.test(logUrl)) &&
      !one.statuses.some(({ description }) => readStartText(description)),
  )
  return others.length === 0 ? first : undefined
}

/** Earlier deployments of the service that are over: those of dead runs, and, after another release went live, the previous one. */
export function replaced(seen: readonly SeenDeployment[], service: string, state: State): readonly SeenDeployment[] {
  const over = state === 'success' ? [...OPEN, 'success'] : OPEN
  return seen.filter((one) => readStart(one)?.service === service && over.includes(one.statuses[0]?.state))
}
