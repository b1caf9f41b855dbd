import { randomBytes } from 'node:crypto'
import { existsSync, globSync } from 'node:fs'
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startCloud } from '../../../local/cloud.ts'
import type { Call } from '../../../local/aws/requests.ts'
import type { Cloud, CloudOptions } from '../../../local/cloud.ts'
import type { HostHandle } from '../../../local/host/host.ts'
import { must, run } from '../../../local/machine/exec.ts'
import { patiently, until } from '../../../local/machine/patience.ts'
import { runAction } from '../../../local/runner/runner.ts'
import type { ActionRun, RunOptions } from '../../../local/runner/runner.ts'
import { overUsual } from '../../fakes/usual.ts'
import { atEnd, doom, untilEnd } from './test.ts'
import { short } from '../../fakes/short-commit.ts'

const ROOT = join(import.meta.dirname, '..', '..', '..')

const POLLS = ['GetCommandInvocation', 'ListCommandInvocations']

export interface ActOptions extends Partial<Omit<RunOptions, 'inputs' | 'cwd' | 'lost'>> {
  /** The checked-out commit; default: the last `commit()`. */
  readonly sha?: string
}

/** A test bed: its own cloud, and a repository with the service under test. */
export interface Bed {
  readonly cloud: Cloud
  /** Folder of the checked-out repository. */
  readonly workspace: string
  /** Makes a new commit with another VERSION; returns the commit's id. */
  commit(): Promise<string>
  /**
   * Runs the bundle with these inputs beside the default ones; `undefined` removes a default. The run, and its orders on hosts, end with the
   * current test.
   */
  act(inputs?: Readonly<Record<string, string | undefined>>, options?: ActOptions): Promise<ActionRun>
  /** The host of a run, the first of several. */
  hostOf(run: Pick<ActionRun, 'outputs'>): Promise<HostHandle>
  /** The AWS calls of the runner since `from` (an index into all calls), without polls. */
  calls(from?: number): Promise<readonly Call[]>
  /** The image that the repository keeps because it is live. */
  liveDigest(): Promise<string>
  /** Ends everything that still runs, and removes the bed. */
  close(): Promise<void>
}

/** Callbacks for the runs on a bed. */
interface Watching {
  /** Called after each run. */
  readonly onRun?: () => void
  /** Registers a function for the end of the run's test. */
  readonly untilEnd?: (end: () => Promise<unknown>) => void
}

/** A bed that lives as long as the states that tests build on it. */
export async function openBed(options: CloudOptions = {}): Promise<Bed> {
  const bed = await makeBed(options, { onRun: doom.halfWay, untilEnd })
  atEnd(() => bed.close())
  return bed
}

export async function makeBed(options: CloudOptions = {}, watching: Watching = {}): Promise<Bed> {
  const cloud = await startCloud({ readyLayer: true, ...options })
  const workspace = await mkdtemp(join(tmpdir(), 'docker-to-ec2-repository-'))
  await cp(join(ROOT, 'local', 'testapp'), workspace, { recursive: true })
  const runs = createRuns(cloud, watching)
  let head = ''
  const bed: Bed = {
    cloud,
    workspace,
    async commit() {
      head = randomBytes(20).toString('hex')
      await writeFile(join(workspace, 'commit.txt'), head)
      return head
    },
    act(inputs = {}, { sha = head, env, ...rest } = {}) {
      const asked = { inputs: withUsual(cloud, head, inputs), env: { ...cloud.env, GITHUB_SHA: sha, GITHUB_ACTOR: 'ada', ...env }, ...rest }
      return runs.begin(async (lost) => runAction({ ...asked, lost, cwd: await checkedOut(workspace, sha, head) }))
    },
    hostOf: ({ outputs }) => cloud.host(outputs['instance-id'] ?? ''),
    calls: async (from = 0) =>
      (await cloud.calls()).slice(from).filter(({ principal, operation }) => principal === 'runner' && !POLLS.includes(operation)),
    async liveDigest() {
      const asked = { repositoryName: 'web/production', imageIds: [{ imageTag: 'live-web.production' }] }
      const { imageDetails } = await cloud.observe('ecr', 'DescribeImages', asked)
      return (imageDetails as readonly { imageDigest: string }[])[0]?.imageDigest ?? ''
    },
    async close() {
      await runs.end()
      await cloud.stop()
      await Promise.all(globSync(`${workspace}*`).map((folder) => rm(folder, { recursive: true, force: true })))
    },
  }
  await bed.commit()
  return bed
}

/** The runs on a bed, which end with it, and with the test that began them: then also their orders on hosts. */
function createRuns(cloud: Cloud, { onRun, untilEnd: toEnd }: Watching) {
  const running = new Set<Promise<ActionRun>>()
  let lost = new AbortController()
  async function end(): Promise<void> {
    lost.abort()
    lost = new AbortController()
    await Promise.allSettled(running)
  }
  return {
    begin(run: (lost: AbortSignal) => Promise<ActionRun>): Promise<ActionRun> {
      toEnd?.(() => end().then(() => endOrders(cloud)))
      const acting = run(lost.signal)
        .finally(() => running.delete(acting))
        .then((ended) => (onRun?.(), ended))
      // A failed test no longer asks for this.
      acting.catch(() => undefined)
      running.add(acting)
      return acting
    },
    end,
  }
}

/** The files at the commit. An older commit gets its own folder, like on another runner. */
async function checkedOut(workspace: string, sha: string, head: string): Promise<string> {
  if (sha === head) return workspace
  const folder = await mkdtemp(`${workspace}-at-`)
  await cp(workspace, folder, { recursive: true })
  if (existsSync(join(folder, '.git'))) await checkOut(folder, sha)
  else await writeFile(join(folder, 'commit.txt'), sha)
  return folder
}

/** Like the first step of a workflow; a commit that the repository lacks belongs to a workflow without a checkout. */
async function checkOut(folder: string, sha: string): Promise<void> {
  const known = await run(['git', '-C', folder, 'cat-file', '-e', `${sha}^{commit}`])
  if (known.code === 0) await must('git', '-C', folder, 'checkout', '--quiet', '--force', '--detach', sha)
  else await rm(join(folder, '.git'), { recursive: true })
}

/** Cancels orders that hosts are still carrying out, which hold the locks of their service, and waits for their end. */
async function endOrders(cloud: Cloud): Promise<void> {
  for (const { CommandId } of await orders(cloud)) await cloud.observe('ssm', 'CancelCommand', { CommandId })
  await until('the end of all orders', async () => (await orders(cloud)).length === 0)
}

interface Order {
  readonly CommandId: string
  readonly Status: string
}

const UNDER_WAY = new Set(['Pending', 'InProgress', 'Cancelling'])

/** Orders that have not ended. */
async function orders(cloud: Cloud): Promise<readonly Order[]> {
  const found: Order[] = []
  for (let more: object | undefined = {}; more;) {
    const { CommandInvocations, NextToken } = await cloud.observe('ssm', 'ListCommandInvocations', more)
    found.push(...(CommandInvocations as readonly Order[]))
    more = NextToken === undefined ? undefined : { NextToken }
  }
  return found.filter(({ Status }) => UNDER_WAY.has(Status))
}

function withUsual(cloud: Cloud, head: string, inputs: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const usual = {
    service: 'web',
    'aws-region': 'us-east-1',
    port: '8080',
    // A worker has no proxy.
    ...(inputs['port'] !== 'none' && { 'proxy-image': cloud.proxyImage }),
    // A given image is not built.
    ...(inputs['image'] === undefined && { 'build-args': `BASE=${cloud.baseImage}\nVERSION=${short(head)}` }),
    // Expected events are faster than this, however slow the machine is; an expected timeout has another limit.
    'drain-timeout': '300s',
    'bake-time': '0s',
    'host-timeout': '600s',
    'health-timeout': '300s',
    'github-token': '',
    // Nobody outside of the cloud can resolve its names.
    ...(inputs['tls'] === 'acme' && { 'dns-timeout': '0s' }),
    // The folder is no checkout, and without a token it is unknown whether there is a file.
    config: 'none',
  }
  return Object.fromEntries(Object.entries(overUsual(usual, inputs)).filter((entry): entry is [string, string] => entry[1] !== undefined))
}

/** Accepts a run that ended as expected, and shows the log of any other. */
export function ended(run: ActionRun, outcome: string, cause = ''): ActionRun {
  if (run.outputs['outcome'] !== outcome || run.outputs['cause'] !== cause) {
    throw new Error(
      `expected ${outcome} ${cause}, got ${run.outputs['outcome']} ${run.outputs['cause']}\n${run.stdout.slice(-6000)}\n${run.stderr.slice(-2000)}`,
    )
  }
  return run
}

/** The error in a run's log. */
export function errorOf({ annotations }: ActionRun): string | undefined {
  return annotations.find(({ level }) => level === 'error')?.message
}

/** The summary of a run as it is read: without marks of code and entities. */
export function readSummary({ summary }: Pick<ActionRun, 'summary'>): string {
  return summary.replaceAll(/<\/?code>/g, '').replaceAll(/&#(\d+);/g, (_, letter: string) => String.fromCodePoint(Number(letter)))
}

/** Fetches a page of the service like a visitor; returns the body, or the status in angle brackets. */
export async function visit(url: string, path = '/version'): Promise<string> {
  return patiently(
    url + path,
    async (signal) => {
      const response = await fetch(url + path, { signal })
      return response.ok ? response.text() : `<${response.status}>`
    },
    30,
  )
}
