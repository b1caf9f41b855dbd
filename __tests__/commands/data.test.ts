import { describe, expect, it } from '@jest/globals'
import { deploy } from '../../src/commands/deploy.ts'
import { destroy } from '../../src/commands/destroy.ts'
import { plan } from '../../src/commands/plan.ts'
import { status } from '../../src/commands/read/status.ts'
import { splitVolumes } from '../../src/domain/data/split-data.ts'
import { keptPaths } from '../../src/domain/data/volumes.ts'
import { aHost, aRecord, COMMIT, DIGEST } from '../fakes/samples.ts'
import { aWorld, deployedAnswer, keeping } from '../fakes/world.ts'
import type { World } from '../fakes/world.ts'

const VOLUME = { name: 'web.production.data', path: '/data' }
const FOLDER = { name: '/srv/files', path: '/files' }
const REPLACE = { 'instance-type': 't3.large', 'allow-replacement': 'true' }
const LOST = 'the data on i-0123456789abcdef0 would be lost: web.production.data (/data), /srv/files (/files)'

/** A host that tells of a volume and a folder, and a record that does not. */
function keeper(inputs: Readonly<Record<string, string>>, recorded: Parameters<typeof aRecord>[0] = {}): World {
  const world = aWorld(inputs)
  world.hosts.push(aHost())
  world.records.push(aRecord({ release: 'old', commit: 'b'.repeat(40), ...recorded }))
  const told = [VOLUME, FOLDER].map((volume) => ({ ...volume, bytes: 12_345_678 }))
  world.answer = (command) => (command.order.verb === 'status' ? keeping(told) : deployedAnswer(command))
  return world
}

it('a tmpfs is not data, even if the image declares it as a volume', () => {
  expect(keptPaths(['/data', '/cache/', '/log'], ['/cache', '/log/:size=1m'])).toEqual(['/data'])
})

it.each(['/data', '/data/', 'data', '//data', '/x/../data/.'])(
  "a volume in the inputs takes the place of the image's at %s",
  (declared) => {
    const service = { name: 'web', environment: 'production' }
    expect(keptPaths([declared, '/data'])).toEqual(['/data'])
    expect(splitVolumes({ service, hosts: 2, volumes: ['data:/data:ro'], declared: [declared] })).toEqual([])
  },
)

describe('a host that keeps data', () => {
  it('is not replaced: it is asked for its data before anything is launched', async () => {
    const world = keeper(REPLACE)
    await expect(deploy(world.ctx)).rejects.toMatchObject({ code: 'refused', message: LOST })
    expect(world.done).toEqual(['status on i-0123456789abcdef0'])
  })

  it('is not destroyed', async () => {
    const world = keeper({ command: 'destroy' })
    await expect(destroy(world.ctx)).rejects.toMatchObject({ code: 'refused', message: LOST })
    expect(world.done).toEqual(['status on i-0123456789abcdef0'])
  })

  it.each([
    ['replaced', REPLACE, deploy],
    ['destroyed', { command: 'destroy' }, destroy],
  ] as const)('is %s if an input allows it', async (_, inputs, command) => {
    const world = keeper({ ...inputs, 'volume-data': 'discarded' })
    await command(world.ctx)
    expect(world.done).toContain('terminate i-0123456789abcdef0')
  })

  it.each([
    ['replaced', REPLACE, deploy],
    ['destroyed', { command: 'destroy' }, destroy],
  ] as const)('and does not answer is not %s because of its recorded data', async (_, inputs, command) => {
    const world = keeper(inputs, { volumes: [VOLUME] })
    world.answer = () => ({ status: 'timed-out', stdout: '' })
    await expect(command(world.ctx)).rejects.toMatchObject({
      code: 'refused',
      message: 'the data on i-0123456789abcdef0 would be lost: web.production.data (/data)',
    })
  })

  it.each([
    ['gives no answer', { status: 'timed-out', stdout: '' } as const, 'the host did not answer'],
    [
      'has a Docker that does not',
      { stdout: '{"outcome":"status","services":[],"others":[],"docker":""}' },
      'Docker does not answer on the host',
    ],
  ])('and %s is not touched even if no record mentions data', async (_, answer, reason) => {
    const world = keeper(REPLACE)
    world.answer = () => answer
    await expect(deploy(world.ctx)).rejects.toMatchObject({
      code: 'refused',
      message: `nobody knows what is on i-0123456789abcdef0: ${reason}`,
    })
  })

  it('is replaced and destroyed as usual if it keeps none', async () => {
    const world = keeper(REPLACE, { volumes: [] })
    world.answer = (command) => (command.order.verb === 'status' ? keeping([]) : deployedAnswer(command))
    await expect(deploy(world.ctx)).resolves.toMatchObject({ outcome: 'deployed' })
  })

  it('is recorded with its data, as the host reports it', async () => {
    const world = keeper({})
    world.answer = (command) => {
      const result = { outcome: 'deployed', serving: DIGEST, servingRelease: 'x', volumes: [VOLUME], secrets: { B: '2', A: '1' } }
      return command.order.verb === 'status' ? {} : { stdout: JSON.stringify(result) }
    }
    await deploy(world.ctx)
    expect(world.records[0]).toMatchObject({ volumes: [VOLUME], secrets: { A: '1', B: '2' } })
  })

  it('reports its data with the size', async () => {
    const world = keeper({ command: 'status' })
    const { facts } = await status(world.ctx)
    expect(facts.filter(([name]) => name === 'Data')).toEqual([
      ['Data', 'web.production.data (/data), 12.3 MB'],
      ['Data', '/srv/files (/files), 12.3 MB'],
    ])
  })
})

describe('several hosts', () => {
  const volumes = 'data:/data\n/etc/ssl:/ssl:ro'

  it('cannot each write to a volume of their own, and nothing is launched or built', async () => {
    const world = aWorld({ instances: '2', volumes })
    await expect(deploy(world.ctx)).rejects.toMatchObject({
      code: 'refused',
      message: 'each of 2 hosts would have its own data in web.production.data (/data)',
    })
    expect(world.done).toEqual([])
  })

  it('can if an input allows it, which the orders contain', async () => {
    const world = aWorld({ instances: '2', volumes, 'volume-data': 'each-host-its-own' })
    await expect(deploy(world.ctx)).resolves.toMatchObject({ outcome: 'deployed' })
    expect(world.sent[0]?.order).toMatchObject({ hosts: 2, volumeData: ['each-host-its-own'] })
  })

  it('can read the same folder', async () => {
    await expect(deploy(aWorld({ instances: '2', volumes: '/etc/ssl:/ssl:ro' }).ctx)).resolves.toMatchObject({ outcome: 'deployed' })
  })

  it.each([
    ['is in the registry: before anything is launched', true, []],
    ['was built just now: before it is deployed', false, ['build linux/amd64']],
  ])('do not share what the image declares, which %s', async (_, there, done) => {
    const world = aWorld({ instances: '2' })
    if (there) world.images.set(COMMIT, DIGEST)
    const inspect = async () => ({ digest: DIGEST, platforms: ['linux/amd64'], bytes: 1, volumes: ['/var/lib/db'] })
    Object.assign(world.ctx.registry, { inspect })
    await expect(deploy(world.ctx)).rejects.toMatchObject({ code: 'refused', message: expect.stringContaining('/var/lib/db') })
    expect(world.done).toEqual(expect.arrayContaining(done))
    expect(world.done.filter((line) => line.startsWith('deploy') || (there && line.startsWith('launch')))).toEqual([])
  })
})

it('several hosts do not share what the image declares that serves already', async () => {
  const world = keeper({ instances: '2' }, { volumes: [{ name: 'web.production.image-kept-12345678', path: '/kept' }] })
  world.images.set(COMMIT, DIGEST)
  await expect(deploy(world.ctx)).rejects.toMatchObject({ code: 'refused', message: 'each of 2 hosts would have its own data in /kept' })
  expect(world.done).toEqual([])
})

describe('the plan', () => {
  it('shows what happens to the data, and refuses what a deploy would refuse, without asking a host', async () => {
    const world = keeper({ command: 'plan', ...REPLACE }, { volumes: [VOLUME] })
    const report = await plan(world.ctx)
    expect(report).toMatchObject({
      outcome: 'refused',
      failure: { sentence: expect.stringContaining('would be lost: web.production.data') },
    })
    expect(report.plan?.data).toEqual([{ ...VOLUME, fate: 'refused' }])
    expect(world.sent).toEqual([])
  })
})
