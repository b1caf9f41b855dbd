import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect } from '@jest/globals'
import { startBuildKit } from '../../local/machine/buildkit.ts'
import { DOCKER } from '../../local/machine/cache.ts'
import { run } from '../../local/machine/exec.ts'
import type { ActionRun } from '../../local/runner/runner.ts'
import { ended, errorOf, openBed, visit } from './support/test-bed.ts'
import type { Bed } from './support/test-bed.ts'
import { labelsOf, referrersOf } from './support/attest.ts'
import { slowBuild } from './support/slow-build.ts'
import { atEnd, beforeEach, given, it } from './support/test.ts'
import { traces } from './support/traces.ts'
import type { Traces } from './support/traces.ts'
import { commitOf } from '../fakes/short-commit.ts'

const LABEL = 'org.opencontainers.image.'

let bed: Bed
let runner: Traces
let first: ActionRun
/** Docker's own folder of the runner. */
let home = ''

/** As a newer Docker does by itself: `docker build` is buildx; and a job that has logged in elsewhere. */
const CONFIG = JSON.stringify({
  aliases: { builder: 'buildx' },
  auths: { 'other.example': { auth: Buffer.from('ada:lovelace').toString('base64') } },
  HttpHeaders: { 'X-Job': 'deploy' },
})

const open = given(async () => {
  bed = await openBed()
  runner = await traces(bed.cloud.registry)
  atEnd(() => runner.close())
})
const built = given(async () => {
  await open()
  home = bed.cloud.buildxEnv['DOCKER_CONFIG'] ?? ''
  await writeFile(join(home, 'config.json'), CONFIG)
  first = ended(await act(), 'deployed')
})

const act = (inputs: Readonly<Record<string, string>> = {}) => bed.act(inputs, { env: { ...bed.cloud.buildxEnv, ...runner.env } })

describe('a runner with buildx', () => {
  beforeEach(built)

  it('builds and pushes with buildx', async () => {
    expect(first.stdout).toContain('using docker driver')
    expect(first.stdout).toContain('The push refers to repository')
    expect(await visit(first.outputs['url'] ?? '')).toBe(commitOf(first))
  })

  it('masks the password of the registry, and removes it afterwards', async () => {
    // By itself, and as it stands in Docker's configuration.
    expect(first.masks).toHaveLength(2)
    const { masks: _, ...said } = { ...first, stdout: first.stdout.replaceAll(/^::add-mask::.*$/gm, '') }
    for (const mask of first.masks) expect(JSON.stringify(said)).not.toContain(mask)
    expect(await runner.left()).toEqual([])
  })

  it("leaves the job's own Docker configuration as it was", async () => {
    expect(await readFile(join(home, 'config.json'), 'utf8')).toBe(CONFIG)
    expect((await readdir(home)).toSorted()).toEqual(['cli-plugins', 'config.json'])
  })

  it('does not build an existing tag again', async () => {
    const again = ended(await act({ env: 'COLOUR=blue' }), 'deployed')
    expect(again.outputs['digest']).toBe(first.outputs['digest'])
    expect(again.stdout).toContain('is already in the registry')
    expect(again.stdout).not.toContain('using docker driver')
    // The registry was asked to keep the new specification: its password is masked, too.
    expect(again.masks).toHaveLength(2)
  })

  it('attaches provenance and SBOM to the image, and a later deploy changes neither', async () => {
    const env = { ...bed.cloud.buildxEnv, ...runner.env }
    const digest = await withSbom(env)
    await expectDescribed(digest)
    ended(await bed.act({ sbom: join(runner.env['RUNNER_TEMP'] ?? '', 'sbom.json'), env: 'COLOUR=green' }, { env }), 'deployed')
    await rm(join(runner.env['RUNNER_TEMP'] ?? '', 'sbom.json'))
    expect((await referrersOf(bed.cloud, 'web/production', digest)).filter(({ artifactType }) => artifactType !== RELEASE)).toHaveLength(2)
  })

  it('labels the image, but changes no label of its Dockerfile', async () => {
    const usual = await readFile(join(bed.workspace, 'Dockerfile'), 'utf8')
    await writeFile(
      join(bed.workspace, 'labelled.Dockerfile'),
      `${usual}LABEL ${LABEL}title="Our web" \\\n  ${LABEL}url=https://web.example\n`,
    )
    const commit = await bed.commit()
    const { outputs } = ended(await act({ dockerfile: 'labelled.Dockerfile' }), 'deployed')
    const labels = Object.entries(await labelsOf(bed.cloud, 'web/production', outputs['digest'] ?? ''))
    const told = Object.fromEntries(
      labels.filter(([name]) => name.startsWith(LABEL)).map(([name, value]) => [name.replace(LABEL, ''), value]),
    )
    expect(told).toEqual({
      ...{ title: 'Our web', url: 'https://web.example', description: 'Prints its version', licenses: 'MIT' },
      ...{ vendor: 'octo-org', authors: 'https://github.com/octo-org', source: 'https://github.com/octo-org/web' },
      ...{ revision: commit, version: expect.stringContaining(`${commit}-`) },
      'base.name': bed.cloud.baseImage,
    })
  })

  it('ends the build when the run is cancelled', async () => {
    const { dockerfile, step } = await slowBuild(bed.workspace)
    const cancelOn = new RegExp(`RUN .*${/\d+/.exec(step)?.[0]}`)
    const env = { ...bed.cloud.buildxEnv, ...runner.env }
    ended(await bed.act({ dockerfile }, { env, cancelOn }), 'cancelled', 'cancelled')
    expect(await runner.left()).toEqual([])
  })

  it('names what its builder cannot do, and leaves nothing behind', async () => {
    await bed.commit()
    ended(await act({ platforms: 'linux/amd64,linux/arm64' }), 'failed', 'multi-platform')
    const failed = ended(await act({ target: 'no-such-stage' }), 'failed', 'build-failed')
    expect(errorOf(failed)).toContain('no-such-stage')
    expect(await runner.left()).toEqual([])
  })
})

/** What a job that has made an SBOM gives. */
async function withSbom(env: Readonly<Record<string, string>>) {
  const file = join(env['RUNNER_TEMP'] ?? '', 'sbom.json')
  await writeFile(file, SBOM)
  await bed.commit()
  return ended(await bed.act({ sbom: file }, { env }), 'deployed').outputs['digest'] ?? ''
}

const SBOM = JSON.stringify({ spdxVersion: 'SPDX-2.3', SPDXID: 'SPDXRef-DOCUMENT', packages: [] })
const RELEASE = 'application/vnd.docker-to-ec2.release.v1'

/** Listed by the registry as what refers to the image, whose digest is the one that the build pushed. */
async function expectDescribed(digest: string): Promise<void> {
  const found = new Map((await referrersOf(bed.cloud, 'web/production', digest)).map((one) => [one.artifactType, one]))
  expect([...found.keys()].toSorted()).toEqual(['application/spdx+json', RELEASE, 'application/vnd.in-toto+json'])
  expect(found.get('application/spdx+json')?.text).toBe(SBOM)
  const provenance = JSON.parse(found.get('application/vnd.in-toto+json')?.text ?? '') as {
    subject: readonly { digest: { sha256: string } }[]
  }
  expect(provenance.subject[0]?.digest.sha256).toBe(digest.replace('sha256:', ''))
  expect(await bed.liveDigest()).toBe(digest)
}

describe('a runner with its own BuildKit builder', () => {
  let env: Readonly<Record<string, string>>

  beforeEach(
    given(async () => {
      await open()
      const buildkit = await startBuildKit(bed.cloud)
      atEnd(() => buildkit.stop())
      env = { ...buildkit.env, ...runner.env }
    }),
  )

  const config = async () => (await readdir(env['DOCKER_CONFIG'] ?? '', { recursive: true })).toSorted()

  it('builds with it, and leaves it unchanged', async () => {
    const before = await config()
    await bed.commit()
    const deployed = ended(await bed.act({}, { env }), 'deployed')
    expect(deployed.stdout).toContain('using remote driver')
    expect(await visit(deployed.outputs['url'] ?? '')).toBe(commitOf(deployed))
    expect(await config()).toEqual(before)
    expect(before).toContain('buildx/instances/of-the-job')
    expect(await runner.left()).toEqual([])
  })

  it('attaches provenance and SBOM to the image', async () => {
    await expectDescribed(await withSbom(env))
    await rm(join(env['RUNNER_TEMP'] ?? '', 'sbom.json'))
  })

  it("reuses layers of another runner from the registry's cache", async () => {
    await bed.commit()
    ended(await bed.act({}, { env }), 'deployed')
    await run([DOCKER, 'buildx', 'prune', '--all', '--force'], { env: { ...bed.cloud.env, ...env } })
    await bed.commit()
    const { stdout } = ended(await bed.act({}, { env }), 'deployed')
    expect(stdout).toMatch(/importing cache manifest from \S+:cache/)
    expect(stdout).toMatch(/#\d+ CACHED$/m)
  })
})
