import { describe, expect, it } from '@jest/globals'
import { deploy } from '../../src/commands/deploy.ts'
import { freeze, unfreeze } from '../../src/commands/freeze.ts'
import { plan } from '../../src/commands/plan.ts'
import { rollback } from '../../src/commands/rollback.ts'
import { status } from '../../src/commands/read/status.ts'
import { aHost, aRecord } from '../fakes/samples.ts'
import { aWorld } from '../fakes/world.ts'
import type { World } from '../fakes/world.ts'

const ROUTE = { 'http-port': 80, domains: [], 'path-prefix': '/', tls: 'off', 'https-port': 443, 'external-proxy': false }
const LIVE = aRecord({ commit: 'b'.repeat(40), release: 'live', digest: 'sha256:live', blocked: ['d'.repeat(40)] })

function serving(inputs: Readonly<Record<string, string>>, record = LIVE): World {
  const world = aWorld(inputs)
  world.hosts.push(aHost())
  world.records.push(record)
  return world
}

/** The record once `freeze` has run with these inputs. */
async function frozen(inputs: Readonly<Record<string, string>> = {}): Promise<typeof LIVE> {
  const world = serving({ command: 'freeze', port: '', reason: 'the sale', ...inputs })
  await freeze(world.ctx)
  return world.records[0]!
}

describe('freeze', () => {
  it('marks the record with who, why and until when, and changes nothing else in it', async () => {
    const world = serving({ command: 'freeze', port: '', reason: 'the sale', until: '4h' })
    const now = world.clock.now()
    const report = await freeze(world.ctx)
    const until = new Date(now + 4 * 3_600_000).toISOString()
    expect(report).toMatchObject({
      outcome: 'frozen',
      headline: `web (production): deploys and promotions are refused until ${until.replace('T', ' ').replace('.000Z', ' UTC')}`,
    })
    const { freeze: mark, attempt, ...rest } = world.records[0]!
    expect(mark).toMatchObject({ reason: 'the sale', actor: 'ada', at: new Date(now).toISOString(), until })
    expect(attempt).toMatchObject({ outcome: 'frozen', release: 'live', cause: '' })
    const { attempt: _, ...before } = LIVE
    expect(rest).toMatchObject(before)
    expect(world.sent).toEqual([])
    expect(world.holders).toEqual([])
  })

  it.each([['2001-01-01T00:00Z']])('is refused when its end %s is past', async (until) => {
    const world = serving({ command: 'freeze', port: '', reason: 'the sale', until })
    await expect(freeze(world.ctx)).rejects.toMatchObject({ code: 'refused', message: expect.stringContaining('which is in the past') })
    expect(world.records[0]?.freeze).toBeUndefined()
  })

  it.each([
    [freeze, 'freeze'],
    [unfreeze, 'unfreeze'],
  ] as const)('is refused where nothing is deployed', async (command, name) => {
    const world = aWorld({ command: name, port: '', ...(name === 'freeze' && { reason: 'x' }) })
    await expect(command(world.ctx)).rejects.toMatchObject({ code: 'refused', message: 'nothing is deployed yet' })
    expect(world.records).toEqual([])
  })
})

describe('a frozen service', () => {
  it('refuses a deploy, before anything is built or changed', async () => {
    const world = serving({}, await frozen())
    await expect(deploy(world.ctx)).rejects.toMatchObject({
      code: 'refused',
      message: expect.stringMatching(/^the service is frozen by ada: the sale \(since .* UTC, \S+\)$/),
    })
    expect(world.done).toEqual([])
    expect(world.sent).toEqual([])
  })

  it('refuses a deploy that read the record before the freeze, and got the lease just after it', async () => {
    const world = serving({})
    const record = await frozen()
    const { lease } = world.ctx
    const late = {
      ...lease,
      read: async (service: typeof world.ctx.config.service) => {
        if (world.records.length === 1) world.records.unshift(record)
        return lease.read(service)
      },
    }
    await expect(deploy({ ...world.ctx, lease: late })).rejects.toMatchObject({ message: expect.stringContaining('the sale') })
    expect(world.done).toEqual([])
    expect(world.sent).toEqual([])
    expect(world.records).toHaveLength(2)
  })

  it('still plans a deploy, and says why it would be refused', async () => {
    const report = await plan(serving({ command: 'plan' }, await frozen()).ctx)
    expect(report.outputs['plan-hash']).toBe('')
    expect(JSON.stringify(report)).toContain('by ada')
  })

  it('accepts a deploy again after the freeze has ended', async () => {
    const world = serving({}, await frozen({ until: '1m' }))
    await world.clock.sleep(61_000)
    await expect(deploy(world.ctx)).resolves.toMatchObject({ outcome: 'deployed' })
  })

  it('can be rolled back, and stays frozen', async () => {
    const record = await frozen()
    const before = {
      name: 'before',
      image: record.image,
      digest: 'sha256:before',
      login: '',
      commit: 'e'.repeat(40),
      route: ROUTE,
      migration: false,
    }
    const world = serving({ command: 'rollback', port: '' }, record)
    world.answer = () => ({
      stdout: JSON.stringify({
        outcome: 'rolled-back',
        previous: 'live',
        serving: before.digest,
        servingRelease: 'before',
        document: before,
      }),
    })
    await expect(rollback(world.ctx)).resolves.toMatchObject({ outcome: 'rolled-back' })
    expect(world.records[0]).toMatchObject({ release: 'before', freeze: { reason: 'the sale' } })
  })

  it('shows the freeze in its status', async () => {
    const report = await status(serving({ command: 'status', port: '' }, await frozen()).ctx)
    expect(report.facts).toContainEqual(['Frozen', expect.stringMatching(/by ada: the sale \(/)])
  })

  it('accepts a deploy again after unfreeze, and remembers who froze it', async () => {
    const world = serving({ command: 'unfreeze', port: '' }, await frozen())
    expect(await unfreeze(world.ctx)).toMatchObject({
      outcome: 'unfrozen',
      facts: [['Was frozen by', expect.stringMatching(/^ada at .*: the sale$/)]],
    })
    expect(world.records[0]?.freeze).toBeUndefined()
    await expect(deploy(serving({}, world.records[0]).ctx)).resolves.toMatchObject({ outcome: 'deployed' })
    expect(await unfreeze(world.ctx)).toMatchObject({ outcome: 'unchanged' })
  })
})
