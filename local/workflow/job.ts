/** The steps of a job, in order, and then the `post` phases of its actions. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { machine } from '../machine/patience.ts'
import { REPOSITORY_FACTS, runnerVariables } from '../runner/runner.ts'
import { refOf } from './event.ts'
import type { Event } from './event.ts'
import { holds, render, renderAll } from './expression.ts'
import type { Scope } from './expression.ts'
import type { Job, Permissions, Step, Texts, Workflow } from './file/types.ts'
import { permissionsOf, subjectOf } from './repository.ts'
import type { Repository } from './repository.ts'
import { runScript, useAction } from './step.ts'
import type { Actions, Place, Ran } from './step.ts'

export type Conclusion = 'success' | 'failure' | 'cancelled' | 'skipped'

export interface JobRun {
  readonly conclusion: Conclusion
  readonly outputs: Texts
  readonly log: string
  readonly summary: string
  /** URL of its environment. */
  readonly url: string | undefined
  readonly steps: readonly StepRun[]
  /** The jobs of the called workflow. */
  readonly called?: Readonly<Record<string, JobRun>>
}

interface StepRun {
  readonly name: string
  /** `outcome` before, `conclusion` after `continue-on-error` */
  readonly outcome: Conclusion
  readonly conclusion: Conclusion
  readonly outputs: Texts
}

export interface JobOptions {
  readonly workflow: Workflow
  readonly id: string
  readonly job: Job
  readonly event: Event
  readonly repository: Repository
  readonly actions: Actions
  /** Variables of the machine. */
  readonly env: Texts
  readonly runId: number
  /** Contexts that are known before the job starts. */
  readonly contexts: { readonly github: object; readonly inputs: object; readonly needs: object }
  readonly signal: AbortSignal
}

/** The state of the job. */
interface Progress {
  readonly options: JobOptions
  readonly work: string
  readonly workspace: string
  readonly permissions: Permissions
  readonly token: string
  readonly base: Texts
  /** From GITHUB_ENV and GITHUB_PATH. */
  env: Texts
  readonly masks: Set<string>
  readonly byId: Record<string, StepRun>
  readonly steps: StepRun[]
  readonly posts: { readonly name: string; readonly run: NonNullable<Ran['post']> }[]
  log: string
  summary: string
}

export async function runJob(options: JobOptions): Promise<JobRun> {
  const work = await mkdtemp(join(tmpdir(), 'docker-to-ec2-job-'))
  const timeout = new AbortController()
  const callOff = machine.after(options.job.timeoutMinutes * 60, () => timeout.abort())
  const signal = AbortSignal.any([options.signal, timeout.signal])
  try {
    const progress = await begin({ ...options, signal }, work)
    for (const step of options.job.steps) await takeStep(progress, step)
    for (const post of progress.posts.toReversed()) keep(progress, `Post ${post.name}`, await post.run())
    return conclude(progress)
  } finally {
    callOff()
    await rm(work, { recursive: true, force: true })
  }
}

async function begin(options: JobOptions, work: string): Promise<Progress> {
  const { job, workflow, event, repository, id } = options
  const permissions = permissionsOf(job.permissions ?? workflow.permissions, event)
  const token = repository.token?.(permissions) ?? `token-of-${id}`
  const workspace = join(work, 'workspace')
  await mkdir(workspace)
  const identity = permissions['id-token'] === 'write' ? identityOf(options) : {}
  const base = { ...(await runnerVariables(work, workspace)), ...options.env, ...runVariables(options), ...identity }
  await writeFile(
    join(work, 'event.json'),
    JSON.stringify({ repository: { full_name: repository.name, ...REPOSITORY_FACTS }, ...event.payload }),
  )
  const secrets = Object.values(settingsOf('secrets', options)).filter(Boolean)
  const nothing = { env: {}, byId: {}, steps: [], posts: [], log: '', summary: '' }
  return { options, work, workspace, permissions, token, base, masks: new Set([...secrets, token]), ...nothing }
}

function identityOf(options: JobOptions): Texts {
  const { repository, event } = options
  const environment = environmentOf(options)
  const sub = subjectOf(repository.name, event, environment)
  return repository.identity?.({ sub, ...(environment !== undefined && { environment }) }) ?? {}
}

function runVariables({ event, repository, runId, id, workflow }: JobOptions): Record<string, string> {
  return {
    GITHUB_ACTOR: event.actor,
    GITHUB_API_URL: repository.apiUrl ?? 'https://api.github.com',
    GITHUB_BASE_REF: event.baseRef,
    GITHUB_EVENT_NAME: event.name,
    GITHUB_HEAD_REF: event.headRef,
    GITHUB_JOB: id,
    GITHUB_REF: event.ref,
    GITHUB_REF_NAME: refOf(event).ref_name,
    GITHUB_REF_TYPE: refOf(event).ref_type,
    GITHUB_REPOSITORY: repository.name,
    GITHUB_REPOSITORY_OWNER: repository.name.split('/')[0] ?? '',
    GITHUB_RUN_ID: String(runId),
    GITHUB_SHA: event.sha,
    GITHUB_WORKFLOW: workflow.name,
    GITHUB_WORKFLOW_REF: `${repository.name}/.github/workflows/${workflow.file}@${event.ref}`,
  }
}

async function takeStep(progress: Progress, step: Step): Promise<void> {
  const { options, byId, steps } = progress
  const failed = steps.some(({ conclusion }) => conclusion === 'failure')
  const cancelled = options.signal.aborted
  const { secrets: _, ...contexts } = contextsOf(progress, {})
  const goes = holds(step.if, { contexts, status: { success: !failed && !cancelled, failure: failed, cancelled } })
  const ran = goes ? await attempt(progress, step) : undefined
  const outcome = !ran ? 'skipped' : ran.code === 0 ? 'success' : options.signal.aborted && !cancelled ? 'cancelled' : 'failure'
  const conclusion = outcome === 'failure' && step.continueOnError ? 'success' : outcome
  const result = { name: step.name, outcome, conclusion, outputs: ran?.outputs ?? {} } as const
  steps.push(result)
  if (step.id !== undefined) byId[step.id] = result
  keep(progress, step.name, ran)
  if (ran?.post) progress.posts.push({ name: step.name, run: ran.post })
}

async function attempt(progress: Progress, step: Step): Promise<Ran> {
  const { options, work, workspace, permissions, token, base } = progress
  const own = renderAll(step.env, { contexts: contextsOf(progress, {}) })
  const scope = { contexts: contextsOf(progress, own) }
  const place: Place = {
    ...{ workspace, work, permissions, token, event: options.event },
    variables: { ...base, ...(scope.contexts['env'] as Texts) },
    // `always()` also holds in a cancelled job.
    signal: options.signal.aborted ? new AbortController().signal : options.signal,
  }
  if (step.uses !== undefined) return useAction(step.uses, renderAll(step.with, scope), place, options.actions)
  const shell = step.shell ?? options.job.shell ?? options.workflow.shell
  return runScript(render(step.run ?? '', scope), shell, place)
}

function keep(progress: Progress, name: string, ran: Omit<Ran, 'post'> | undefined): void {
  if (!ran) return
  for (const mask of ran.masks ?? []) if (mask !== '') progress.masks.add(mask)
  progress.env = { ...progress.env, ...ran.env }
  progress.summary += ran.summary ?? ''
  const hidden = [...progress.masks].reduce((text, mask) => text.replaceAll(mask, '***'), ran.log)
  progress.log += `== ${name}\n${hidden}\n`
}

function conclude(progress: Progress): JobRun {
  const { options, steps, log, summary } = progress
  const { job } = options
  const scope: Scope = { contexts: contextsOf(progress, {}) }
  const failed = steps.some(({ conclusion }) => conclusion === 'failure')
  const conclusion = options.signal.aborted ? 'cancelled' : failed ? 'failure' : 'success'
  const outputs = Object.entries(renderAll(job.outputs, scope))
  // GitHub drops a job output that contains a masked value.
  const open = outputs.filter(([, value]) => ![...progress.masks].some((mask) => value.includes(mask)))
  const url = job.environment?.url === undefined ? undefined : render(job.environment.url, scope)
  return { conclusion, outputs: Object.fromEntries(open), log, summary, url, steps }
}

export function environmentOf({ job, contexts, repository }: Pick<JobOptions, 'job' | 'contexts' | 'repository'>): string | undefined {
  return job.environment && render(job.environment.name, { contexts: { ...contexts, vars: repository.vars ?? {} } })
}

/** Those of the repository, overridden by those of the job's environment. */
function settingsOf(kind: 'vars' | 'secrets', options: JobOptions): Texts {
  const { repository, event } = options
  return event.fork ? {} : { ...repository[kind], ...repository.environments?.[environmentOf(options) ?? '']?.[kind] }
}

function contextsOf({ options, byId, token, env, base }: Progress, own: Texts): Record<string, unknown> {
  const { workflow, job } = options
  const vars = settingsOf('vars', options)
  const secrets: Texts = { ...settingsOf('secrets', options), GITHUB_TOKEN: token }
  const { github, needs, inputs } = options.contexts
  const early = { github: { ...github, token }, inputs, vars, secrets }
  const ofWorkflow = renderAll(workflow.env, { contexts: early })
  const ofJob = renderAll(job.env, { contexts: { ...early, needs } })
  return {
    ...early,
    needs,
    steps: byId,
    env: { ...ofWorkflow, ...ofJob, ...env, ...own },
    runner: { os: 'Linux', arch: 'X64', temp: base['RUNNER_TEMP'] },
    job: { status: options.signal.aborted ? 'cancelled' : 'success' },
  }
}
