import { describe, expect, it } from '@jest/globals'
import { deploy } from '../../src/commands/deploy.ts'
import { restart } from '../../src/commands/restart.ts'
import { rollback } from '../../src/commands/rollback.ts'
import { placeOf } from '../../src/domain/release/route.ts'
import type { Place } from '../../src/domain/release/route.ts'
import { DeployError } from '../../src/errors.ts'
import { aHost, anAttempt, aRecord, aSpec, DIGEST } from '../fakes/samples.ts'
import { aWorld } from '../fakes/world.ts'
import type { World } from '../fakes/world.ts'
import { anA, ZONE } from '../fakes/zones.ts'

const SHOP = 'shop.example.com'
const BEFORE = aRecord({ release: 'before', route: { ...aRecord().route, tls: 'acme' } })

/** A host with a service that is served over HTTPS until now. */
function overHttps(inputs: Readonly<Record<string, string>> = {}): World {
  const world = aWorld(inputs)
  world.hosts.push(aHost())
  world.records.push(BEFORE)
  return world
}

describe('ports that a release has no use for', () => {
  it('are closed once the release serves, after its own ports were opened', async () => {
    const world = overHttps({ 'http-port': '8000' })
    await deploy(world.ctx)
    const [open, ordered, close] = ['open 8000 in', 'deploy on', 'close all but port 8000'].map((words) =>
      world.done.findIndex((line) => line.startsWith(words)),
    )
    expect(open).toBeGreaterThanOrEqual(0)
    expect(ordered).toBeGreaterThan(open!)
    expect(close).toBeGreaterThan(ordered!)
  })

  it('stay open while another service of the host uses them', async () => {
    const world = overHttps()
    world.records.push(
      { ...BEFORE, service: 'api' },
      { ...BEFORE, service: 'else', hostIds: ['i-other'], route: { ...BEFORE.route, 'http-port': 99 } },
    )
    await deploy(world.ctx)
    expect(world.done).toContain('close all but ports 80, 80, 443 and 443/udp')
  })

  it('stay open when the release fails', async () => {
    const world = overHttps()
    world.answer = ({ order }) => ({ status: 'failed', stdout: order.verb === 'deploy' ? '{"outcome":"failed","cause":"exited"}' : '{}' })
    expect((await deploy(world.ctx)).outcome).toBe('failed')
    expect(world.done.filter((line) => line.startsWith('close'))).toEqual([])
  })

  it.each<[string, string, readonly string[]]>([
    ['are closed again', 'before', ['close all but ports 80, 443 and 443/udp']],
    ['stay open where the host does not tell what it serves', '', []],
    ['stay open where the new release serves all the same', 'new', []],
  ])('that were opened for a release that fails %s', async (_, servingRelease, closed) => {
    const world = overHttps({ 'http-port': '8000' })
    const said = JSON.stringify({ outcome: 'failed', cause: 'exited', serving: DIGEST, servingRelease })
    world.answer = ({ order }) => ({ status: 'failed', stdout: order.verb === 'deploy' ? said : '{}' })
    expect((await deploy(world.ctx)).outcome).toBe('failed')
    expect(world.done.filter((line) => line.startsWith('close'))).toEqual(closed)
  })

  it('are reported if the role cannot close them', async () => {
    const world = overHttps()
    const networks = { ...world.ctx.networks, closePorts: async () => Promise.reject(new DeployError('not-allowed', 'AWS refused it')) }
    expect((await deploy({ ...world.ctx, networks })).outcome).toBe('deployed')
    expect(world.log.join('\n')).toContain('warning: A port that nothing needs is still open: AWS refused it')
  })

  it('cause no request if the ports are the same', async () => {
    const world = aWorld()
    world.hosts.push(aHost())
    world.records.push(aRecord({ release: 'before' }))
    await deploy(world.ctx)
    expect(world.done.filter((line) => line.startsWith('close'))).toEqual([])
  })
})

describe('a restart', () => {
  const route = { ...aRecord().route, domains: [SHOP], 'redirect-domains': ['www.example.com'] }
  const live = aRecord({ release: 'live', route, attempt: anAttempt({ release: 'live' }) })

  function restarting(): World {
    const world = aWorld({ command: 'restart', port: '' })
    world.hosts.push(aHost())
    world.records.push(live)
    world.dns.zones.push(ZONE)
    const { image, login, commit } = live
    const document = { name: 'live', digest: DIGEST, image, login, commit, route, migration: false }
    world.answer = () => ({
      stdout: JSON.stringify({ outcome: 'restarted', previous: 'live', serving: DIGEST, servingRelease: 'live', document }),
    })
    return world
  }

  it('points its names to the current addresses of the hosts', async () => {
    const world = restarting()
    expect((await restart(world.ctx)).outcome).toBe('restarted')
    expect(world.dns.sets.get('Z1')).toContainEqual(anA(SHOP, '203.0.113.7'))
    expect(world.dns.sets.get('Z1')).toContainEqual(anA('www.example.com', '203.0.113.7'))
  })

  it('does not open the ports of its inputs', async () => {
    const world = restarting()
    world.records[0] = { ...live, route: placeOf({ ...aSpec(), 'http-port': 8000 }) }
    await restart(world.ctx)
    expect(world.done.filter((line) => line.startsWith('open'))).toEqual([])
  })

  it('succeeds even if Route 53 fails', async () => {
    const world = restarting()
    world.dns.port.setsBelow = async () => Promise.reject(new DeployError('aws-unavailable', 'AWS did not carry out it'))
    expect((await restart(world.ctx)).outcome).toBe('restarted')
    expect(world.log.join('\n')).toContain('warning: The names of the release were not changed: AWS did not carry out it')
  })
})

describe('a rollback to a release with other ports', () => {
  const plain = aRecord({ release: 'live' })
  const secure = { ...plain.route, domains: [SHOP], tls: 'acme' }

  /** What serves now has `from`, and what is returned to has `to`; the service has a security group of its own, where it is not `bare`. */
  function returning(from: Place, to: Place, bare = false): World {
    const world = aWorld({ command: 'rollback', port: '' })
    world.hosts.push(aHost())
    world.records.push({ ...plain, route: from })
    const { image, login, commit } = plain
    const document = { name: 'older', digest: DIGEST, image, login, commit, route: to, migration: false }
    world.answer = () => ({
      stdout: JSON.stringify({ outcome: 'rolled-back', previous: 'live', serving: DIGEST, servingRelease: 'older', document }),
    })
    const securityGroup = bare ? undefined : { id: 'sg-own', open: false }
    const networks = { ...world.ctx.networks, own: async () => ({ addresses: [], securityGroup }) }
    return Object.assign(world, { ctx: { ...world.ctx, networks } })
  }

  const ports = ({ done }: World): readonly string[] => done.filter((line) => /^(open|close)/.test(line))

  it('opens the ports of the old release that have been closed, whatever the inputs say', async () => {
    const world = returning(plain.route, secure)
    expect((await rollback(world.ctx)).outcome).toBe('rolled-back')
    expect(ports(world)).toEqual(['open 80, 443, 443 in vpc-1'])
  })

  it('closes the ports that the old release does not use', async () => {
    const world = returning(placeOf({ ...aSpec(), tls: 'acme', 'http-port': 8000 }), placeOf({ ...aSpec(), 'http-port': 8000 }))
    await rollback(world.ctx)
    expect(ports(world)).toEqual(['close all but port 8000'])
    expect(world.log.join('\n')).toContain('warning: older is older than HTTPS here')
  })

  it("does not change security groups of the user's own, and sends no request if the ports are the same", async () => {
    const worlds = [returning(plain.route, secure, true), returning(plain.route, plain.route)]
    for (const world of worlds) await rollback(world.ctx)
    expect(worlds.flatMap(ports)).toEqual([])
    expect(worlds.flatMap(({ log }) => log).filter((line) => line.includes('HTTPS'))).toEqual([])
  })

  it('changes no port if the host does not report the ports of the release', async () => {
    const world = returning(secure, { ...secure, tls: 3 } as unknown as Place)
    expect((await rollback(world.ctx)).outcome).toBe('rolled-back')
    expect([...ports(world), ...world.log.filter((line) => line.includes('HTTPS'))]).toEqual([])
  })

  it('succeeds, and reports ports that the role cannot open', async () => {
    const world = returning(plain.route, secure)
    const networks = { ...world.ctx.networks, own: async () => Promise.reject(new DeployError('not-allowed', 'AWS refused it')) }
    expect((await rollback({ ...world.ctx, networks })).outcome).toBe('rolled-back')
    expect(world.log.join('\n')).toContain('warning: The ports of the release are not all open: AWS refused it')
  })
})
