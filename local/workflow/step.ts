/** One step of a job: a script, or one of the runner's actions. */
import { spawn } from 'node:child_process'
import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { masksIn, parsePairs } from '../runner/runner-files.ts'
import type { Event } from './event.ts'
import type { Permissions, Texts } from './file/types.ts'

/** The job around a step. */
export interface Place {
  readonly workspace: string
  /** Folder for the runner's own files. */
  readonly work: string
  /** All environment variables of the step. */
  readonly variables: Texts
  readonly permissions: Permissions
  readonly token: string
  readonly event: Event
  readonly signal: AbortSignal
}

export interface Ran {
  readonly code: number
  readonly log: string
  readonly outputs?: Texts
  readonly summary?: string
  readonly masks?: readonly string[]
  /** Variables of all later steps. */
  readonly env?: Texts
  readonly post?: () => Promise<Omit<Ran, 'post'> | undefined>
}

export type Action = (inputs: Texts, place: Place) => Promise<Ran>

/** Actions by `owner/name`, or `owner/name/folder`; by `$/folder` those of the workflow's own repository. */
export type Actions = Readonly<Record<string, Action>>

export async function useAction(uses: string, inputs: Texts, place: Place, actions: Actions): Promise<Ran> {
  const [, name = ''] = /^([\w.-]+\/[\w.-]+(?:\/[\w-]+)*)@(?:v\d+|[0-9a-f]{40})$/.exec(uses) ?? /^(\$\/[\w-]+)$/.exec(uses) ?? []
  const action = actions[name]
  if (!action) throw new Error(`an action that is not known here: ${uses}`)
  return action(inputs, place)
}

const SHELLS = { usual: ['-e'], bash: ['--noprofile', '--norc', '-eo', 'pipefail'] }
const FILES = ['OUTPUT', 'ENV', 'PATH', 'STEP_SUMMARY'] as const

/** As on GitHub: the text, with its expressions replaced first, is a file that bash runs. */
export async function runScript(script: string, shell: string | undefined, place: Place): Promise<Ran> {
  const folder = await mkdtemp(join(place.work, 'step-'))
  const file = (kind: string) => join(folder, kind)
  await writeFile(file('script.sh'), script)
  for (const kind of FILES) await writeFile(file(kind), '')
  const files = Object.fromEntries(FILES.map((kind) => [`GITHUB_${kind}`, file(kind)]))
  const flags = shell === 'bash' ? SHELLS.bash : SHELLS.usual
  const { code, log } = await untilEnd(['bash', ...flags, file('script.sh')], { ...place.variables, ...files }, place)
  const read = (kind: (typeof FILES)[number]) => readFile(file(kind), 'utf8')
  const paths = (await read('PATH')).split('\n').filter(Boolean)
  const path = paths.length > 0 ? { PATH: [...paths.toReversed(), place.variables['PATH']].join(':') } : {}
  return {
    code,
    log,
    masks: masksIn(log),
    outputs: parsePairs(await read('OUTPUT')),
    env: { ...parsePairs(await read('ENV')), ...path },
    summary: await read('STEP_SUMMARY'),
  }
}

async function untilEnd(argv: readonly string[], env: Texts, { workspace, signal }: Place): Promise<{ code: number; log: string }> {
  const [program = '', ...args] = argv
  const child = spawn(program, args, { cwd: workspace, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true })
  let log = ''
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (log += text))
  // Unlike on GitHub, a script gets no time to clean up; the examples' scripts have nothing to clean up.
  const end = () => process.kill(-(child.pid ?? 0), 'SIGKILL')
  signal.addEventListener('abort', end)
  const code = await new Promise<number>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (ended) => resolve(ended ?? 137))
  })
  signal.removeEventListener('abort', end)
  return { code, log }
}
