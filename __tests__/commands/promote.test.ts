import { describe, expect, it } from '@jest/globals'
import { plan } from '../../src/commands/plan.ts'
import { promote } from '../../src/commands/promote.ts'
import type { Context } from '../../src/context.ts'
import { releaseArtifact } from '../../src/domain/release/release-artifact.ts'
import { releaseName } from '../../src/domain/release/release.ts'
import type { ReleaseRecord } from '../../src/domain/release/record.ts'
import { documentIn, field, releaseIn } from '../fakes/orders.ts'
import { aHost, aRecord, aRelease, aSpec, DIGEST } from '../fakes/samples.ts'
import { GRACE } from '../fakes/lease.ts'
import { aWorld } from '../fakes/world.ts'
import type { World } from '../fakes/world.ts'

const COMMIT = 'abcdef12'.repeat(5)
const OLD = 'b'.repeat(40)
const STAGED = aSpec({
  ...{ env: { HOST: 'db.staging' }, secrets: { TOKEN: 'ssm:/docker-to-ec2/web/staging/token' }, args: ['$(id)'], port: 3000 },
  'release-command': ['migrate'],
  ...{ 'health-path': '/up', 'health-timeout': 7, migration: true },
  ...{ 'http-port': 8000, domains: ['staging.example.com'], 'path-prefix': '/a', upstream: 'h2c' },
})

interface Staged {
  readonly image?: string
  readonly login?: string
  readonly record?: Partial<ReleaseRecord>
  /** What is recorded in production. */
  readonly production?: Partial<ReleaseRecord>
}

const NAME = releaseName(COMMIT, DIGEST, STAGED)
const KEPT = `sha256:${'a'.repeat(64)}`
const ARTIFACT = `registry.example/web/staging@${KEPT}`

/** Production has a host; staging has a release of `image`, whose specification lies in the registry. */
function aPromotion(inputs: Record<string, string> = {}, staged: Staged = {}): { world: World; ctx: Context } {
  const { image = `registry.example/web/staging@${DIGEST}`, login = 'registry.example' } = staged
  const world = aWorld({ command: 'promote', 'promote-from': 'staging', port: '', ...inputs })
  world.hosts.push(aHost())
  const release = aRelease({ name: NAME, commit: COMMIT, image, spec: STAGED })
  world.artifacts.set(KEPT, releaseArtifact(release).text)
  const recorded = { release: NAME, commit: COMMIT, image, login, artifact: ARTIFACT, migration: true }
  world.records.push(aRecord({ environment: 'staging', hostId: 'i-staging', ...recorded, ...staged.record }))
  const before = { commit: OLD, release: 'older', digest: 'sha256:o', image: 'registry.example/web/production@sha256:o' }
  world.records.push(aRecord({ ...before, ...staged.production }))
  return { world, ctx: world.ctx }
}

/** What hosts of staging say. */
function telling(told: Readonly<Record<string, object>>): World['asked'] {
  const usual = { service: 'web.staging', release: NAME, serving: DIGEST, running: true, healthy: true, startedAt: '', releases: [] }
  const answers = Object.entries(told).map(([hostId, changes]) => ({
    hostId,
    stdout: JSON.stringify({ outcome: 'status', services: [{ ...usual, ...changes }], docker: '28.0', diskFreeBytes: 1 }),
  }))
  return { kind: 'asked', answers }
}

const ASKED = 'ask i-staging of staging'
const SENT = 'deploy on i-0123456789abcdef0'

describe('promote', () => {
  it('deploys the verified release of staging like any deploy, at the route of its new environment, without a build or a second copy', async () => {
    const { world, ctx } = aPromotion({ domains: 'shop.example.com' })
    world.images.set(COMMIT, DIGEST)
    const report = await promote(ctx)
    const { release = '' } = report.outputs
    expect(world.done).toEqual([ASKED, `keep release-${release}`, SENT, `record ${release}`])
    expect(report).toMatchObject({ outcome: 'deployed', outputs: { digest: DIGEST, 'serving-digest': DIGEST } })
    const [deploy] = world.sent
    expect(deploy?.order.service).toBe('web.production')
    expect(field(deploy, 'releaseCommand')).toBe('run')
    expect(documentIn(deploy)).toMatchObject({
      commit: COMMIT,
      service: { environment: 'production' },
      spec: {
        ...{ 'http-port': 80, domains: ['shop.example.com'], 'path-prefix': '/', upstream: 'h2c', migration: true },
        ...{ port: 3000, args: ['$(id)'], env: { HOST: 'db.staging' }, 'health-path': '/up', 'health-timeout': 7 },
        secrets: { TOKEN: 'ssm:/docker-to-ec2/web/production/token' },
      },
    })
  })

  it('records and reports its source, and the names of the settings that differ', async () => {
    const { world, ctx } = aPromotion({ env: 'HOST=db.production\nMORE=1' })
    const report = await promote(ctx)
    expect(world.records[0]).toMatchObject({
      environment: 'production',
      commit: COMMIT,
      promotedFrom: { environment: 'staging', release: NAME },
    })
    expect(report.headline).toBe(`web (production): release ${report.outputs['release']} is live at http://203.0.113.7`)
    expect(Object.fromEntries(report.facts)).toMatchObject({
      'Promoted from': `staging, release ${NAME}, with the same digest`,
      'Different from staging': 'HOST, MORE, TOKEN',
    })
    expect(JSON.stringify(report)).not.toContain('db.')
  })

  it('promotes an earlier release by its name, with the settings that were recorded when it served', async () => {
    const { world, ctx } = aPromotion({ release: NAME })
    world.records.unshift(aRecord({ environment: 'staging', release: 'newer', digest: 'sha256:n', hostId: 'i-staging' }))
    await expect(promote(ctx)).resolves.toMatchObject({ outcome: 'deployed', outputs: { digest: DIGEST } })
  })

  it('asks every host that it can, and refuses if one is unhealthy', async () => {
    const { world, ctx } = aPromotion({}, { record: { hostIds: ['i-staging', 'i-other'] } })
    world.asked = telling({ 'i-staging': {}, 'i-other': { healthy: false } })
    await expect(promote(ctx)).rejects.toThrow('is not healthy on i-other of staging')
    expect(world.done).toEqual(['ask i-staging i-other of staging'])
    world.asked = telling({ 'i-staging': {}, 'i-other': {} })
    await expect(promote(ctx)).resolves.toMatchObject({ outcome: 'deployed' })
    expect(world.log.join()).not.toContain('was not asked')
  })

  it.each([
    ['nobody can ask', { kind: 'not-asked', reason: 'there is no document' }, 'was not checked: there is no document'],
    [
      'a host gives no answer',
      { kind: 'asked', answers: [{ hostId: 'i-staging', stdout: '' }] },
      'was not checked: i-staging did not answer',
    ],
  ] as const)('relies on record and registry if %s, and says so', async (_, asked, words) => {
    const { world, ctx } = aPromotion()
    world.asked = asked
    await expect(promote(ctx)).resolves.toMatchObject({ outcome: 'deployed' })
    expect(world.log.join()).toContain(words)
  })

  it('is unchanged the second time, and takes no lease', async () => {
    const { world, ctx } = aPromotion()
    await promote(ctx)
    world.answer = (command) => ({
      stdout: JSON.stringify({ outcome: 'unchanged', serving: DIGEST, servingRelease: releaseIn(command) }),
    })
    world.holders.push({ ...GRACE, until: Number.MAX_SAFE_INTEGER })
    world.done.length = 0
    await expect(promote(ctx)).resolves.toMatchObject({ outcome: 'unchanged', headline: expect.stringContaining('was already live') })
    expect(world.done).toEqual([ASKED, SENT])
  })

  it('that turns unhealthy is reported like such a deploy, with its source', async () => {
    const { world, ctx } = aPromotion()
    world.answer = () => ({ stdout: JSON.stringify({ outcome: 'failed', cause: 'exited', exitCode: 3 }) })
    await expect(promote(ctx)).resolves.toMatchObject({
      outcome: 'failed',
      failure: { sentence: 'the container exited: exit code 3.' },
      facts: expect.arrayContaining([['Promoted from', `staging, release ${NAME}, with the same digest`]]),
    })
  })
})

describe('the image', () => {
  it.each([
    ['another repository', `registry.example/web-staging@${DIGEST}`, {}],
    ['another registry', `other.example/web@${DIGEST}`, {}],
    ['a repository that is asked for', `registry.example/web/staging@${DIGEST}`, { repository: 'web-production' }],
  ])('of %s is copied by digest, under the tag of the commit', async (_, image, inputs) => {
    const { world, ctx } = aPromotion(inputs, { image })
    world.images.clear()
    const report = await promote(ctx)
    const own = `registry.example/${(inputs as { repository?: string }).repository ?? 'web/production'}`
    expect(world.done).toContain(`copy ${image.split('@')[0]} to ${own}:${COMMIT}`)
    expect(report.outputs).toMatchObject({ image: `${own}@${DIGEST}`, digest: DIGEST })
  })

  it.each([
    ['its own registry', `registry.example/web-staging@${DIGEST}`, 'registry.example'],
    [
      'the ECR of another region',
      `111122223333.dkr.ecr.eu-west-1.amazonaws.com/web@${DIGEST}`,
      '111122223333.dkr.ecr.eu-west-1.amazonaws.com',
    ],
    ['any other registry', `other.example/web@${DIGEST}`, undefined],
  ])('is read from %s with the credentials of that registry', async (_, image, expected) => {
    const { ctx } = aPromotion({ repository: 'mine' }, { image })
    let shown: string | undefined
    const registry: typeof ctx.registry = {
      ...ctx.registry,
      copy: (from, to, signal) => {
        shown = from.credentials?.registry
        return ctx.registry.copy(from, to, signal)
      },
    }
    await promote({ ...ctx, registry })
    expect(shown).toBe(expected)
  })

  it('is not copied when it is there', async () => {
    const { world, ctx } = aPromotion({}, { image: `registry.example/web-staging@${DIGEST}` })
    world.images.set(`${COMMIT}-12345678`, DIGEST)
    const report = await promote(ctx)
    expect(world.done).toEqual([ASKED, `keep release-${report.outputs['release']}`, SENT, `record ${report.outputs['release']}`])
    expect(report.outputs['image']).toBe(`registry.example/web/production@${DIGEST}`)
  })

  it('gets a tag of its own if this environment has built the same commit', async () => {
    const { world, ctx } = aPromotion({}, { image: `registry.example/web-staging@${DIGEST}` })
    world.images.set(COMMIT, `sha256:${'e'.repeat(64)}`)
    await promote(ctx)
    expect(world.done).toContain(`copy registry.example/web-staging to registry.example/web/production:${COMMIT}-dddddddd`)
  })

  it('is not copied if it is public', async () => {
    const image = `ghcr.io/acme/web@${DIGEST}`
    const { world, ctx } = aPromotion({}, { image, login: '' })
    const report = await promote(ctx)
    expect(report.outputs['image']).toBe(image)
    expect(documentIn(world.sent[0]).login).toBe('')
    expect(world.done.join()).not.toContain('copy')
  })
})

describe('refused, with nothing changed, is', () => {
  it.each([
    ['an environment without a release', { record: { environment: 'demo' } }, 'nothing is deployed in staging'],
    [
      'a release that was never live there',
      { inputs: { release: 'ffffffff-00000000' } },
      `ffffffff-00000000 is not verified in staging; these are: ${NAME}`,
    ],
    [
      'one whose record points to nothing',
      { record: { artifact: `registry.example/web/staging@${DIGEST}` } },
      'is not in the registry any more',
    ],
    ['one whose record points to another registry', { record: { artifact: `evil.example/web@${KEPT}` } }, 'another account or region'],
    ['one that is recorded with another digest', { record: { digest: `sha256:${'e'.repeat(64)}` } }, 'does not match the record'],
    ['one that is recorded with another commit', { record: { commit: OLD } }, 'does not match the record'],
    ['one that is recorded by another name', { record: { release: 'other' } }, 'does not match the record'],
  ] as const)('%s', async (_, { inputs = {}, ...staged }: Staged & { readonly inputs?: Record<string, string> }, words) => {
    const { world, ctx } = aPromotion(inputs, staged)
    await expect(promote(ctx)).rejects.toMatchObject({ code: 'refused', message: expect.stringContaining(words) })
    expect(world.done.filter((line) => line !== ASKED)).toEqual([])
    const { outcome, headline, failure, outputs } = await plan(ctx)
    expect({ outcome, headline, failure }).toMatchObject({
      outcome: 'refused',
      headline: expect.stringMatching(/^web \(production\): promote would refuse: /),
      failure: { cause: 'refused', sentence: expect.stringContaining(words), hint: expect.stringMatching(/\w/) },
    })
    expect(outputs).toMatchObject({ 'plan-hash': '', cause: 'refused', 'instance-id': 'i-0123456789abcdef0' })
    expect(JSON.parse(outputs['plan'] ?? '')).toMatchObject({
      verdict: 'refused',
      refusals: [expect.stringContaining(words)],
      promotion: { environment: 'staging' },
    })
    expect(world.done.filter((line) => !line.startsWith('ask '))).toEqual([])
  })

  it('a release older than the live one', async () => {
    const { world, ctx } = aPromotion()
    world.relation = 'behind'
    await expect(promote(ctx)).rejects.toMatchObject({ code: 'refused', message: 'commit abcdef12 is older than bbbbbbbb, which is live' })
  })

  it('a release that was rolled back here', async () => {
    const { ctx } = aPromotion({}, { production: { blocked: [COMMIT] } })
    await expect(promote(ctx)).rejects.toMatchObject({ code: 'refused', message: 'commit abcdef12 was rolled back' })
  })

  it('a promotion to a frozen service', async () => {
    const freeze = { reason: 'the sale', actor: 'ada', runUrl: 'https://x', at: '2026-01-01T00:00:00Z' }
    const { world, ctx } = aPromotion({}, { production: { freeze } })
    const message = 'the service is frozen by ada: the sale (since 2026-01-01 00:00:00 UTC, https://x)'
    await expect(promote(ctx)).rejects.toMatchObject({ code: 'refused', message })
    expect(world.done.filter((line) => line !== ASKED)).toEqual([])
    expect((await plan(ctx)).failure).toMatchObject({ cause: 'refused', sentence: expect.stringContaining('the sale') })
  })

  it('an image for another platform', async () => {
    const { world, ctx } = aPromotion()
    world.images.set(COMMIT, DIGEST)
    Object.assign(world.ctx.registry, { inspect: async () => ({ digest: DIGEST, platforms: ['linux/arm64'], bytes: 1 }) })
    await expect(promote(ctx)).rejects.toMatchObject({ code: 'wrong-platform' })
    expect(world.done).toEqual([ASKED])
  })

  it('such an image, before it is copied', async () => {
    const { world, ctx } = aPromotion()
    Object.assign(world.ctx.registry, { inspect: async () => ({ digest: DIGEST, platforms: ['linux/arm64'], bytes: 1 }) })
    await expect(promote(ctx)).rejects.toMatchObject({ code: 'wrong-platform', message: expect.stringContaining('web/staging') })
    expect(world.done).toEqual([ASKED])
  })
})
