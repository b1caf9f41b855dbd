/**
 * Replaces the GitHub runner: runs the action's `main` and then its `post`, each in its own process
 * with real INPUT_* variables and files, and cancels like the runner.
 */
import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'yaml'
import { type Ended, type Endings, attend } from './attend.ts'
import { type Annotation, annotationsIn, masksIn, parsePairs } from './runner-files.ts'

export interface RunOptions extends Endings {
  readonly inputs: Readonly<Record<string, string>>
  /** Added to a runner's few variables; the caller's own environment is not passed on. */
  readonly env?: Readonly<Record<string, string>>
  /** `github.token`, for an input with that default. */
  readonly token?: string
  /** The checked-out repository. */
  readonly cwd: string
  /** Folder of action.yml; default: this repository. */
  readonly action?: string
  /** The runner is lost with all its processes; those that start later end at once. */
  readonly lost?: AbortSignal
  /** Address of the runner's DNS server; default: this machine's. */
  readonly nameserver?: string
  /** `false`: the runner is lost completely, so that not even `post` runs. */
  readonly post?: boolean
}

interface Phase extends Ended {
  readonly seconds: number
}

export interface ActionRun extends Phase {
  readonly outputs: Readonly<Record<string, string>>
  readonly state: Readonly<Record<string, string>>
  readonly summary: string
  readonly annotations: readonly Annotation[]
  readonly masks: readonly string[]
  readonly cancelled: boolean
  readonly post: Phase | undefined
}

interface Manifest {
  readonly inputs?: Record<string, { default?: string | number | boolean } | null>
  readonly runs: { main: string; post?: string }
}

const HERE = join(import.meta.dirname, '../..')

export async function runAction(options: RunOptions): Promise<ActionRun> {
  const begun = await beginAction(options)
  try {
    const post = options.post === false ? undefined : await begun.post()
    return { ...begun.main, summary: begun.main.summary + (post?.summary ?? ''), annotations: annotationsOf(begun.main, post), post }
  } finally {
    await begun.end()
  }
}

const annotationsOf = (main: Phase, post?: Phase): Annotation[] => annotationsIn(main.stdout + (post?.stdout ?? ''))

export interface BegunAction {
  readonly main: Omit<ActionRun, 'post'>
  /** What the action does at the end of its job, if it has such a phase. */
  post(): Promise<(Phase & { readonly summary: string }) | undefined>
  end(): Promise<void>
}

/** Runs only `main`: in a job, `post` comes after the following steps. */
export async function beginAction(options: RunOptions): Promise<BegunAction> {
  const action = options.action ?? HERE
  const manifest = await manifestOf(action)
  const work = await mkdtemp(join(tmpdir(), 'docker-to-ec2-run-'))
  const end = () => rm(work, { recursive: true, force: true })
  try {
    const env = { ...(await runnerVariables(work, options.cwd)), ...inputVariables(options, manifest), ...options.env }
    const phase = { work, env, options }
    const main = await runPhase({ ...phase, script: join(action, manifest.runs.main), name: 'main' })
    const state = parsePairs(await read(work, 'main', 'STATE'))
    const outputs = parsePairs(await read(work, 'main', 'OUTPUT'))
    const summary = await read(work, 'main', 'STEP_SUMMARY')
    const { post } = manifest.runs
    return {
      main: {
        ...main,
        cancelled: main.signals.length > 0,
        outputs,
        state,
        summary,
        annotations: annotationsOf(main),
        masks: masksIn(main.stdout),
      },
      async post() {
        if (post === undefined) return undefined
        const ran = await runPhase({ ...phase, script: join(action, post), name: 'post', state })
        return { ...ran, summary: await read(work, 'post', 'STEP_SUMMARY') }
      },
      end,
    }
  } catch (error) {
    await end()
    throw error
  }
}

/** The action.yml of a folder. */
export async function manifestOf(folder: string): Promise<Manifest> {
  return parse(await readFile(join(folder, 'action.yml'), 'utf8')) as Manifest
}

/** What the runner passes for the inputs of a step: each input of the action, with its default or as empty text if the step leaves it out. */
export function inputVariables(options: Pick<RunOptions, 'inputs' | 'token'>, manifest: Manifest): Record<string, string> {
  const inputs: Record<string, string> = {}
  for (const [name, input] of Object.entries(manifest.inputs ?? {})) {
    inputs[name] = String(input?.default ?? '').replace(/\$\{\{\s*github\.token\s*\}\}/, options.token ?? '')
  }
  Object.assign(inputs, options.inputs)
  return Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => [`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`, value.trim()]),
  )
}

/** What each event says about its repository. https://docs.github.com/en/webhooks/webhook-events-and-payloads */
export const REPOSITORY_FACTS = {
  private: true,
  visibility: 'private',
  description: 'Prints its version',
  license: { key: 'mit', spdx_id: 'MIT' },
} as const

/** Variables as on a GitHub-hosted runner for a push to main. `work`: folder for the run's files. */
export async function runnerVariables(work: string, workspace: string): Promise<Record<string, string>> {
  await mkdir(join(work, 'temp'))
  await mkdir(join(work, 'home'))
  await writeFile(join(work, 'event.json'), JSON.stringify({ repository: REPOSITORY_FACTS }))
  return {
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_ACTION: '__self',
    GITHUB_ACTOR: 'octocat',
    GITHUB_API_URL: 'https://api.github.com',
    GITHUB_EVENT_NAME: 'push',
    GITHUB_EVENT_PATH: join(work, 'event.json'),
    GITHUB_JOB: 'deploy',
    GITHUB_REF: 'refs/heads/main',
    GITHUB_REF_NAME: 'main',
    GITHUB_REPOSITORY: 'octo-org/web',
    GITHUB_REPOSITORY_OWNER: 'octo-org',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_RUN_ID: '1001',
    GITHUB_RUN_NUMBER: '1',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_SHA: '0123456789abcdef0123456789abcdef01234567',
    GITHUB_WORKFLOW: 'deploy',
    GITHUB_WORKSPACE: workspace,
    HOME: join(work, 'home'),
    PATH: '/usr/local/bin:/usr/bin:/bin',
    RUNNER_ARCH: 'X64',
    RUNNER_OS: 'Linux',
    RUNNER_TEMP: join(work, 'temp'),
    RUNNER_TOOL_CACHE: join(work, 'tools'),
  }
}

interface PhaseOptions {
  readonly work: string
  readonly env: Record<string, string>
  readonly options: RunOptions
  readonly script: string
  readonly name: 'main' | 'post'
  readonly state?: Record<string, string>
}

async function runPhase({ work, env, options, script, name, state = {} }: PhaseOptions): Promise<Phase> {
  const files: Record<string, string> = {}
  for (const kind of ['OUTPUT', 'STATE', 'STEP_SUMMARY', 'ENV', 'PATH']) {
    files[`GITHUB_${kind}`] = join(work, `${name}-${kind}`)
    await writeFile(join(work, `${name}-${kind}`), '')
  }
  const saved = Object.fromEntries(Object.entries(state).map(([key, value]) => [`STATE_${key}`, value]))
  const started = Date.now()
  const [program = '', ...args] = await asking(options.nameserver, work, [process.execPath, script])
  const child = spawn(program, args, {
    cwd: options.cwd,
    env: { ...env, ...files, ...saved },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true, // the caller passes on Ctrl-C in a terminal
  })
  const ended = await attend(child, endingsOf(name, options))
  return { ...ended, seconds: (Date.now() - started) / 1000 }
}

/** Runs in a separate mount namespace, where /etc/resolv.conf names the server. With bash: `sh` loses variables with a hyphen in their names. */
async function asking(nameserver: string | undefined, work: string, argv: readonly string[]): Promise<readonly string[]> {
  if (nameserver === undefined) return argv
  const file = join(work, 'resolv.conf')
  await writeFile(file, `nameserver ${nameserver}\n`)
  return ['/usr/bin/unshare', '--mount', '/bin/bash', '-c', 'mount --bind "$0" /etc/resolv.conf && exec "$@"', file, ...argv]
}

/** `post` still runs after the action's main process is ended, but not after its runner is. */
function endingsOf(name: 'main' | 'post', { lost, kill, onOutput, ...options }: RunOptions): Endings {
  if (name === 'post') return { kill: lost, onOutput }
  const kills = [kill, lost].filter((signal) => signal !== undefined)
  return { ...options, onOutput, kill: AbortSignal.any(kills) }
}

async function read(work: string, phase: string, kind: string): Promise<string> {
  return readFile(join(work, `${phase}-${kind}`), 'utf8').catch(() => '')
}
