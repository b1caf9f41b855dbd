import { describe, expect, it } from '@jest/globals'
import { deploy } from '../../src/commands/deploy.ts'
import { plan } from '../../src/commands/plan.ts'
import type { Context } from '../../src/context.ts'
import type { BuildSpec } from '../../src/domain/image/image.ts'
import type { BuildContent } from '../../src/domain/image/build-files.ts'
import { wantedByInputs } from '../../src/steps/orders/wanted.ts'
import type { Head } from '../../src/ports/image/checkout.ts'
import { aHost, aRecord, COMMIT, DIGEST } from '../fakes/samples.ts'
import { aWorld, deployedAnswer, keeping } from '../fakes/world.ts'
import type { World } from '../fakes/world.ts'
import { nextJob } from '../fakes/next-job.ts'
import { short } from '../fakes/short-commit.ts'

const OTHER = 'b'.repeat(40)
const CHANGED: BuildContent = { identity: '1f', differences: ['dist/app.js'] }

function served(inputs: Readonly<Record<string, string>> = {}, world = aWorld(inputs)): World {
  world.hosts.push(aHost())
  world.records.push(aRecord({ commit: OTHER, release: 'bbbbbbbb-00000000', digest: 'sha256:old' }))
  return world
}

function checkedOut(ctx: Context, head: Head): Context {
  return { ...ctx, checkout: { ...ctx.checkout, head: async () => head } }
}

const builds = ({ done }: World): number => done.filter((line) => line.startsWith('build ')).length
const hashOf = async (world: World) => (await plan(world.ctx)).outputs['plan-hash'] ?? ''

describe('the commit of a run', () => {
  async function at(head: Head) {
    const { ctx, log } = aWorld()
    return { commit: (await wantedByInputs(checkedOut(ctx, head))).commit, log }
  }

  it('is the one that is checked out, and a different commit of the event is logged', async () => {
    expect(await at({ kind: 'commit', id: COMMIT })).toEqual({ commit: COMMIT, log: [] })
    const { commit, log } = await at({ kind: 'commit', id: OTHER })
    expect(commit).toBe(OTHER)
    expect(log).toEqual([`Using the checked-out commit bbbbbbbb; the event is for ${short(COMMIT)}`])
  })

  it('is the one of the event if Git fails, which is logged', async () => {
    const { commit, log } = await at({ kind: 'unknown', reason: 'no Git' })
    expect(commit).toBe(COMMIT)
    expect(log).toEqual([expect.stringContaining('the checked-out commit is unknown: no Git')])
  })

  it('names the image, its labels and the record', async () => {
    const world = served()
    world.records[0] = aRecord({ commit: 'c'.repeat(40), release: 'cccccccc-00000000', digest: 'sha256:old' })
    const labels: unknown[] = []
    const builder = { buildAndPush: async (spec: BuildSpec) => (labels.push(spec.labels), { digest: DIGEST, materials: [] }) }
    await deploy({ ...checkedOut(world.ctx, { kind: 'commit', id: OTHER }), builder })
    const told = { 'org.opencontainers.image.revision': OTHER, 'org.opencontainers.image.created': '2026-01-02T03:04:05Z' }
    expect(labels).toEqual([expect.objectContaining(told)])
    expect(world.records[0]).toMatchObject({ commit: OTHER })
  })

  it('is read while the hosts are looked up, and nothing changes before it is known', async () => {
    const world = served()
    const { promise: head, resolve } = Promise.withResolvers<Head>()
    const looked = Promise.withResolvers<void>()
    const records = { ...world.ctx.records, read: async () => (looked.resolve(), world.records[0]) }
    const run = deploy({ ...world.ctx, records, checkout: { ...world.ctx.checkout, head: () => head } })
    await looked.promise
    expect(world.done).toEqual([])
    resolve({ kind: 'commit', id: COMMIT })
    await expect(run).resolves.toMatchObject({ outcome: 'deployed' })
  })
})

describe('what is built', () => {
  it('gets a tag of its own if files differ from the commit, and the log names them', async () => {
    const world = Object.assign(served(), { content: CHANGED })
    await deploy(world.ctx)
    expect([...world.images.keys()]).toEqual([expect.stringMatching(new RegExp(`^${COMMIT}-[0-9a-f]{12}$`)), 'live-web.production'])
    expect(world.log).toContain(`Changed since commit ${short(COMMIT)}, so part of the image's tag: dist/app.js`)
  })

  it('is never taken for other files of the same commit, and is found again for the same files', async () => {
    const first = served()
    await deploy(first.ctx)
    const changed = nextJob(first, {}, CHANGED)
    await deploy(changed.ctx)
    const again = nextJob(changed)
    await deploy(again.ctx)
    expect([first, changed, again].map(builds)).toEqual([1, 1, 0])
  })

  it('is found as the build of the unchanged commit if nothing is checked out', async () => {
    const world = Object.assign(served(), { content: undefined })
    world.images.set(COMMIT, DIGEST)
    await deploy(world.ctx)
    expect(builds(world)).toBe(0)
  })

  it('is part of the approved plan', async () => {
    const world = served()
    const hash = await hashOf(world)
    const other = nextJob(world, { 'plan-hash': hash }, CHANGED)
    await expect(deploy(other.ctx)).rejects.toMatchObject({
      code: 'plan-changed',
      message: expect.stringContaining('the image: now it is'),
    })
    expect(other.done).toEqual([])
    await expect(deploy(nextJob(world, { 'plan-hash': hash }).ctx)).resolves.toMatchObject({ outcome: 'deployed' })
  })

  it('is refused if it is of another commit than the approved plan', async () => {
    const world = served()
    const job = nextJob(world, { 'plan-hash': await hashOf(world) })
    await expect(deploy(checkedOut(job.ctx, { kind: 'commit', id: 'd'.repeat(40) }))).rejects.toMatchObject({
      code: 'plan-changed',
      message: expect.stringContaining('the commit: now it is dddddddd'),
    })
  })
})

describe('rebuild', () => {
  it('builds again under the next tag, and later deploys use that image', async () => {
    const world = served()
    world.images.set(COMMIT, 'sha256:first')
    const rebuilt = nextJob(world, { rebuild: 'true' })
    await deploy(rebuilt.ctx)
    expect(builds(rebuilt)).toBe(1)
    expect(rebuilt.images.get(COMMIT)).toBe('sha256:first')
    expect(rebuilt.images.get(`${COMMIT}-r1`)).toBe(DIGEST)
    const later = nextJob(rebuilt)
    await expect(deploy(later.ctx)).resolves.toMatchObject({ outputs: { digest: DIGEST } })
    expect(builds(later)).toBe(0)
    const again = nextJob(rebuilt, { rebuild: 'true' })
    await deploy(again.ctx)
    expect([...again.images.keys()]).toContain(`${COMMIT}-r2`)
  })

  it('of a commit that was never built is a normal build', async () => {
    const world = served({ rebuild: 'true' })
    await deploy(world.ctx)
    expect([...world.images.keys()]).toContain(COMMIT)
  })

  it('can be approved, and repeated by the same approval', async () => {
    const world = served()
    world.images.set(COMMIT, 'sha256:first')
    const planned = nextJob(world, { command: 'plan', rebuild: 'true' })
    const report = await plan(planned.ctx)
    expect(report.plan?.image).toMatchObject({ kind: 'build', tag: `${COMMIT}-r1`, rebuilds: COMMIT })
    const inputs = { rebuild: 'true', 'plan-hash': report.outputs['plan-hash'] ?? '' }
    const failing = nextJob(world, inputs)
    failing.answer = () => ({ stdout: JSON.stringify({ outcome: 'failed', cause: 'exited', exitCode: 3 }) })
    await deploy(failing.ctx)
    failing.records.splice(0, failing.records.length, ...world.records)
    await expect(deploy(nextJob(failing, inputs).ctx)).resolves.toMatchObject({ outcome: 'deployed' })
    await expect(deploy(nextJob(world, { 'plan-hash': inputs['plan-hash'] }).ctx)).rejects.toMatchObject({ code: 'plan-changed' })
  })

  it('has a limit', async () => {
    const world = served({ rebuild: 'true' })
    for (let at = 1; at <= 98; at += 1) world.images.set(`${COMMIT}-r${at}`, DIGEST)
    await expect(deploy(world.ctx)).rejects.toMatchObject({ code: 'refused', message: 'rebuild: this commit was built 99 times' })
  })
})

describe('an approved run that would change nothing', () => {
  it('is not refused for a guest, which has no address of its own', async () => {
    const inputs = { 'instance-id': 'i-0123456789abcdef1' }
    const world = aWorld(inputs)
    world.hosts.push(aHost({ id: 'i-0123456789abcdef1', madeFor: undefined, elasticIp: false, publicIp: undefined }))
    const job = nextJob(world, { ...inputs, 'plan-hash': await hashOf(world) })
    await deploy(job.ctx)
    const again = nextJob(job, { ...inputs, 'plan-hash': job.ctx.config.approvedPlan ?? '' })
    await expect(deploy(again.ctx)).resolves.toBeDefined()
    expect(again.done).not.toContain('open 80 in vpc-1')
  })
})

describe('a new host', () => {
  const RENEW = { renew: 'true' }
  it('takes over through the same steps as a replacement, and the plan lists it', async () => {
    const world = served(RENEW)
    const planned = await plan(served({ ...RENEW, command: 'plan' }).ctx)
    expect(planned.plan?.hosts).toMatchObject({ plans: [{ kind: 'replace', because: 'renew asks for a new host' }] })
    await expect(deploy(world.ctx)).resolves.toMatchObject({ outcome: 'deployed', outputs: { 'instance-id': 'i-new1' } })
    expect(world.done.slice(-3)).toEqual(['status on i-0123456789abcdef0', 'address i-new1', 'terminate i-0123456789abcdef0'])
  })

  it('is as large as the one that it replaces', async () => {
    const world = served(RENEW)
    world.hosts.splice(0, 1, aHost({ instanceType: 'm7i.large' }))
    await deploy(world.ctx)
    expect(world.done).toContainEqual(expect.stringMatching(/^launch m7i.large /))
  })

  it('loses no data without a warning', async () => {
    const world = served(RENEW)
    world.answer = (command) =>
      command.order.verb === 'status' ? keeping([{ name: 'web.production.data', path: '/data', bytes: 1 }]) : deployedAnswer(command)
    await expect(deploy(world.ctx)).rejects.toMatchObject({
      code: 'refused',
      message: expect.stringContaining('web.production.data (/data)'),
    })
  })

  it('with a larger volume is asked for by its size alone, where that is allowed', async () => {
    const world = served({ 'volume-size': '32' })
    await expect(deploy(world.ctx)).rejects.toMatchObject({
      code: 'refused',
      message: expect.stringContaining('volume-size is 16, not 32'),
    })
    const allowed = served({ 'volume-size': '32', 'allow-replacement': 'true' })
    await expect(deploy(allowed.ctx)).resolves.toMatchObject({ outcome: 'deployed' })
    expect(allowed.done).toContain('terminate i-0123456789abcdef0')
  })

  it('without an Elastic IP leaves none behind', async () => {
    const inputs = { 'elastic-ip': 'false' }
    await expect(deploy(served(inputs).ctx)).rejects.toMatchObject({ message: expect.stringContaining('elastic-ip is true, not false') })
    const world = served({ ...inputs, 'allow-replacement': 'true' })
    await deploy(world.ctx)
    expect(world.done.slice(-2)).toEqual(['terminate i-0123456789abcdef0', 'release addresses'])
    const planned = served({ ...inputs, 'allow-replacement': 'true', command: 'plan' })
    planned.addresses = ['203.0.113.7']
    expect((await plan(planned.ctx)).plan?.resources).toContainEqual({ action: 'release', what: 'Elastic IP 203.0.113.7' })
  })
})
