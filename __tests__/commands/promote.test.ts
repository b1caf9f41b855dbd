import { deflateSync } from 'node:zlib'
import { describe, expect, it } from '@jest/globals'
import { promote } from '../../src/commands/promote.ts'
import type { Context } from '../../src/context.ts'
import type { Host } from '../../src/domain/host/host.ts'
import { releaseDocument } from '../../src/domain/release/release-document.ts'
import { releaseName } from '../../src/domain/release/release.ts'
import type { ReleaseRecord } from '../../src/domain/release/record.ts'
import { fingerprintOf } from '../../src/domain/release/fingerprint.ts'
import type { Agent } from '../../src/ports/hosts/remote.ts'
import { documentIn, field, releaseIn } from '../fakes/orders.ts'
import { aHost, aRecord, aRelease, aSpec, DIGEST } from '../fakes/samples.ts'
import { aWorld, deployedAnswer } from '../fakes/world.ts'
import type { World } from '../fakes/world.ts'

const STAGING = { name: 'web', environment: 'staging' }
const COMMIT = 'abcdef12'.repeat(5)
const OLD = 'b'.repeat(40)
const STAGED = aSpec({
  ...{ env: { HOST: 'db.staging' }, secrets: { TOKEN: 'ssm:/docker-to-ec2/web/staging/token' }, args: ['$(id)'], port: 3000 },
  ...{ 'health-path': '/up', 'health-timeout': 7, migration: true },
  ...{ 'http-port': 8000, domains: ['staging.example.com'], 'path-prefix': '/a', upstream: 'h2c' },
})

interface Staged {
  readonly image?: string
  readonly login?: string
  readonly record?: Partial<ReleaseRecord>
  readonly host?: Partial<Host>
  readonly agent?: Agent['kind']
  /** What is recorded in production. */
  readonly production?: Partial<ReleaseRecord>
}

const NAME = releaseName(COMMIT, DIGEST, STAGED)

/** What the host of staging shows of a healthy release with this image. */
function shownBy(image: string, login: string): string {
  const release = aRelease({ name: NAME, commit: COMMIT, image, spec: STAGED })
  const documented = {
    service: STAGING,
    release,
    login: login || undefined,
    vpc: [],
    runUrl: '',
  }
  const document = deflateSync(JSON.stringify(releaseDocument(documented))).toString('base64')
  const serves = { active: NAME, live: NAME, serving: DIGEST, healthy: true }
  return JSON.stringify({ outcome: 'shown', release: NAME, verified: true, left: false, ...serves, releases: [NAME], document })
}

/** Production has a host; staging has a release of `image`. */
function aPromotion(inputs: Record<string, string> = {}, staged: Staged = {}): { world: World; ctx: Context } {
  const { image = `registry.example/web@${DIGEST}`, login = 'registry.example', agent = 'online' } = staged
  const world = aWorld({ command: 'promote', 'promote-from': 'staging', port: '', ...inputs })
  world.hosts.push(aHost())
  const staging = aHost({ id: 'i-staging', madeFor: STAGING, ...staged.host })
  const fingerprint = fingerprintOf(STAGED, NAME)
  const recorded = { release: NAME, commit: COMMIT, image, login, fingerprint }
  world.records.push(aRecord({ environment: 'staging', hostId: 'i-staging', ...recorded, ...staged.record }))
  const before = { commit: OLD, release: 'older', digest: 'sha256:o', image: 'registry.example/web@sha256:o' }
  world.records.push(aRecord({ ...before, ...staged.production }))
  world.answer = (command) => (command.order.verb === 'show' ? { stdout: shownBy(image, login) } : deployedAnswer(command))
  const { source } = world.ctx
  const hosts = { ...source.hosts, get: async (id: string) => (staging.state === 'terminated' ? undefined : { ...staging, id }) }
  const remote = { ...source.remote, agents: async (ids: readonly string[]) => ids.map(() => ({ kind: agent }) as Agent) }
  return { world, ctx: { ...world.ctx, source: { ...source, hosts, remote } } }
}

describe('promote', () => {
  it('deploys what staging has verified by the ordinary way, to the route of its new environment: nothing is built or copied', async () => {
    const { world, ctx } = aPromotion({ domains: 'shop.example.com' })
    const report = await promote(ctx)
    expect(world.done).toEqual(['show on i-staging', 'deploy on i-0123456789abcdef0', `record ${report.outputs['release']}`])
    expect(report).toMatchObject({ outcome: 'deployed', outputs: { digest: DIGEST, 'serving-digest': DIGEST } })
    const [show, deploy] = world.sent
    expect(show?.order).toMatchObject({ verb: 'show', service: 'web.staging', release: '' })
    expect(deploy?.order.service).toBe('web.production')
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

  it('records and reports where it came from, and the names of what differs', async () => {
    const { world, ctx } = aPromotion({ env: 'HOST=db.production\nMORE=1' })
    const report = await promote(ctx)
    expect(world.records[0]).toMatchObject({
      environment: 'production',
      commit: COMMIT,
      promotedFrom: { environment: 'staging', release: NAME },
    })
    expect(report.headline).toBe(
      `web (production): ${NAME} of staging is live at http://203.0.113.7 as ${report.outputs['release']}, with the same digest`,
    )
    expect(Object.fromEntries(report.facts)).toMatchObject({
      'Promoted from': `staging, release ${NAME}`,
      'Digest in staging': DIGEST,
      'Not as in staging': 'HOST, MORE, TOKEN',
    })
    expect(JSON.stringify(report)).not.toContain('db.')
  })

  it('asks for the release that is named', async () => {
    const { world, ctx } = aPromotion({ release: NAME })
    await promote(ctx)
    expect(field(world.sent[0], 'release')).toBe(NAME)
  })

  it('asks every host, and one that is not in order is enough to refuse', async () => {
    const { world, ctx } = aPromotion({}, { record: { hostIds: ['i-staging', 'i-other'] } })
    const good = world.answer
    world.answer = (command, hostId) => {
      const answer = good(command, hostId)
      return hostId === 'i-other' ? { stdout: (answer.stdout ?? '').replace('"healthy":true', '"healthy":false') } : answer
    }
    await expect(promote(ctx)).rejects.toThrow('does not serve staging in good health')
    expect(world.sent[0]?.hostIds).toEqual(['i-staging', 'i-other'])
    expect(world.sent).toHaveLength(1)
  })

  it('is unchanged the second time, and takes no lease', async () => {
    const { world, ctx } = aPromotion()
    await promote(ctx)
    const again = world.answer
    world.answer = (command, hostId) => {
      if (command.order.verb === 'show') return again(command, hostId)
      return { stdout: JSON.stringify({ outcome: 'unchanged', serving: DIGEST, servingRelease: releaseIn(command) }) }
    }
    world.holders.push({ owner: '6/1', actor: 'grace', runUrl: '', expiresAt: Number.MAX_SAFE_INTEGER })
    world.done.length = 0
    await expect(promote(ctx)).resolves.toMatchObject({ outcome: 'unchanged', headline: expect.stringContaining('was already live') })
    expect(world.done).toEqual(['show on i-staging', 'deploy on i-0123456789abcdef0'])
  })

  it('that goes bad is reported as a deploy that does, with where it came from', async () => {
    const { world, ctx } = aPromotion()
    const good = world.answer
    world.answer = (command, hostId) =>
      command.order.verb === 'show'
        ? good(command, hostId)
        : { stdout: JSON.stringify({ outcome: 'failed', cause: 'exited', exitCode: 3 }) }
    await expect(promote(ctx)).resolves.toMatchObject({
      outcome: 'failed',
      headline: expect.stringContaining('exit code 3'),
      facts: expect.arrayContaining([['Promoted from', `staging, release ${NAME}`]]),
    })
  })
})

describe('the image', () => {
  it.each([
    ['another repository', `registry.example/web-staging@${DIGEST}`, {}],
    ['another registry', `other.example/web@${DIGEST}`, {}],
    ['a repository that is asked for', `registry.example/web@${DIGEST}`, { repository: 'web-production' }],
  ])('of %s is copied by digest, under the tag of the commit', async (_, image, inputs) => {
    const { world, ctx } = aPromotion(inputs, { image })
    world.images.clear()
    const report = await promote(ctx)
    const own = `registry.example/${(inputs as { repository?: string }).repository ?? 'web'}`
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
  ])('is asked of %s with the credentials that are for it', async (_, image, expected) => {
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
    expect(world.done).toEqual(['show on i-staging', 'deploy on i-0123456789abcdef0', `record ${report.outputs['release']}`])
    expect(report.outputs['image']).toBe(`registry.example/web@${DIGEST}`)
  })

  it('gets a tag of its own where the commit was built here, too', async () => {
    const { world, ctx } = aPromotion({}, { image: `registry.example/web-staging@${DIGEST}` })
    world.images.set(COMMIT, `sha256:${'e'.repeat(64)}`)
    await promote(ctx)
    expect(world.done).toContain(`copy registry.example/web-staging to registry.example/web:${COMMIT}-dddddddd`)
  })

  it('that is public stays where it is', async () => {
    const image = `ghcr.io/acme/web@${DIGEST}`
    const { world, ctx } = aPromotion({}, { image, login: '' })
    const report = await promote(ctx)
    expect(report.outputs['image']).toBe(image)
    expect(documentIn(world.sent[1]).login).toBe('')
    expect(world.done.join()).not.toContain('copy')
  })
})

describe('refused, with nothing changed, is', () => {
  it.each([
    ['an environment without a release', { record: { environment: 'demo' } }, 'nothing is deployed in staging'],
    ['one whose host is gone', { host: { state: 'terminated' } }, 'i-staging, the host of staging, is gone'],
    ['one whose host is stopped', { host: { state: 'stopped' } }, 'i-staging, the host of staging, is stopped'],
    ['one whose host is out of reach', { agent: 'offline' }, 'SSM cannot reach i-staging'],
    ['one that records something else', { record: { release: 'other' } }, `its host serves ${NAME}, and other is recorded`],
  ] as const)('%s', async (_, staged, words) => {
    const { world, ctx } = aPromotion({}, staged)
    await expect(promote(ctx)).rejects.toMatchObject({ code: 'refused', message: expect.stringContaining(words) })
    expect(world.done.filter((line) => line !== 'show on i-staging')).toEqual([])
  })

  it('a host that gives no answer', async () => {
    const { world, ctx } = aPromotion()
    world.answer = () => ({ status: 'timed-out', stdout: '' })
    await expect(promote(ctx)).rejects.toMatchObject({ code: 'program-failed', message: expect.stringContaining('timed-out') })
  })

  it('what is older than what serves', async () => {
    const { world, ctx } = aPromotion()
    world.relation = 'behind'
    await expect(promote(ctx)).rejects.toMatchObject({ code: 'refused', message: 'commit abcdef12 is older than bbbbbbbb, which serves' })
  })

  it('what was rolled back from here', async () => {
    const { ctx } = aPromotion({}, { production: { blocked: [COMMIT] } })
    await expect(promote(ctx)).rejects.toMatchObject({ code: 'refused', message: 'commit abcdef12 was rolled back from' })
  })

  it('an image that is for another platform', async () => {
    const { world, ctx } = aPromotion()
    Object.assign(world.ctx.registry, { inspect: async () => ({ digest: DIGEST, platforms: ['linux/arm64'], bytes: 1 }) })
    await expect(promote(ctx)).rejects.toMatchObject({ code: 'wrong-platform' })
    expect(world.done).toEqual(['show on i-staging'])
  })

  it('an account that is not the one allowed', async () => {
    const { world, ctx } = aPromotion({ 'account-id': '000000000000' })
    await expect(promote(ctx)).rejects.toMatchObject({ code: 'wrong-account' })
    expect(world.done).toEqual([])
  })
})
