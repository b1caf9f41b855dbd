import { randomBytes } from 'node:crypto'
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { jest } from '@jest/globals'
import { startCloud } from '../../../local/cloud.ts'
import type { Call, Cloud, CloudOptions } from '../../../local/cloud.ts'
import { runAction } from '../../../local/runner.ts'
import type { ActionRun, RunOptions } from '../../../local/runner.ts'

jest.setTimeout(300_000)

const ROOT = join(import.meta.dirname, '..', '..', '..')

const POLLS = ['GetCommandInvocation', 'ListCommandInvocations']

export interface ActOptions extends Partial<Omit<RunOptions, 'inputs' | 'cwd'>> {
  /** The commit that is checked out; default: the one of the last `commit()`. */
  readonly sha?: string
}

/** A test bed: a cloud of its own, and a repository with the service under test. */
export interface Bed {
  readonly cloud: Cloud
  /** Folder of the checked-out repository. */
  readonly workspace: string
  /** Makes a new commit, whose content differs by its VERSION; gives the commit's id. */
  commit(): Promise<string>
  /** Runs the bundle with these inputs beside the usual ones; `undefined` takes a usual one away. */
  act(inputs?: Readonly<Record<string, string | undefined>>, options?: ActOptions): Promise<ActionRun>
  /** The AWS calls of the runner since `from` (an index into all calls), polls left out. */
  calls(from?: number): Promise<readonly Call[]>
  close(): Promise<void>
}

export async function makeBed(options: CloudOptions = {}): Promise<Bed> {
  const cloud = await startCloud(options)
  const workspace = await mkdtemp(join(tmpdir(), 'docker-to-ec2-repository-'))
  await cp(join(ROOT, 'local', 'testapp'), workspace, { recursive: true })
  let head = ''
  const bed: Bed = {
    cloud,
    workspace,
    async commit() {
      head = randomBytes(20).toString('hex')
      await writeFile(join(workspace, 'commit.txt'), head)
      return head
    },
    act: (inputs = {}, { sha = head, env, ...rest } = {}) =>
      runAction({
        inputs: given(cloud, head, inputs),
        env: { ...cloud.env, GITHUB_SHA: sha, GITHUB_ACTOR: 'ada', ...env },
        cwd: workspace,
        ...rest,
      }),
    calls: async (from = 0) =>
      (await cloud.calls()).slice(from).filter(({ principal, operation }) => principal === 'runner' && !POLLS.includes(operation)),
    async close() {
      await cloud.stop()
      await rm(workspace, { recursive: true, force: true })
    },
  }
  await bed.commit()
  return bed
}

function given(cloud: Cloud, head: string, inputs: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const usual = {
    service: 'web',
    'aws-region': 'us-east-1',
    port: '8080',
    'proxy-image': cloud.proxyImage,
    'build-args': `BASE=${cloud.baseImage}\nVERSION=${head.slice(0, 8)}`,
    'drain-timeout': '5s',
    'bake-time': '0s',
    'host-timeout': '60s',
    'health-timeout': '20s',
    'github-token': '',
  }
  return Object.fromEntries(Object.entries({ ...usual, ...inputs }).filter((entry): entry is [string, string] => entry[1] !== undefined))
}

/** Takes a run that ended as expected, and shows the log of one that did not. */
export function ended(run: ActionRun, outcome: string, cause = ''): ActionRun {
  if (run.outputs['outcome'] !== outcome || run.outputs['cause'] !== cause) {
    throw new Error(
      `expected ${outcome} ${cause}, got ${run.outputs['outcome']} ${run.outputs['cause']}\n${run.stdout.slice(-6000)}\n${run.stderr.slice(-2000)}`,
    )
  }
  return run
}

/** Fetches a page of the service as a visitor does; the body, or the status in angle brackets. */
export async function visit(url: string, path = '/version'): Promise<string> {
  const response = await fetch(url + path, { signal: AbortSignal.timeout(5000) })
  return response.ok ? response.text() : `<${response.status}>`
}
