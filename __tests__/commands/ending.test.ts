import { describe, expect, it } from '@jest/globals'
import { deploy } from '../../src/commands/deploy.ts'
import { destroy } from '../../src/commands/destroy.ts'
import { plan } from '../../src/commands/plan.ts'
import type { Agent } from '../../src/domain/host/agent-diagnosis.ts'
import { aHost, aRecord, DIGEST } from '../fakes/samples.ts'
import { aWorld, deployedAnswer, keeping } from '../fakes/world.ts'
import type { World } from '../fakes/world.ts'

const HOST = 'i-0123456789abcdef0'
const GUEST = { service: 'api', environment: 'staging' }

/** Every way to end a host. */
const WAYS = [
  ['destroy', { command: 'destroy' }, destroy],
  ['allow-replacement', { 'instance-type': 't3.large', 'allow-replacement': 'true' }, deploy],
  ['renew', { renew: 'true' }, deploy],
] as const

/** A host that serves, and keeps no data. */
function served(inputs: Readonly<Record<string, string>>): World {
  const world = aWorld(inputs)
  world.hosts.push(aHost())
  world.records.push(aRecord({ release: 'old', commit: 'b'.repeat(40), volumes: [] }))
  return world
}

function withAgent(world: World, agent: Agent): World {
  Object.assign(world.ctx.remote, { agents: async (ids: readonly string[]) => ids.map(() => agent) })
  return world
}

/** What changed something. */
const changes = ({ done }: World): readonly string[] => done.filter((line) => !/^(status on|ask) /.test(line))

describe.each(WAYS)('%s', (_, inputs, end) => {
  it.each<[string, (world: World) => void]>([
    ['a record tells of', (world) => void world.records.push(aRecord(GUEST))],
    ['only the host tells of', (world) => void (world.answer = () => keeping([], ['api.staging']))],
    [
      'a record tells of while the host is silent',
      (world) => {
        world.records.push(aRecord(GUEST))
        world.answer = () => ({ status: 'timed-out' })
      },
    ],
  ])('does not end a guest that %s', async (_case, arrange) => {
    for (const allowed of [{}, { 'volume-data': 'discarded' }]) {
      const world = served({ ...inputs, ...allowed })
      arrange(world)
      await expect(end(world.ctx)).rejects.toMatchObject({ code: 'refused', message: `the host ${HOST} also serves api (staging)` })
      expect(changes(world)).toEqual([])
    }
  })

  it('does not lose the data of a service that was removed from the host', async () => {
    const refused = served(inputs)
    refused.answer = () => keeping([], [], ['api.staging.db'])
    await expect(end(refused.ctx)).rejects.toMatchObject({
      code: 'refused',
      message: `the data on ${HOST} would be lost: api.staging.db (in no container)`,
      hint: expect.stringContaining('volume-data: discarded'),
    })
    expect(changes(refused)).toEqual([])
    const allowed = served({ ...inputs, 'volume-data': 'discarded' })
    allowed.answer = (command) => (command.order.verb === 'status' ? keeping([], [], ['api.staging.db']) : deployedAnswer(command))
    await end(allowed.ctx)
    expect(changes(allowed)).toContain(`terminate ${HOST}`)
  })

  it.each([
    ['its own', { name: 'web', environment: 'production' }],
    ["another service's", { name: 'api', environment: 'staging' }],
  ])('ends nothing if %s record cannot be read', async (_case, service) => {
    const world = served(inputs)
    world.unreadable.push(service)
    await expect(end(world.ctx)).rejects.toMatchObject({ code: 'record-unreadable' })
    expect(changes(world)).toEqual([])
  })

  it.each<[string, (world: World) => void, string]>([
    ['gives no answer', (world) => void (world.answer = () => ({ status: 'timed-out' })), 'the host did not answer'],
    [
      'answers what cannot be read',
      (world) => void (world.answer = () => ({ stdout: '{"outcome":"status","services":[],"others":[7],"docker":"28"}' })),
      'the host did not answer',
    ],
    [
      'does not tell of others',
      (world) => void (world.answer = () => ({ stdout: '{"outcome":"status","services":[],"docker":"28"}' })),
      'its program does not say which services are on it',
    ],
    ['lost its agent', (world) => void withAgent(world, { kind: 'offline', lastSeen: undefined }), 'SSM cannot reach the host'],
    ['serves, and SSM forgot', (world) => void withAgent(world, { kind: 'unknown' }), 'SSM cannot reach the host'],
    ['is stopped', (world) => void world.hosts.splice(0, 1, aHost({ state: 'stopped' })), 'the host is stopped'],
  ])('keeps a host that %s, unless an input allows its end', async (_case, arrange, reason) => {
    const world = served(inputs)
    arrange(world)
    await expect(end(world.ctx)).rejects.toMatchObject({
      code: 'refused',
      message: `nobody knows what is on ${HOST}: ${reason}`,
      hint: expect.stringContaining('volume-data: discarded'),
    })
    expect(changes(world)).toEqual([])
  })
})

describe.each([['allow-replacement', WAYS[1][1]] as const, ['renew', WAYS[2][1]] as const])('%s', (_, inputs) => {
  it('keeps host and address for a guest that arrived during the release', async () => {
    const world = served(inputs)
    const released = (): boolean => world.sent.some(({ order }) => order.verb === 'deploy')
    world.answer = (command) => (command.order.verb === 'status' ? keeping([], released() ? ['api.staging'] : []) : deployedAnswer(command))
    await expect(deploy(world.ctx)).rejects.toMatchObject({ code: 'host-in-use', message: expect.stringContaining('api (staging)') })
    expect(world.done.filter((line) => /^(terminate|address|release addresses)/.test(line))).toEqual([])
    expect(world.hosts.map(({ id }) => id)).toContain(HOST)
  })

  it('is planned with the guests that the host reports', async () => {
    const world = served({ ...inputs, command: 'plan' })
    world.asked = { kind: 'asked', answers: [{ hostId: HOST, stdout: keeping([], ['api.staging']).stdout ?? '' }] }
    const report = await plan(world.ctx)
    expect(report).toMatchObject({ outcome: 'refused', failure: { sentence: `the host ${HOST} also serves api (staging)` } })
    expect(world.sent).toEqual([])
  })

  it('is planned by the records if no host can be asked, and says so', async () => {
    const world = served({ ...inputs, command: 'plan' })
    world.records.push(aRecord(GUEST))
    await expect(plan(world.ctx)).resolves.toMatchObject({ outcome: 'refused' })
    expect(world.log).toContainEqual(expect.stringMatching(/^Hosts: not asked, planned from the record only/))
  })
})

describe('destroy', () => {
  it('destroys a host that does not answer if an input allows it, and says so', async () => {
    const world = served({ command: 'destroy', 'volume-data': 'discarded' })
    world.answer = () => ({ status: 'timed-out' })
    await expect(destroy(world.ctx)).resolves.toMatchObject({ outcome: 'destroyed' })
    expect(world.done).toContain(`terminate ${HOST}`)
    expect(world.log).toContain(`warning: Removing ${HOST} with whatever is on it: the host did not answer`)
  })

  it.each(['running', 'pending'] as const)(
    'needs no such input for a host, %s, that never came up: no order has reached it',
    async (state) => {
      const world = withAgent(aWorld({ command: 'destroy' }), { kind: 'unknown' })
      world.hosts.push(aHost({ state }))
      await expect(destroy(world.ctx)).resolves.toMatchObject({ outcome: 'destroyed' })
    },
  )

  it('needs no such input if only Docker does not answer, and the record shows that there is no data', async () => {
    const world = served({ command: 'destroy' })
    world.answer = () => ({ stdout: '{"outcome":"status","services":[],"others":[],"docker":""}' })
    await expect(destroy(world.ctx)).resolves.toMatchObject({ outcome: 'destroyed' })
  })

  it('of one host takes address and role from no other host', async () => {
    const world = served({ command: 'destroy', 'instance-id': HOST })
    world.hosts.push(aHost({ id: 'i-00000000000000002' }))
    await expect(destroy(world.ctx)).rejects.toMatchObject({
      code: 'refused',
      message: 'i-00000000000000002 also belongs to the service, and instance-id does not name it',
    })
    expect(changes(world)).toEqual([])
  })

  it('keeps a repository that has the image of another service or environment', async () => {
    const world = served({ command: 'destroy', 'destroy-repository': 'true', repository: 'web' })
    const image = `123456789012.dkr.ecr.us-east-1.amazonaws.com/web@${DIGEST}`
    world.records.push(aRecord({ environment: 'staging', hostId: 'i-9', hostIds: ['i-9'], image }))
    await expect(destroy(world.ctx)).rejects.toMatchObject({
      code: 'refused',
      message: 'the repository web also has the image of web (staging)',
    })
    expect(changes(world)).toEqual([])
  })
})
