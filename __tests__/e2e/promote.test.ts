import { describe, expect } from '@jest/globals'
import { must } from '../../local/machine/exec.ts'
import { startGitHub } from '../../local/github/server.ts'
import type { GitHub } from '../../local/github/server.ts'
import type { HostHandle } from '../../local/host/host.ts'
import { stretched } from '../../local/machine/patience.ts'
import type { ActionRun } from '../../local/runner/runner.ts'
import type { ReleaseDocument } from '../../src/domain/release/release-document.ts'
import { toldDeployment } from '../fakes/told-deployment.ts'
import { ended, errorOf, openBed, visit, readSummary } from './support/test-bed.ts'
import type { Bed } from './support/test-bed.ts'
import { filesOf, onHost } from './support/on-host.ts'
import { atEnd, given, it } from './support/test.ts'
import { commitOf, short } from '../fakes/short-commit.ts'
import { repositoryIn } from '../fakes/repository.ts'

/** What quoting, shells, templates and logs could trip over. */
const HOSTILE = `"double" 'single' $(touch /tmp/owned) \`id\` \${HOME} \\n %0A && {{ ssm:text }} = ünïcödé 漢字 🚀`

const RUN = {
  args: ['node', 'server.js', HOSTILE].join('\n'),
  env: `DATABASE_HOST=db.staging\nHOSTILE=${HOSTILE}\nEMPTY=`,
  secrets: 'TOKEN=ssm:/docker-to-ec2/web/staging/token\nKEY=secretsmanager:docker-to-ec2/web/staging/api#key',
  volumes: '/var/tmp:/files:ro',
  memory: '256m',
  cpus: '0.5',
  labels: 'team=core',
  'stop-grace-period': '25s',
  'health-path': '/version?ready=1',
  'health-codes': '200,204',
  'health-host': 'web.example',
}

/** The usual inputs of a deploy that a promotion does not take. */
const BROUGHT = { port: undefined, 'build-args': undefined, 'health-timeout': undefined }

let bed: Bed
let github: GitHub
let staged: ActionRun
let staging: HostHandle
let promoted: ActionRun
let commits: string[]

const empty = given(async () => {
  bed = await openBed()
  commits = await repositoryIn(bed.workspace, ['First', 'Second', 'Third'], () => bed.commit())
  github = await startGitHub(bed.workspace, 'the-token')
  atEnd(() => github.stop())
  for (const environment of ['staging', 'production']) {
    const path = `docker-to-ec2/web/${environment}`
    await bed.cloud.observe('ssm', 'PutParameter', { Name: `/${path}/token`, Value: `token of ${environment}`, Type: 'SecureString' })
    await bed.cloud.observe('secretsmanager', 'CreateSecret', { Name: `${path}/api`, SecretString: `{"key":"key of ${environment}"}` })
  }
})

/** The first commit serves in staging, and by promotion in production; with what there was before the promotion. */
const both = given(async () => {
  await empty()
  staged = ended(await stage(0), 'deployed')
  staging = await bed.hostOf(staged)
  const before = { pushed: await pushed(), calls: (await bed.cloud.calls()).length }
  promoted = ended(await promote({ env: 'DATABASE_HOST=db.production\nADDED=yes' }), 'deployed')
  return before
})

/** The images, without the specifications of releases. */
async function pushed(): Promise<string[]> {
  const { imageDetails } = await bed.cloud.observe('ecr', 'DescribeImages', { repositoryName: 'web/staging' })
  const images = (imageDetails as { imageDigest: string; imageTags?: string[] }[]).filter(
    ({ imageTags = [] }) => !imageTags.some((tag) => /^(release|about)-/.test(tag)),
  )
  return images.map(({ imageDigest }) => imageDigest)
}

/** Deploys the nth commit to staging. */
function stage(at: number, inputs: Record<string, string> = {}): Promise<ActionRun> {
  const sha = commits[at] ?? ''
  const build = { 'build-args': `BASE=${bed.cloud.baseImage}\nVERSION=${short(sha)}`, 'github-token': 'the-token' }
  return bed.act({ environment: 'staging', ...build, ...RUN, ...inputs }, { sha, env: { GITHUB_API_URL: github.url } })
}

/** The promotion itself is a run of whatever commit the workflow happens to stand at. */
function promote(inputs: Record<string, string> = {}): Promise<ActionRun> {
  const usual = { command: 'promote', 'promote-from': 'staging', 'github-token': 'the-token', ...BROUGHT }
  return bed.act({ ...usual, ...inputs }, { sha: 'f'.repeat(40), env: { GITHUB_API_URL: github.url } })
}

interface Container {
  readonly Args: readonly string[]
  readonly Config: {
    readonly Env: readonly string[]
    readonly Image: string
    readonly Labels: Record<string, string>
    readonly StopTimeout: number
  }
  readonly HostConfig: { readonly Memory: number; readonly NanoCpus: number; readonly Binds: readonly string[] }
}

async function container(run: ActionRun, environment: string): Promise<Container> {
  const host = await bed.hostOf(run)
  const text = await onHost(host, `docker inspect web.${environment}.${run.outputs['release']}`)
  return (JSON.parse(text) as Container[])[0] as Container
}

/** The release as the host keeps it. */
async function document(run: ActionRun, environment: string): Promise<ReleaseDocument> {
  const host = await bed.hostOf(run)
  return JSON.parse(await onHost(host, `cat ${filesOf(`web.${environment}`).release(run.outputs['release'] ?? '')}`)) as ReleaseDocument
}

async function record(environment: string): Promise<Record<string, unknown>> {
  const found = await bed.cloud.observe('ssm', 'GetParameter', { Name: `/docker-to-ec2/web/${environment}/release` })
  return JSON.parse((found['Parameter'] as { Value: string }).Value) as Record<string, unknown>
}

const page = (path?: string): Promise<string> => visit(promoted.outputs['url'] ?? '', path)

describe('promote', () => {
  it('before a first deploy of the source is refused', async () => {
    await empty()
    const from = (await bed.cloud.calls()).length
    const run = ended(await promote(), 'refused', 'refused')
    expect(errorOf(run)).toContain('nothing is deployed in staging')
    expect((await bed.calls(from)).map(({ operation }) => operation)).toEqual(['GetCallerIdentity', 'GetParameter'])
  })

  it('deploys the verified digest and configuration, without a build', async () => {
    const before = await both()
    expect(promoted.outputs['digest']).toBe(staged.outputs['digest'])
    expect(promoted.outputs['serving-digest']).toBe(staged.outputs['digest'])
    expect(promoted.outputs['instance-id']).not.toBe(staging.id)
    expect(commitOf(promoted)).toBe(short(commits[0]))
    expect(promoted.stdout).not.toMatch(/\bdocker build|#\d+ \[|The push refers|Build the image/)
    expect(await pushed()).toEqual(before.pushed)
    expect(promoted.outputs['image']).toBe(`${bed.cloud.registry}/web/production@${staged.outputs['digest']}`)
  })

  it('is one deployment on GitHub, for the environment that it changed', async () => {
    await both()
    const at = github.deployments.findLastIndex(({ environment }) => environment === 'production')
    const { release, digest } = promoted.outputs
    expect(await toldDeployment(github, at)).toMatchObject({ command: 'promote', release, digest, commit: commits[0], outcome: 'deployed' })
    expect(await toldDeployment(github, 0)).toMatchObject({ environment: 'staging', command: 'deploy', digest })
  })

  it('reads the specification from the registry, and sends no shell command to the hosts of staging', async () => {
    const before = await both()
    const sent = (await bed.cloud.calls()).slice(before.calls).filter(({ operation }) => operation === 'SendCommand')
    const toStaging = sent.filter(({ params }) => JSON.stringify(params).includes(staging.id))
    expect(toStaging.map(({ params }) => params['DocumentName'])).toEqual(['docker-to-ec2-status'])
    expect(promoted.stdout).toContain('was not checked: there is no SSM document docker-to-ec2-status')
  })

  it('stores the specification beside the image, as an artifact with the image as its subject', async () => {
    await both()
    const { artifact = '' } = (await record('staging')) as { artifact?: string }
    const { authorizationData } = await bed.cloud.observe('ecr', 'GetAuthorizationToken', {})
    const [{ authorizationToken = '' } = {}] = authorizationData as { authorizationToken?: string }[]
    const headers = `Authorization: Basic ${authorizationToken}`
    const url = `https://${bed.cloud.registry}/v2/web/staging/manifests/${artifact.split('@')[1]}`
    const accept = 'Accept: application/vnd.oci.image.manifest.v1+json'
    const text = await must('curl', '-fsS', '--cacert', bed.cloud.env['NODE_EXTRA_CA_CERTS'] ?? '', '-H', headers, '-H', accept, url)
    expect(JSON.parse(text)).toMatchObject({
      artifactType: 'application/vnd.docker-to-ec2.release.v1',
      subject: { digest: staged.outputs['digest'] },
    })
  })

  it('takes the whole configuration, except the settings that the input overrides', async () => {
    await both()
    const [here, there] = [await container(promoted, 'production'), await container(staged, 'staging')]
    expect([here, there].map(({ Config: { Image } }) => Image.replace(/.*\/web\//, ''))).toEqual(
      ['production', 'staging'].map((environment) => `${environment}@${staged.outputs['digest']}`),
    )
    expect(here.Args).toEqual(there.Args)
    expect(here.HostConfig).toMatchObject({ Memory: 256 * 2 ** 20, NanoCpus: 5e8, Binds: ['/var/tmp:/files:ro'] })
    expect(here.Config.Labels).toMatchObject({
      ...{ 'docker-to-ec2.service': 'web.production', 'docker-to-ec2.commit': commits[0] },
      team: 'core',
    })
    expect(here.Config.StopTimeout).toBe(25)
    const differing = here.Config.Env.filter((line) => !there.Config.Env.includes(line)).map((line) => line.split('=')[0] ?? '')
    expect(differing.toSorted()).toEqual(['ADDED', 'DATABASE_HOST', 'KEY', 'TOKEN'])
    const [kept, original] = [await document(promoted, 'production'), await document(staged, 'staging')]
    expect([kept.digest, kept.commit]).toEqual([original.digest, original.commit])
    const settled = ({ spec, docker }: ReleaseDocument) => ({ docker, spec: { ...spec, env: {}, secrets: {} } })
    expect(settled(kept)).toEqual(settled(original))
    expect(await page('/env?name=HOSTILE')).toBe(HOSTILE)
    expect(await page('/env?name=EMPTY')).toBe('')
    expect(await page('/env?name=DATABASE_HOST')).toBe('db.production')
    expect(await page('/env?name=TOKEN')).toBe('token of production')
    expect(await page('/env?name=KEY')).toBe('key of production')
    expect(await visit(staged.outputs['url'] ?? '', '/env?name=TOKEN')).toBe('token of staging')
  })

  it('shows the origin of the release, and the names of different settings without values', async () => {
    await both()
    expect(promoted.stdout).toContain(`web (production): release ${promoted.outputs['release']} is live at ${promoted.outputs['url']}`)
    expect(readSummary(promoted)).toContain(`| Promoted from | staging, release ${staged.outputs['release']}, with the same digest |`)
    expect(readSummary(promoted)).toContain('| Different from staging | ADDED, DATABASE_HOST, KEY, TOKEN |')
    expect(promoted.stdout + promoted.summary).not.toMatch(/db\.(production|staging)|"double"|(token|key) of /)
    expect(await record('production')).toMatchObject({
      commit: commits[0],
      digest: staged.outputs['digest'],
      promotedFrom: { environment: 'staging', release: staged.outputs['release'] },
    })
    const status = ended(await bed.act({ command: 'status', ...BROUGHT }), 'reported')
    expect(readSummary(status)).toContain(`staging, release ${staged.outputs['release']}`)
  })

  it('again changes nothing', async () => {
    await both()
    const run = ended(await promote({ env: 'DATABASE_HOST=db.production\nADDED=yes' }), 'unchanged')
    expect(run.stdout).toContain('was already live')
    expect(run.outputs['release']).toBe(promoted.outputs['release'])
  })

  it('with min-soak, a new release in staging is neither promoted nor planned', async () => {
    await both()
    for (const command of ['promote', 'plan']) {
      const run = await promote({ command, 'min-soak': '720h' })
      expect(`${run.stdout}${run.summary}`).toMatch(/has served staging for .* but min-soak is 720h/)
      expect(run.outputs['outcome']).not.toBe('deployed')
    }
    ended(await promote({ 'min-soak': '1s', env: 'DATABASE_HOST=db.production\nADDED=yes' }), 'unchanged')
  })

  it('a release that failed in staging is not promoted; the one that still serves is, with a note', async () => {
    await both()
    const failed = ended(await stage(1, { 'health-path': '/nowhere', 'health-timeout': await stretched(4) }), 'failed', 'health-status')
    const run = ended(await promote({ env: 'DATABASE_HOST=db.production\nNOTED=yes' }), 'deployed')
    expect(run.outputs['digest']).toBe(staged.outputs['digest'])
    const [note] = run.annotations.filter(({ level }) => level === 'warning')
    expect(note?.message).toContain(`${staged.outputs['release']} still serves there`)
    const named = ended(await promote({ release: failed.outputs['release'] ?? '' }), 'refused', 'refused')
    expect(errorOf(named)).toContain(`${failed.outputs['release']} is not verified in staging; these are: ${staged.outputs['release']}`)
  })

  it("an earlier release is promoted by name, unless it is older than production's or was rolled back", async () => {
    await both()
    const second = ended(await stage(1), 'deployed')
    ended(await promote(), 'deployed')
    const late = ended(await promote({ release: staged.outputs['release'] ?? '' }), 'refused', 'refused')
    expect(errorOf(late)).toContain(`commit ${short(commits[0])} is older than ${short(commits[1])}, which is live`)
    const back = ended(await promote({ release: staged.outputs['release'] ?? '', 'allow-downgrade': 'true' }), 'deployed')
    expect(back.outputs['digest']).toBe(staged.outputs['digest'])
    ended(await bed.act({ command: 'rollback', environment: 'staging', ...BROUGHT }), 'rolled-back')
    const left = ended(await promote({ release: second.outputs['release'] ?? '' }), 'refused', 'refused')
    expect(errorOf(left)).toContain(`${second.outputs['release']} was rolled back in staging`)
  })
})
