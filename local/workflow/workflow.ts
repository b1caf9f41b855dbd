/**
 * Runs a workflow file on this machine like GitHub: trigger, order of the jobs, conditions, approvals, permissions.
 * Anything that it does not know is an error; local/README.md lists what it knows.
 */
import type { Event } from './event.ts'
import { filledIn, inputsOf, refOf, starts } from './event.ts'
import { holds, render, renderAll } from './expression.ts'
import { readWorkflow } from './file/read.ts'
import type { Call, Concurrency, Job, Permissions, Texts, Trigger, Workflow } from './file/types.ts'
import { environmentOf, runJob } from './job.ts'
import type { Conclusion, JobRun } from './job.ts'
import type { Repository } from './repository.ts'
import type { Actions } from './step.ts'

export interface WorkflowOptions {
  /** Path of the workflow file, or its parsed content. */
  readonly workflow: string | Workflow
  readonly event: Event
  readonly repository: Repository
  readonly actions: Actions
  /** Added to the runner's variables in each job. */
  readonly env?: Texts
  readonly runId?: number
  readonly cancel?: AbortSignal
  /** Path of the workflow that a job calls, by its `uses`, and its repository, `owner/name`. */
  readonly calledAt?: (uses: string) => { readonly file: string; readonly repository: string } | undefined
}

export interface WorkflowRun {
  readonly title: string
  /** `not started`: the workflow has no trigger for the event. */
  readonly conclusion: Conclusion | 'not started'
  /** Jobs of a called workflow: `caller / job`. */
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
  return Object.fromEntries(results.flatMap(([id, ran]) => [[id, ran] as const, ...calledBy(id, ran)]))
}

function calledBy(id: string, { called = {} }: JobRun): (readonly [string, JobRun])[] {
  return Object.entries(called).map(([inner, ran]) => [`${id} / ${inner}`, ran])
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
  // A condition such as always() holds even after the run was cancelled.
  if (!cancelled) run.stop.signal.addEventListener('abort', () => stop.abort())
  const turn = { concurrency: job.concurrency, contexts, stop }
  const ran = await inGroup(run.repository, turn, () => approved(run, id, { job, needs, signal: stop.signal }))
  return ran ?? { ...NOTHING, conclusion: 'cancelled' }
}

/** A job that can start. */
interface Due {
  readonly job: Job
  readonly needs: object
  readonly signal: AbortSignal
}

/** Starts the job as soon as its environment lets it. */
async function approved(run: Run, id: string, { job, needs, signal }: Due): Promise<JobRun> {
  const { event, repository, actions, workflow, runId, env = {} } = run
  if (job.calls) return call(run, { job, needs, signal }, job.calls)
  const contexts = { github: run.contexts.github, inputs: run.contexts.inputs, needs }
  const environment = environmentOf({ job, contexts, repository })
  const summaries: Record<string, string> = {}
  for (const other of above(workflow, job)) summaries[other] = (await once(run, other)).summary
  const verdict = await repository.environments?.[environment ?? '']?.review?.({ environment: environment ?? '', job: id, summaries })
  if (verdict === 'rejected') return { ...NOTHING, conclusion: 'failure' }
  const ended =
    environment === undefined || !job.environment?.deployment ? undefined : repository.deploys?.({ environment, sha: event.sha, runId })
  const ran = await runJob({ workflow, id, job, event, repository, actions, env, runId, contexts, signal })
  ended?.(ran.conclusion)
  return ran
}

/** A job that calls another workflow, with its inputs and secrets. */
async function call(run: Run, { job, needs, signal }: Due, { uses, with: given, secrets }: Call): Promise<JobRun> {
  const found = run.calledAt?.(uses)
  if (!found) throw new Error(`a workflow that is not known here: ${uses}`)
  const workflow = await readWorkflow(found.file)
  const contexts = { ...run.contexts, needs }
  const passed = renderAll(secrets, { contexts: { ...contexts, secrets: run.repository.secrets ?? {} } })
  const { inputs: declared, outputs } = entryOf(workflow, { passed, ceiling: job.permissions ?? run.workflow.permissions ?? {} })
  const inputs = filledIn(declared, renderAll(given, { contexts }))
  const stop = new AbortController()
  signal.addEventListener('abort', () => stop.abort())
  const called = await allJobs({
    ...run,
    workflow: { ...workflow, name: run.workflow.name, file: run.workflow.file },
    contexts: { ...run.contexts, inputs },
    repository: { ...run.repository, secrets: passed },
    actions: seenFrom(found.repository, run.actions),
    stop,
    started: new Map(),
  })
  const jobs = Object.fromEntries(Object.entries(called).map(([id, ran]) => [id, { result: ran.conclusion, outputs: ran.outputs }]))
  const told = (what: 'log' | 'summary') => Object.values(called).map((ran) => ran[what])
  return {
    ...NOTHING,
    conclusion: overall(Object.values(called)),
    outputs: renderAll(outputs, { contexts: { github: run.contexts.github, inputs, vars: run.contexts.vars, jobs } }),
    log: told('log').join(''),
    summary: told('summary').join(''),
    called,
  }
}

interface Passed {
  readonly passed: Texts
  /** The calling job's permissions, which limit those of the called ones. */
  readonly ceiling: Permissions
}

/** Throws if the workflow cannot start: it does not accept such a secret, or requests more permissions than the caller has. */
function entryOf(workflow: Workflow, { passed, ceiling }: Passed): Trigger {
  const entry = workflow.on['workflow_call']
  if (!entry) throw new Error(`${workflow.file} is not to be called`)
  const unknown = Object.keys(passed).find((name) => !(name in entry.secrets))
  const missing = Object.keys(entry.secrets).find((name) => entry.secrets[name] && !passed[name])
  if (unknown ?? missing) throw new Error(`${workflow.file}: the secret ${unknown ?? missing} is ${unknown ? 'not known' : 'required'}`)
  const levels = ['none', 'read', 'write']
  const level = (access: string | undefined) => levels.indexOf(access ?? 'none')
  for (const [id, job] of Object.entries(workflow.jobs))
    for (const [scope, access] of Object.entries(job.permissions ?? workflow.permissions ?? {}))
      if (level(access) > level(ceiling[scope]))
        throw new Error(`${workflow.file}: ${id} asks for ${scope}: ${access}, which its caller has not`)
  return entry
}

/** The actions, including those of the repository `owner/name` by `$/folder`. */
function seenFrom(repository: string, actions: Actions): Actions {
  const own = Object.entries(actions).filter(([name]) => name.startsWith(`${repository}/`))
  return { ...actions, ...Object.fromEntries(own.map(([name, action]) => [name.replace(repository, '$'), action])) }
}

interface Turn {
  readonly concurrency: Concurrency | undefined
  readonly contexts: Readonly<Record<string, unknown>>
  /** Cancelled when a newer one in the group asks for it. */
  readonly stop: AbortController
}

/** Runs `work` when the group is free; nothing if a newer one took the place. */
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

/** The ids of all direct and indirect predecessors of this job. */
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
    ...refOf(event),
    repository: repository.name,
    repository_owner: repository.name.split('/')[0],
    run_attempt: '1',
    run_id: String(runId),
    sha: event.sha,
    workflow: workflow.name,
  }
}
