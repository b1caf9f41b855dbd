import { list, literal, mapped, only, optional, plain, texts } from './nodes.ts'
import type { Node } from './nodes.ts'
import { known, readConcurrency, readPermissions, readShell } from './shared.ts'
import type { Call, Job, Step } from './types.ts'

/** The jobs by their ids. Each need is a job, and none needs itself. */
export function readJobs(value: unknown): Record<string, Job> {
  const jobs = mapped(value, (job, id) => readJob(`jobs.${id}`, job))
  for (const id of Object.keys(jobs)) checkNeeds(jobs, id, [])
  return jobs
}

const JOB = ['name', 'runs-on', 'needs', 'if', 'permissions', 'environment', 'concurrency', 'outputs', 'env', 'defaults', 'timeout-minutes']

const CALL = ['name', 'needs', 'if', 'permissions', 'concurrency', 'uses', 'with', 'secrets']

function readEnvironment({ name, url, deployment = true }: Readonly<Record<string, unknown>>): NonNullable<Job['environment']> {
  return { name: plain(name), url: optional(url), deployment: plain(deployment) === 'true' }
}

function readJob(path: string, value: unknown): Job {
  const calls = typeof value === 'object' && value !== null && 'uses' in value
  const job = only(path, value, calls ? CALL : [...JOB, 'steps'])
  if (!calls && !plain(job['runs-on'] ?? '').startsWith('ubuntu-'))
    throw new Error(`${path}: runs-on is not known here: ${plain(job['runs-on'] ?? '')}`)
  const place = job['environment']
  const environment = typeof place === 'string' ? { name: place } : only(`${path}.environment`, place, ['name', 'url', 'deployment'])
  return {
    name: plain(job['name'] ?? path.replace('jobs.', '')),
    needs: list(job['needs']) ?? [],
    if: optional(job['if']),
    permissions: readPermissions(job['permissions']),
    environment: place === undefined ? undefined : readEnvironment(environment),
    concurrency: readConcurrency(`${path}.concurrency`, job['concurrency']),
    outputs: texts(job['outputs']),
    env: texts(job['env']),
    shell: readShell(`${path}.defaults`, job['defaults']),
    timeoutMinutes: literal(`${path}.timeout-minutes`, job['timeout-minutes'] ?? 360, 'number'),
    steps: ((job['steps'] ?? []) as unknown[]).map((step, at) => readStep(`${path}.steps[${at}]`, step)),
    calls: calls ? readCall(path, job) : undefined,
  }
}

function readCall(path: string, job: Node): Call {
  if (job['secrets'] === 'inherit') throw new Error(`${path}: secrets: inherit hands over all that there are: name those that it needs`)
  return { uses: plain(job['uses']), with: texts(job['with']), secrets: texts(job['secrets']) }
}

function readStep(path: string, value: unknown): Step {
  const step = only(path, value, ['id', 'name', 'if', 'uses', 'with', 'run', 'shell', 'env', 'continue-on-error'])
  if ((step['uses'] === undefined) === (step['run'] === undefined)) throw new Error(`${path}: a step has either uses or run`)
  return {
    id: optional(step['id']),
    name: plain(step['name'] ?? step['uses'] ?? plain(step['run']).split('\n')[0]),
    if: optional(step['if']),
    uses: optional(step['uses']),
    with: texts(step['with']),
    run: optional(step['run']),
    shell: known(path, optional(step['shell'])),
    env: texts(step['env']),
    continueOnError: literal(`${path}.continue-on-error`, step['continue-on-error'] ?? false, 'boolean'),
  }
}

/** A need that does not exist, or that depends on the job itself, would block forever. */
function checkNeeds(jobs: Readonly<Record<string, Job>>, id: string, above: readonly string[]): void {
  const job = jobs[id]
  if (!job) throw new Error(`jobs.${above.at(-1)}: needs ${id}, which is no job`)
  if (above.includes(id)) throw new Error(`jobs.${id}: needs itself: ${[...above, id].join(' > ')}`)
  for (const need of job.needs) checkNeeds(jobs, need, [...above, id])
}
