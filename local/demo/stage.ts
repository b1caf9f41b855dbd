/** Where the demo plays, and what its chapters do there. */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Authority } from '../acme/authority.ts'
import type { Cloud } from '../cloud.ts'
import type { GitHub } from '../github/server.ts'
import type { HostedZone } from '../hosted-zones.ts'
import { type Way, visit } from '../load/way.ts'
import { must } from '../machine/exec.ts'
import { type ActionRun, runAction } from '../runner/runner.ts'
import { dockerFold, progressLine, shownSummary } from '../terminal.ts'
import { say, show } from './log.ts'
import { runs, writePage } from './pages.ts'

export const REPOSITORY = 'octo-org/hello'
export const TOKEN = 'the-token'
/** Of production, from the second chapter on. */
export const NAME = 'hello.example.com'
export const URL_OF_NAME = `https://${NAME}`

export interface Stage {
  readonly cloud: Cloud
  readonly github: GitHub
  readonly authority: Authority
  readonly zone: HostedZone
  readonly workspace: string
  /** Aborted as soon as the reader wants the demo to end. */
  readonly interrupted: AbortSignal
}

/** A step of the workflow: `uses: ./`, with its live log and its summary at the end. */
export async function act(
  title: string,
  stage: Stage,
  inputs: Record<string, string> = {},
  env: Record<string, string> = {},
): Promise<ActionRun> {
  const { cloud, workspace, interrupted } = stage
  interrupted.throwIfAborted()
  console.log()
  say(`\u2500\u2500 ${title}`)
  const sha = await head(stage)
  const progress = progressLine(title)
  const fold = dockerFold()
  const ran = await runAction({
    inputs:
      'command' in inputs && inputs['command'] !== 'preview'
        ? inputs
        : { 'build-args': `BASE=${cloud.baseImage}\nVERSION=${sha.slice(0, 7)}`, ...inputs },
    nameserver: cloud.nameserver,
    env: { ...cloud.env, ...onGitHub(stage), GITHUB_SHA: sha, ...env },
    token: TOKEN,
    cwd: workspace,
    cancel: interrupted,
    onOutput(text) {
      progress.clear()
      show(text, fold)
    },
  }).finally(progress.end)
  console.log(shownSummary(ran.summary))
  await writePage(title, ran.summary)
  say(`the step took ${ran.seconds.toFixed(1)} s; exit code ${ran.code}, outcome ${ran.outputs['outcome']}`)
  interrupted.throwIfAborted()
  return ran
}

/** What the runner tells every step: its repository, its run, and where GitHub's API is. */
function onGitHub({ github }: Stage): Record<string, string> {
  return { GITHUB_REPOSITORY: REPOSITORY, GITHUB_RUN_ID: String(1000 + runs()), GITHUB_API_URL: github.url }
}

export async function commit(workspace: string, message: string): Promise<string> {
  const git = ['git', '-C', workspace, '-c', 'user.name=Ada', '-c', 'user.email=ada@example.com']
  await must(...git, 'add', '--all')
  await must(...git, 'commit', '--quiet', '--message', message)
  return (await must(...git, 'rev-parse', 'HEAD')).slice(0, 7)
}

/** The commit that is checked out. */
export async function head({ workspace }: Stage): Promise<string> {
  return (await must('git', '-C', workspace, 'rev-parse', 'HEAD')).trim()
}

/** What a visitor of the address gets. */
export async function page(url = '', way?: Way): Promise<string> {
  return (await visit(url, way)).body
}

/** Replaces a text of the application, and commits. Returns the commit as releases name it. */
export async function change({ workspace }: Stage, from: string, to: string, message: string): Promise<string> {
  const script = join(workspace, 'server.js')
  const before = await readFile(script, 'utf8')
  if (!before.includes(from)) throw new Error(`server.js has no ${from}`)
  await writeFile(script, before.replace(from, to))
  return commit(workspace, message)
}
