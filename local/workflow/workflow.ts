/**
 * Runs a workflow file on this machine as GitHub would: trigger, order of the jobs, conditions, approvals, permissions.
 * What it does not know is an error; local/README.md says what that is.
 */
import type { Event } from './event.ts'
import { inputsOf, starts } from './event.ts'
import { holds, render } from './expression.ts'
import { readWorkflow } from './file.ts'
import type { Concurrency, Job, Texts, Workflow } from './file.ts'
import { environmentOf, runJob } from './job.ts'
import type { Conclusion, JobRun } from './job.ts'
import type { Repository } from './repository.ts'
import type { Actions } from './step.ts'

export interface WorkflowOptions {
  /** Path of the workflow file, or what is read from it. */
  readonly workflow: string | Workflow
  readonly event: Event
  readonly repository: Repository
  readonly actions: Actions
  /** Added to what a runner sets in each job. */
  readonly env?: Texts
  readonly runId?: number
  readonly cancel?: AbortSignal
}

export interface WorkflowRun {
  readonly title: string
  /** `not started`: the event is none that the workflow is for. */
  readonly conclusion: Conclusion | 'not started'
  readonly jobs: Readonly<Record<string, JobRun>>
}

interface Run extends Omit<WorkflowOptions, 'workflow'> {
  readonly workflow: Workflow
  readonly contexts: { readonly github: object; readonly inputs: object; readonly vars: object }
  readonly runId: number
  readonly stop: AbortController
  readonly started: Map<string, Promise<JobRun>>
}

const NOTHING = { outputs: {}, log: '', summary: '', url: undefined, steps: [] }

export async function runWorkflow(options: WorkflowOptions): Promise<WorkflowRun> {
  const workflow = typeof options.workflow === 'string' ? await readWorkflow(options.workflow) : options.workflow
  if (!starts(workflow.on, options.event)) return { title: '', conclusion: 'not started', jobs: {} }
  const stop = new AbortController()
  options.cancel?.addEventListener('abort', () => stop.abort())
  const runId = options.runId ?? 1001
  const contexts = {
    github: githubOf(workflow, options, runId),
    inputs: inputsOf(workflow.on, options.event),
    vars: options.event.fork ? {} : (options.repository.vars ?? {}),
  }
  const run: Run = { ...options, workflow, contexts, runId, stop, started: new Map() }
  const jobs = await inGroup(run.repository, { concurrency: workflow.concurrency, contexts, stop }, () => allJobs(run))
  const title = render(workflow.runName ?? workflow.name, { contexts })
  return jobs ? { title, conclusion: overall(Object.values(jobs)), jobs } : { title, conclusion: 'cancelled', jobs: {} }
}

async function allJobs(run: Run): Promise<Record<string, JobRun>> {
  const ids = Object.keys(run.workflow.jobs)
  const results = await Promise.all(ids.map(async (id) => [id, await once(run, id)] as const))
  return Object.fromEntries(results)
}

/** Each job runs once, however many need it. */
function once(run: Run, id: string): Promise<JobRun> {
  const started = run.started.get(id) ?? decide(run, id)
  run.started.set(id, started)
  return started
}

async function decide(run: Run, id: string): Promise<JobRun> {
  const job = run.workflow.jobs[id]
  if (!job) throw new Error(`no job ${id}`)
  const needed = await Promise.all(job.needs.map(async (need) => [need, await once(run, need)] as const))
  const needs = Object.fromEntries(needed.map(([need, { conclusion, outputs }]) => [need, { result: conclusion, outputs }]))
  const contexts = { ...run.contexts, needs }
  const before = await Promise.all(above(run.workflow, job).map((other) => once(run, other)))
  const cancelled = run.stop.signal.aborted
  const status = {
    success: !cancelled && before.every(({ conclusion }) => conclusion === 'success'),
    failure: before.some(({ conclusion }) => conclusion === 'failure'),
    cancelled,
  }
  if (!holds(job.if, { contexts, status })) return { ...NOTHING, conclusion: 'skipped' }
  const stop = new AbortController()
  // A condition such as always() holds although the run was cancelled before.
  if (!cancelled) run.stop.signal.addEventListener('abort', () => stop.abort())
  const turn = { concurrency: job.concurrency, contexts, stop }
  const ran = await inGroup(run.repository, turn, () => approved(run, id, { job, needs, signal: stop.signal }))
  return ran ?? { ...NOTHING, conclusion: 'cancelled' }
}

/** A job whose turn it is. */
interface Due {
  readonly job: Job
  readonly needs: object
  readonly signal: AbortSignal
}

/** Starts the job as soon as its environment lets it. */
async function approved(run: Run, id: string, { job, needs, signal }: Due): Promise<JobRun> {
  const { event, repository, actions, workflow, runId, env = {} } = run
  const contexts = { github: run.contexts.github, inputs: run.contexts.inputs, needs }
  const environment = environmentOf({ job, contexts, repository })
  const summaries: Record<string, string> = {}
  for (const other of above(workflow, job)) summaries[other] = (await once(run, other)).summary
  const verdict = await repository.environments?.[environment ?? '']?.review?.({ environment: environment ?? '', job: id, summaries })
  if (verdict === 'rejected') return { ...NOTHING, conclusion: 'failure' }
  return runJob({ workflow, id, job, event, repository, actions, env, runId, contexts, signal })
}

interface Turn {
  readonly concurrency: Concurrency | undefined
  readonly contexts: Readonly<Record<string, unknown>>
  /** Ended when a newer one in the group asks for it. */
  readonly stop: AbortController
}

/** Does `work` when the group is free. Nothing if a newer one took the place. */
async function inGroup<T>({ groups }: Repository, { concurrency, contexts, stop }: Turn, work: () => Promise<T>): Promise<T | undefined> {
  if (!concurrency) return work()
  const cancelInProgress = render(concurrency.cancelInProgress, { contexts }) === 'true'
  const leave = await groups.enter(render(concurrency.group, { contexts }), cancelInProgress, () => stop.abort())
  if (!leave) return undefined
  try {
    return await work()
  } finally {
    leave()
  }
}

/** The ids of all jobs that come before this one, near and far. */
function above(workflow: Workflow, job: Job): string[] {
  const near = job.needs.flatMap((need) => {
    const needed = workflow.jobs[need]
    return needed ? [need, ...above(workflow, needed)] : []
  })
  return [...new Set(near)]
}

function overall(jobs: readonly JobRun[]): Conclusion {
  const has = (wanted: Conclusion) => jobs.some(({ conclusion }) => conclusion === wanted)
  if (has('cancelled')) return 'cancelled'
  if (has('failure')) return 'failure'
  return has('success') ? 'success' : 'skipped'
}

function githubOf(workflow: Workflow, { event, repository }: WorkflowOptions, runId: number): object {
  return {
    actor: event.actor,
    base_ref: event.baseRef,
    event: event.payload,
    event_name: event.name,
    head_ref: event.headRef,
    ref: event.ref,
    ref_name: event.ref.replace(/^refs\/(heads|pull)\//, ''),
    repository: repository.name,
    repository_owner: repository.name.split('/')[0],
    run_id: String(runId),
    sha: event.sha,
    workflow: workflow.name,
  }
}
