import { describe, expect, it } from '@jest/globals'
import { deploy } from '../../src/commands/deploy.ts'
import { plan } from '../../src/commands/plan.ts'
import { promote } from '../../src/commands/promote.ts'
import type { Scan } from '../../src/domain/image/scan.ts'
import { releaseName } from '../../src/domain/release/release.ts'
import { releaseArtifact } from '../../src/domain/release/release-artifact.ts'
import { aDigest, BUILD_JOB, provenanceOf } from '../fakes/attested.ts'
import { documentIn } from '../fakes/orders.ts'
import { aHost, aRecord, aRelease, aSpec, COMMIT, DIGEST } from '../fakes/samples.ts'
import { aWorld } from '../fakes/world.ts'
import type { World } from '../fakes/world.ts'

const ASKED = { 'require-attestation': 'true' }
const IDS = { GITHUB_REPOSITORY_ID: '4711', GITHUB_REPOSITORY_OWNER_ID: '815' }

function aProof(inputs: Readonly<Record<string, string>>, env = IDS): World {
  const world = aWorld(inputs, env)
  world.hosts.push(aHost())
  return world
}

/** Somebody signed this, and it lies beside the image. */
function attested(world: World, digest: string, changes: { readonly repository?: string } = {}): World {
  const repository = `https://github.com/${changes.repository ?? 'acme/web'}`
  const signer = { ...BUILD_JOB, workflow: `https://github.com/${BUILD_JOB.workflow}`, repository, run: '' }
  world.attestations.push({ source: 'attestation', text: 'bundle' })
  world.checks = () => ({ kind: 'signed', signer, type: 'application/vnd.in-toto+json', payload: JSON.stringify(provenanceOf(digest)) })
  return world
}

const complete = (...severities: string[]): Scan => ({
  kind: 'complete',
  vulnerabilities: severities.map((severity, at) => ({ name: `CVE-${at}`, severity, in: '', fixed: '' })),
})

describe('an attested image', () => {
  it('is deployed by the verified digest, wherever its tag points by then', async () => {
    const world = attested(aProof({ image: 'registry.example/web:latest', ...ASKED }), DIGEST)
    expect(await deploy(world.ctx)).toMatchObject({ outcome: 'deployed' })
    const order = world.sent.find(({ order: { verb } }) => verb === 'deploy')
    expect(documentIn(order)).toMatchObject({ image: `registry.example/web@${DIGEST}`, digest: DIGEST })
    expect(world.log.join('\n')).toContain(`${DIGEST} is attested by https://github.com/${BUILD_JOB.workflow}`)
  })

  it.each<[string, (world: World) => World]>([
    ['nothing', (world) => world],
    ['another image', (world) => attested(world, aDigest('another'))],
    ['another repository', (world) => attested(world, DIGEST, { repository: 'evil/web' })],
  ])('of %s is refused before anything is changed', async (_, given) => {
    const world = given(aProof({ image: `registry.example/web@${DIGEST}`, ...ASKED }))
    await expect(deploy(world.ctx)).rejects.toMatchObject({ code: 'image-not-attested' })
    expect(world.done).toEqual([])
    expect(world.sent).toEqual([])
  })

  it('is required by a plan, too', async () => {
    const report = await plan(aProof({ command: 'plan', image: `registry.example/web@${DIGEST}`, ...ASKED }).ctx)
    expect(report).toMatchObject({ outcome: 'refused', outputs: { cause: 'image-not-attested', 'plan-hash': '' } })
  })

  it('is not an image that only another repository of the same name has attested', async () => {
    const ids = { GITHUB_REPOSITORY_ID: '1', GITHUB_REPOSITORY_OWNER_ID: '815' }
    const world = attested(aProof({ image: `registry.example/web@${DIGEST}`, ...ASKED }, ids), DIGEST)
    await expect(deploy(world.ctx)).rejects.toThrow('repository number 4711, not 1')
  })
})

describe('a promoted image', () => {
  /** Staging has a release of it; it is to be copied. */
  function aPromotion(inputs: Readonly<Record<string, string>>): World {
    const world = aProof({ command: 'promote', 'promote-from': 'staging', repository: 'web-production', port: '', ...inputs })
    const image = `registry.example/web@${DIGEST}`
    const release = aRelease({ name: releaseName(COMMIT, DIGEST, aSpec()), commit: COMMIT, image, spec: aSpec() })
    const kept = `sha256:${'a'.repeat(64)}`
    world.artifacts.set(kept, releaseArtifact(release).text)
    const recorded = { release: release.name, commit: COMMIT, image, login: 'registry.example', artifact: `registry.example/web@${kept}` }
    world.records.push(aRecord({ environment: 'staging', hostId: 'i-staging', ...recorded }))
    return world
  }

  it('must have its attestation in the source environment, before it is copied', async () => {
    const refused = aPromotion(ASKED)
    await expect(promote(refused.ctx)).rejects.toMatchObject({ code: 'image-not-attested' })
    expect(refused.done.filter((line) => line.startsWith('copy'))).toEqual([])
    const world = attested(aPromotion(ASKED), DIGEST)
    expect(await promote(world.ctx)).toMatchObject({ outcome: 'deployed' })
    expect(world.done.filter((line) => line.startsWith('copy'))).toHaveLength(1)
  })

  it('must pass the scan of the repository that it comes from', async () => {
    const world = aPromotion({ 'max-severity': 'high' })
    world.scan = () => complete('critical')
    await expect(promote(world.ctx)).rejects.toMatchObject({ code: 'image-vulnerable' })
    expect(world.done.filter((line) => line.startsWith('copy'))).toEqual([])
  })
})

describe('the scan of an image', () => {
  const inputs = { image: `registry.example/web@${DIGEST}`, 'max-severity': 'high' }

  it('passes an image without findings of that severity', async () => {
    const world = aProof(inputs)
    world.scan = () => complete('medium', 'low')
    expect(await deploy(world.ctx)).toMatchObject({ outcome: 'deployed' })
    expect(world.log.join('\n')).toContain('2 vulnerabilities, of which max-severity: high refuses 0')
  })

  it.each<[string, Scan]>([
    ['image-vulnerable', complete('high')],
    ['image-not-scanned', { kind: 'none', reason: 'ECR has no scan of it' }],
    ['image-not-scanned', { kind: 'pending', status: 'IN_PROGRESS' }],
  ])('is refused as %s: %j', async (code, scan) => {
    const world = aProof(inputs)
    world.scan = () => scan
    await expect(deploy(world.ctx)).rejects.toMatchObject({ code })
    expect(world.done).toEqual([])
  })

  it('is awaited for at most five minutes', async () => {
    const world = aProof(inputs)
    let looks = 0
    world.scan = () => ((looks += 1) < 4 ? { kind: 'pending', status: 'PENDING' } : complete())
    const began = world.clock.now()
    expect(await deploy(world.ctx)).toMatchObject({ outcome: 'deployed' })
    expect(world.clock.now() - began).toBeGreaterThanOrEqual(15_000)
    expect(looks).toBe(4)
    const endless = aProof(inputs)
    endless.scan = () => ({ kind: 'pending', status: 'PENDING' })
    const from = endless.clock.now()
    await expect(deploy(endless.ctx)).rejects.toThrow('its scan is not done after 300 s')
    expect(endless.clock.now() - from).toBe(300_000)
  })

  it('of an image that the run has built is checked before any order to a host', async () => {
    const world = aProof({ 'max-severity': 'critical' })
    world.scan = () => complete('critical')
    await expect(deploy(world.ctx)).rejects.toMatchObject({ code: 'image-vulnerable' })
    expect(world.done.filter((line) => line.startsWith('build'))).toHaveLength(1)
    expect(world.sent).toEqual([])
  })

  it("is not requested for images outside of the account's ECR", async () => {
    const world = aProof({ ...inputs, image: 'public.ecr.aws/nginx/nginx:1.29' })
    world.scan = () => complete()
    await expect(deploy(world.ctx)).rejects.toThrow('it is in public.ecr.aws, which is not the ECR of this account')
  })
})
