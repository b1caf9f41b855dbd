// A separate local cloud, and a repository with a service to release.
import { randomBytes } from 'node:crypto'
import { appendFile, cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DOCKER } from '../local/machine/cache.ts'
import { startCloud } from '../local/cloud.ts'
import type { Call } from '../local/aws/requests.ts'
import type { Cloud } from '../local/cloud.ts'
import { run } from '../local/machine/exec.ts'
import { runAction } from '../local/runner/runner.ts'
import type { ActionRun } from '../local/runner/runner.ts'

/** One run of the bundle, and its AWS requests. */
export interface Run extends ActionRun {
  readonly calls: readonly Call[]
}

export interface Fixture {
  readonly cloud: Cloud
  /** Changes the application, and returns the commit's id. */
  commit(): Promise<string>
  /** Deploys the last commit, with these inputs beside the default ones. Throws if the run ends with another outcome. */
  deploy(outcome: 'deployed' | 'unchanged', inputs?: Readonly<Record<string, string>>): Promise<Run>
  /** Rolls back to the previous release. */
  rollback(): Promise<Run>
  /** Builds and pushes an image of the current application, and returns its reference by digest. */
  push(tag: string): Promise<string>
  close(): Promise<void>
}

export const SERVICE = 'web'
/** The repository for the service's images in its default environment. */
const REPOSITORY = `${SERVICE}/production`
export const PORT = 8080

export async function openFixture(): Promise<Fixture> {
  const cloud = await startCloud()
  const workspace = await mkdtemp(join(tmpdir(), 'docker-to-ec2-bench-'))
  await cp(join(import.meta.dirname, '..', 'local', 'testapp'), workspace, { recursive: true })
  const bench: Bench = { cloud, workspace, head: '' }
  return {
    cloud,
    async commit() {
      bench.head = randomBytes(20).toString('hex')
      await appendFile(join(workspace, 'behaviours.js'), `\n// ${bench.head}\n`)
      return bench.head
    },
    deploy: (outcome, inputs: Readonly<Record<string, string>> = {}) =>
      act(bench, outcome, { port: String(PORT), ...('image' in inputs ? {} : { 'build-args': `BASE=${cloud.baseImage}` }), ...inputs }),
    rollback: () => act(bench, 'rolled-back', { command: 'rollback' }),
    push: (tag) => push(bench, tag),
    async close() {
      await cloud.stop()
      await rm(workspace, { recursive: true, force: true })
    },
  }
}

interface Bench {
  readonly cloud: Cloud
  /** Folder of the repository. */
  readonly workspace: string
  /** Its last commit; "" before the first. */
  head: string
}

/** A run of the bundle that must end with this outcome. */
async function act({ cloud, workspace, head }: Bench, outcome: string, inputs: Readonly<Record<string, string>>): Promise<Run> {
  const from = (await cloud.calls()).length
  // A wait that the user configures is not overhead.
  const usual = {
    service: SERVICE,
    'aws-region': 'us-east-1',
    'proxy-image': cloud.proxyImage,
    'bake-time': '0s',
    'github-token': '',
    config: 'none',
  }
  const ran = await runAction({ inputs: { ...usual, ...inputs }, env: { ...cloud.env, GITHUB_SHA: head }, cwd: workspace })
  if (ran.outputs['outcome'] !== outcome)
    throw new Error(`the run is ${ran.outputs['outcome']}, not ${outcome}:\n${ran.stdout}${ran.stderr}`)
  return { ...ran, calls: (await cloud.calls()).slice(from) }
}

async function push(bench: Bench, tag: string): Promise<string> {
  const { cloud } = bench
  const name = `${cloud.registry}/${REPOSITORY}:${tag}`
  await docker(bench, 'login', '--username', 'AWS', '--password', await registryPassword(cloud), cloud.registry)
  await docker(bench, 'build', '--quiet', '--build-arg', `BASE=${cloud.baseImage}`, '--tag', name, '.')
  const digest = /digest: (sha256:\w+)/.exec(await docker(bench, 'push', name))?.[1]
  return `${cloud.registry}/${REPOSITORY}@${digest}`
}

async function docker({ cloud, workspace }: Bench, ...args: string[]): Promise<string> {
  const ran = await run([DOCKER, ...args], { cwd: workspace, env: { ...cloud.env, DOCKER_BUILDKIT: '1', HOME: workspace } })
  if (ran.code !== 0) throw new Error(`docker ${args.join(' ')}: ${ran.stderr}`)
  return ran.stdout
}

export async function registryPassword(cloud: Cloud): Promise<string> {
  const answer = await cloud.observe('ecr', 'GetAuthorizationToken', {})
  const [{ authorizationToken }] = answer['authorizationData'] as [{ authorizationToken: string }]
  return Buffer.from(authorizationToken, 'base64').toString().replace('AWS:', '')
}
