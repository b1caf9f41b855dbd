import { describe, expect, it } from '@jest/globals'
import { deployWanted } from '../../src/commands/deploy.ts'
import { plan, planWanted } from '../../src/commands/plan.ts'
import { wantedByPromotion } from '../../src/steps/orders/wanted.ts'
import { aHost, aRecord, aRelease, aSpec, DIGEST } from '../fakes/samples.ts'
import { aWorld } from '../fakes/world.ts'
import type { World } from '../fakes/world.ts'

const STAGING = { name: 'web', environment: 'staging' }
const COMMIT = 'abcdef12'.repeat(5)
const SPEC = aSpec({ env: { HOST: 'db.staging' }, secrets: { TOKEN: 'ssm:/docker-to-ec2/web/staging/token' } })

interface Staged {
  readonly image?: string
  readonly digest?: string
  readonly name?: string
}

/** Production serves an older release; `inputs`: of its promotion. */
function production(inputs: Readonly<Record<string, string>> = {}): World {
  const world = aWorld({ command: 'promote', 'promote-from': 'staging', port: '', env: 'HOST=db.production', ...inputs })
  world.hosts.push(aHost())
  world.records.push(aRecord({ commit: 'b'.repeat(40), release: 'bbbbbbbb-00000000', digest: 'sha256:old' }))
  return world
}

/** What production gets of the release that staging has verified. */
function promoted(
  world: World,
  { digest = DIGEST, name = 'abcdef12-00000001', image = `registry.example/web/staging@${digest}` }: Staged = {},
) {
  const release = { ...aRelease({ name, commit: COMMIT, digest, image, spec: SPEC }), login: 'registry.example' }
  return wantedByPromotion(world.ctx.config, { from: STAGING, release, semver: undefined })
}

describe('the plan of a promotion', () => {
  it('names the release, its digest, its source environment, and the names of what differs', async () => {
    const world = production()
    world.images.set(COMMIT, DIGEST)
    const report = await planWanted(world.ctx, SPEC, async () => promoted(world))
    expect(report.headline).toBe('web (production): promote would release abcdef12-00000001 of staging over bbbbbbbb-00000000')
    expect(JSON.parse(report.outputs['plan'] ?? '')).toMatchObject({
      verdict: 'changes',
      image: { kind: 'promoted', repository: 'web/production', digest: DIGEST },
      release: { name: expect.stringMatching(/^abcdef12-/), commit: COMMIT },
      promotion: { environment: 'staging', release: 'abcdef12-00000001', digest: DIGEST, differs: ['HOST', 'TOKEN'] },
    })
    expect(world.log).toContain(`Promoted from: staging, where abcdef12-00000001 is verified: ${DIGEST}`)
    expect(world.log).toContain('Different from staging: HOST, TOKEN')
    expect(JSON.stringify([report, world.log])).not.toContain('db.')
    expect(world.done).toEqual(['ask i-0123456789abcdef0 of production'])
  })

  it('tells that the image is to be copied, and from where, without an account id', async () => {
    const world = production()
    const image = `111122223333.dkr.ecr.us-east-1.amazonaws.com/web-staging@${DIGEST}`
    const report = await planWanted(world.ctx, SPEC, async () => promoted(world, { image }))
    expect(report.headline).toContain('promote would release')
    expect(JSON.parse(report.outputs['plan'] ?? '')).toMatchObject({
      image: { kind: 'copy', from: 'web-staging', repository: 'web/production', digest: DIGEST, newRepository: false },
    })
    expect(JSON.stringify(report)).not.toContain('111122223333')
    expect(world.done).toEqual(['ask i-0123456789abcdef0 of production'])
  })

  it('has the refusals of the promotion', async () => {
    const world = Object.assign(production(), { relation: 'behind' as const })
    await expect(planWanted(world.ctx, SPEC, async () => promoted(world))).resolves.toMatchObject({
      outcome: 'refused',
      headline: 'web (production): promote would refuse: commit abcdef12 is older than bbbbbbbb, which is live',
    })
  })

  it('is unchanged if the release serves already', async () => {
    const world = production()
    await deployWanted(world.ctx, SPEC, async () => promoted(world))
    const { headline, outputs } = await planWanted(world.ctx, SPEC, async () => promoted(world))
    expect(headline).toBe(`web (production): promote would change nothing; release ${outputs['release']} is live`)
  })
})

describe('a promotion with plan-hash', () => {
  const approved = async (world: World, staged: Staged = {}) =>
    (await planWanted(world.ctx, SPEC, async () => promoted(world, staged))).outputs['plan-hash'] ?? ''

  it.each<[string, Staged]>([
    ['is there', {}],
    ['is to be copied', { image: `registry.example/web-staging@${DIGEST}` }],
  ])('does what was approved if the image %s, and can run again', async (_, staged) => {
    const first = production({ 'plan-hash': await approved(production(), staged) })
    await expect(deployWanted(first.ctx, SPEC, async () => promoted(first, staged))).resolves.toMatchObject({ outcome: 'deployed' })
    const again = production({ 'plan-hash': await approved(production(), staged) })
    again.records.unshift(...first.records)
    await expect(deployWanted(again.ctx, SPEC, async () => promoted(again, staged))).resolves.toMatchObject({ outcome: 'deployed' })
  })

  it('is the same plan when another run has copied the image meanwhile', async () => {
    const staged = { image: `registry.example/web-staging@${DIGEST}` }
    const world = production({ 'plan-hash': await approved(production(), staged) })
    world.images.set(COMMIT, DIGEST)
    await expect(deployWanted(world.ctx, SPEC, async () => promoted(world, staged))).resolves.toMatchObject({ outcome: 'deployed' })
  })

  it.each<[string, Staged, string]>([
    ['another image of that commit', { digest: `sha256:${'e'.repeat(64)}` }, 'the image: now it is web'],
    ['another release', { name: 'abcdef12-00000002' }, 'what is promoted: now it is abcdef12-00000002 of staging'],
  ])('is refused if staging serves %s in the meantime', async (_, staged, words) => {
    const world = production({ 'plan-hash': await approved(production()) })
    await expect(deployWanted(world.ctx, SPEC, async () => promoted(world, staged))).rejects.toMatchObject({
      code: 'plan-changed',
      message: expect.stringContaining(words),
    })
    expect(world.done).toEqual([])
  })

  it('is refused if the approval was for a deploy of that commit', async () => {
    const deploy = aWorld({ port: '3000', env: 'HOST=db.production' }, { GITHUB_SHA: COMMIT })
    deploy.hosts.push(...production().hosts)
    deploy.records.push(...production().records)
    deploy.images.set(COMMIT, DIGEST)
    const world = production({ 'plan-hash': (await plan(deploy.ctx)).outputs['plan-hash'] ?? '' })
    await expect(deployWanted(world.ctx, SPEC, async () => promoted(world))).rejects.toMatchObject({ code: 'plan-changed' })
  })
})
