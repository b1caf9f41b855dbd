/** A workflow file, limited to what this runner supports: anything else in a file is an error. */
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { parse } from 'yaml'

export interface Workflow {
  /** Its file's name. */
  readonly file: string
  readonly name: string
  /** The name of a run, in the list of runs. */
  readonly runName: string | undefined
  readonly on: Readonly<Record<string, Trigger>>
  readonly permissions: Permissions | undefined
  readonly env: Texts
  readonly shell: string | undefined
  readonly concurrency: Concurrency | undefined
  readonly jobs: Readonly<Record<string, Job>>
}

export interface Trigger {
  readonly branches: readonly string[] | undefined
  /** Patterns with `*` for any text without a slash. */
  readonly tags: readonly string[] | undefined
  readonly types: readonly string[] | undefined
  readonly inputs: Readonly<Record<string, Input>>
  /** Secrets that a caller can pass, and whether it must. */
  readonly secrets: Readonly<Record<string, boolean>>
  readonly outputs: Texts
}

export interface Input {
  readonly type: string
  readonly options: readonly string[]
  readonly default: string
  readonly required: boolean
}

export interface Job {
  readonly name: string
  readonly needs: readonly string[]
  readonly if: string | undefined
  readonly permissions: Permissions | undefined
  readonly environment: { readonly name: string; readonly url: string | undefined; readonly deployment: boolean } | undefined
  readonly concurrency: Concurrency | undefined
  readonly outputs: Texts
  readonly env: Texts
  readonly shell: string | undefined
  readonly timeoutMinutes: number
  /** Empty for a job that calls another workflow. */
  readonly steps: readonly Step[]
  readonly calls: Call | undefined
}

/** `uses`: the workflow that a job calls. */
export interface Call {
  readonly uses: string
  readonly with: Texts
  readonly secrets: Texts
}

export interface Step {
  readonly id: string | undefined
  readonly name: string
  readonly if: string | undefined
  readonly uses: string | undefined
  readonly with: Texts
  readonly run: string | undefined
  readonly shell: string | undefined
  readonly env: Texts
  readonly continueOnError: boolean
}

export interface Concurrency {
  readonly group: string
  readonly cancelInProgress: string
}

export type Permissions = Readonly<Record<string, string>>
export type Texts = Readonly<Record<string, string>>

type Node = Readonly<Record<string, unknown>>

export async function readWorkflow(file: string): Promise<Workflow> {
  return parseWorkflow(await readFile(file, 'utf8'), basename(file))
}

export function parseWorkflow(text: string, file = 'workflow.yml'): Workflow {
  const node = only(file, parse(text), ['name', 'run-name', 'on', 'permissions', 'env', 'defaults', 'concurrency', 'jobs'])
  const jobs = mapped(node['jobs'], (job, id) => readJob(`jobs.${id}`, job))
  for (const id of Object.keys(jobs)) checkNeeds(jobs, id, [])
  return {
    file,
    name: plain(node['name'] ?? file),
    runName: optional(node['run-name']),
    on: readTriggers(node['on']),
    permissions: readPermissions(node['permissions']),
    env: texts(node['env']),
    shell: readShell('defaults', node['defaults']),
    concurrency: readConcurrency('concurrency', node['concurrency']),
    jobs,
  }
}

const OF_REQUESTS = ['branches', 'types']
const TRIGGERS: Readonly<Record<string, readonly string[]>> = {
  push: ['branches', 'tags'],
  pull_request: OF_REQUESTS,
  pull_request_target: OF_REQUESTS,
  issue_comment: ['types'],
  workflow_call: ['inputs', 'secrets', 'outputs'],
}

function readTriggers(on: unknown): Record<string, Trigger> {
  const events = typeof on === 'string' ? { [on]: null } : Array.isArray(on) ? Object.fromEntries(on.map((name) => [name, null])) : on
  only('on', events, ['push', 'pull_request', 'pull_request_target', 'issue_comment', 'schedule', 'workflow_dispatch', 'workflow_call'])
  return mapped(events, (value, name) => {
    const trigger = name === 'schedule' ? readSchedule(value) : only(`on.${name}`, value, TRIGGERS[name] ?? ['inputs'])
    const branches = list(trigger['branches'])
    if (branches?.some((branch) => /[*?+![\]]/.test(branch))) throw new Error(`on.${name}: patterns of branches are not known here`)
    const tags = list(trigger['tags'])
    if (tags?.some((tag) => /[?+![\]]|\*\*/.test(tag))) throw new Error(`on.${name}: of patterns of tags, only * is known here`)
    return {
      branches,
      tags,
      types: list(trigger['types']),
      inputs: mapped(trigger['inputs'], readInput),
      secrets: mapped(trigger['secrets'], (secret, id) => only(`secrets.${id}`, secret, ['description', 'required'])['required'] === true),
      outputs: mapped(trigger['outputs'], (output, id) => plain(only(`outputs.${id}`, output, ['description', 'value'])['value'])),
    }
  })
}

/** Nothing waits for the time here: a run by hand stands for it. */
function readSchedule(value: unknown): ReturnType<typeof only> {
  const times = (Array.isArray(value) ? value : [value]).map((time) => plain(only('on.schedule', time, ['cron'])['cron']))
  const wrong = times.find((cron) => !/^\S+( \S+){4}$/.test(cron))
  if (wrong !== undefined) throw new Error(`on.schedule: ${wrong} is not known here`)
  return {}
}

function readInput(value: unknown, name: string): Input {
  const input = only(`inputs.${name}`, value, ['description', 'type', 'options', 'default', 'required'])
  const type = plain(input['type'] ?? 'string')
  if (!['string', 'choice', 'boolean'].includes(type)) throw new Error(`inputs.${name}: the type ${type} is not known here`)
  const options = list(input['options']) ?? []
  const byDefault = { boolean: 'false', choice: options[0] ?? '' }[type] ?? ''
  return { type, options, default: plain(input['default'] ?? byDefault), required: input['required'] === true }
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

function readConcurrency(path: string, value: unknown): Concurrency | undefined {
  if (value === undefined) return undefined
  const node = typeof value === 'string' ? { group: value } : only(path, value, ['group', 'cancel-in-progress'])
  return { group: plain(node['group']), cancelInProgress: plain(node['cancel-in-progress'] ?? false) }
}

function readPermissions(value: unknown): Permissions | undefined {
  if (typeof value === 'string') throw new Error(`permissions: ${value} is not known here: name the scopes`)
  return value === undefined ? undefined : texts(value)
}

function readShell(path: string, value: unknown): string | undefined {
  return known(path, optional(only(`${path}.run`, only(path, value, ['run'])['run'], ['shell'])['shell']))
}

function known(path: string, shell: string | undefined): string | undefined {
  if (shell !== undefined && shell !== 'bash') throw new Error(`${path}: the shell ${shell} is not known here`)
  return shell
}

function only(path: string, value: unknown, keys: readonly string[]): Node {
  if (value === undefined || value === null) return {}
  if (typeof value !== 'object' || Array.isArray(value)) throw new Error(`${path}: expected a map`)
  for (const key of Object.keys(value)) if (!keys.includes(key)) throw new Error(`${path}: ${key} is not known here`)
  return value as Node
}

function mapped<T>(value: unknown, read: (value: unknown, key: string) => T): Record<string, T> {
  return Object.fromEntries(Object.entries((value ?? {}) as Node).map(([key, inner]) => [key, read(inner, key)]))
}

interface Literals {
  readonly number: number
  readonly boolean: boolean
}

/** A value that GitHub would also accept as an expression. */
function literal<Kind extends keyof Literals>(path: string, value: unknown, kind: Kind): Literals[Kind] {
  if (typeof value !== kind) throw new Error(`${path}: only a ${kind} is known here`)
  return value as Literals[Kind]
}

function plain(value: unknown): string {
  if (!['string', 'number', 'boolean'].includes(typeof value)) throw new Error(`expected a text: ${JSON.stringify(value)}`)
  return String(value)
}

const optional = (value: unknown): string | undefined => (value === undefined ? undefined : plain(value))
const texts = (value: unknown): Texts => mapped(value, (inner) => plain(inner ?? ''))
const list = (value: unknown): string[] | undefined => (value === undefined ? undefined : [value].flat().map(plain))
