import type { Config } from '../../config/config.ts'
import { runUrl } from '../../config/job.ts'
import type { Context } from '../../context.ts'
import { stateOf } from '../../domain/deployment/end.ts'
import { deploymentOfJob, isFarEnough, relevantDeployments, replaced } from '../../domain/deployment/listed.ts'
import type { ListedDeployment, SeenDeployment } from '../../domain/deployment/listed.ts'
import type { EndedDeployment, StartedDeployment } from '../../domain/deployment/payload.ts'
import { endText, imageText, startText } from '../../domain/deployment/status-text.ts'
import type { Service } from '../../domain/service.ts'
import { isNotAllowed, messageOf } from '../../errors.ts'
import type { DeploymentRecord, DeploymentStart } from '../../ports/github/deployments/deployment-record.ts'
import type { Deployments } from '../../ports/github/deployments/deployments.ts'

export type RecordSpec = Pick<Context, 'clock' | 'postCleanup' | 'progress'> & {
  readonly config: Pick<Config, 'service' | 'job' | 'githubToken' | 'githubDeployment'>
  readonly deployments: Deployments
}

/** How long the end of a run waits for GitHub. */
const WAIT_MS = 5000

interface Open {
  readonly id: number
  readonly startedAt: string
  /** Earlier deployments. */
  readonly seen: readonly SeenDeployment[]
}

/** Updates GitHub's deployment during the run. The first failure stops that, with one line in the log. */
export function githubDeployment(spec: RecordSpec): DeploymentRecord {
  const { githubDeployment: wish, githubToken = '', job } = spec.config
  const isOff = wish === 'false' || (wish === 'auto' && (githubToken === '' || job.repository === ''))
  let opening: Promise<Open> | undefined
  const faulty = once((fault: unknown) => tell(spec, fault))
  return {
    start(what) {
      if (isOff || opening !== undefined) return
      opening = open(spec, what)
      opening.catch(faulty)
    },
    async end(ended, url) {
      // A cancelled run has no time to wait: `post` ends its deployment.
      if (opening === undefined || ended.outcome === 'cancelled') return
      await inTime(
        spec,
        opening.then((opened) => close(spec, opened, ended, url)),
      ).catch(faulty)
    },
    async removed(service) {
      if (!isOff) await inTime(spec, remove(spec, service)).catch(faulty)
    },
  }
}

function inTime(spec: RecordSpec, work: Promise<void>): Promise<void> {
  return Promise.race([work, spec.clock.sleep(WAIT_MS).then(() => Promise.reject(new Error('GitHub did not answer in time')))])
}

/** Runs only once. */
function once<T>(act: (value: T) => void): (value: T) => void {
  let done = false
  return (value) => {
    if (!done) act(value)
    done = true
  }
}

async function open(spec: RecordSpec, what: DeploymentStart): Promise<Open> {
  const { config, deployments, postCleanup } = spec
  const { service, job } = config
  const [started, seen] = await Promise.all([startedOf(spec, what), lookAt(spec, service)])
  const own = deploymentOfJob(seen, job.runId)
  const id = own?.id ?? (await deployments.create(started, started.commit ?? job.commit))
  postCleanup.note('deployment', { id, repository: job.repository, apiUrl: job.apiUrl, runUrl: runUrl(job) })
  const mark = (description: string) => deployments.mark(id, { state: 'in_progress', description, logUrl: runUrl(job) })
  await mark(startText({ ...started, service: service.name }))
  if (own) await mark(imageText(started.digest))
  return { id, startedAt: started.startedAt, seen: seen.filter((one) => one.id !== id) }
}

async function startedOf({ config, deployments }: RecordSpec, { commit, ...what }: DeploymentStart): Promise<StartedDeployment> {
  const { name: service, environment } = config.service
  const committedAt = commit === '' ? undefined : await deployments.committedAt(commit)
  return {
    schema: 1,
    service,
    environment,
    ...what,
    ...(commit !== '' && { commit }),
    ...(committedAt !== undefined && { committedAt }),
  }
}

async function lookAt(spec: RecordSpec, { name, environment }: Service): Promise<readonly SeenDeployment[]> {
  const listed = await spec.deployments.list(environment, (some) => isFarEnough(some, name))
  return statusesOf(spec, relevantDeployments(listed, name))
}

function statusesOf({ deployments }: RecordSpec, listed: readonly ListedDeployment[]): Promise<readonly SeenDeployment[]> {
  return Promise.all(listed.map(async (one) => ({ ...one, statuses: await deployments.statuses(one.id) })))
}

async function close(spec: RecordSpec, { id, startedAt, seen }: Open, ended: EndedDeployment, url: string): Promise<void> {
  const { config, deployments, postCleanup } = spec
  const state = stateOf(ended)
  const logUrl = runUrl(config.job)
  await deployments.mark(id, { state, description: endText(ended, startedAt), logUrl, url: url === '' ? undefined : url })
  postCleanup.forget('deployment')
  const over = { state: 'inactive', description: 'a later run replaced it', logUrl } as const
  // The run before this one can have been about to end its deployment when this one looked.
  const earlier = await statusesOf(spec, replaced(seen, config.service.name, state))
  await Promise.all(replaced(earlier, config.service.name, state).map((one) => deployments.mark(one.id, over)))
}

async function remove(spec: RecordSpec, service: Service): Promise<void> {
  const seen = await lookAt(spec, service)
  const gone = { state: 'inactive', description: 'the service was removed', logUrl: runUrl(spec.config.job) } as const
  // Ends the live deployment, as if another release were live now.
  await Promise.all(replaced(seen, service.name, 'success').map(({ id }) => spec.deployments.mark(id, gone)))
}

/** A run that did not ask for it, and lacks the permission, mentions it only in the log. */
function tell({ config, progress }: RecordSpec, fault: unknown): void {
  const reason = messageOf(fault)
  const hint = isNotAllowed(fault) && fault.hint !== undefined ? ` ${fault.hint}` : ''
  const line = `GitHub's deployments do not show this run, or not all of it: ${reason}.${hint}`
  if (isNotAllowed(fault) && config.githubDeployment === 'auto') progress.info(line)
  else progress.warn(line)
}
