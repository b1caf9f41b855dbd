import { describe, expect, it } from '@jest/globals'
import { deploy } from '../../src/commands/deploy.ts'
import { plan } from '../../src/commands/plan.ts'
import { doctor } from '../../src/commands/read/doctor.ts'
import { status } from '../../src/commands/read/status.ts'
import { schedule } from '../../src/commands/schedule.ts'
import { isOn, parseSchedule } from '../../src/domain/schedule/schedule.ts'
import type { Host } from '../../src/domain/host/host.ts'
import { aHost, aRecord } from '../fakes/samples.ts'
import { aWorld } from '../fakes/world.ts'
import type { World } from '../fakes/world.ts'

// The clock of the world stands on a Monday: 2026-11-23T12:00:00Z.
const ON = 'mon 8-19 UTC'
const OFF = 'tue 8-19 UTC'
const OTHER = { name: 'api', environment: 'production' }

function serving(inputs: Readonly<Record<string, string>>, host: Partial<Host> = {}, record = aRecord()): World {
  const world = aWorld({ command: 'schedule', port: '', ...inputs })
  world.hosts.push(aHost(host))
  world.records.push(record)
  return world
}

/** The hosts that were started and stopped. */
const powered = ({ done }: World): readonly string[] => done.filter((line) => /^(start|stop|terminate) /.test(line))

it('the clock of this test starts at the expected weekday and hour', () => {
  const now = aWorld().clock.now()
  expect([ON, OFF].map((text) => isOn(parseSchedule(text)!, now))).toEqual([true, false])
})

describe('outside of its hours', () => {
  it('a running host is stopped, once', async () => {
    const world = serving({ schedule: OFF })
    expect(await schedule(world.ctx)).toMatchObject({
      outcome: 'stopped',
      headline: 'web (production): stopped i-0123456789abcdef0 until Tue 2026-11-24 08:00 (UTC)',
    })
    expect(powered(world)).toEqual(['stop i-0123456789abcdef0'])
    expect(await schedule(world.ctx)).toMatchObject({
      outcome: 'unchanged',
      headline: 'web (production): is stopped until Tue 2026-11-24 08:00 (UTC)',
    })
    expect(powered(world)).toHaveLength(1)
  })

  it('all hosts of a fleet are', async () => {
    const world = serving({ schedule: OFF })
    world.hosts.push(aHost({ id: 'i-2' }), aHost({ id: 'i-3', state: 'stopped' }))
    expect(await schedule(world.ctx)).toMatchObject({ headline: expect.stringContaining('stopped 2 hosts until') })
    expect(powered(world)).toEqual(['stop i-0123456789abcdef0', 'stop i-2'])
  })

  it('no host is stopped while another run works; the schedule waits for that run', async () => {
    const world = serving({ schedule: OFF, 'lock-timeout': '0s' })
    world.holders.push({ owner: '1/1/x', command: 'deploy', actor: 'bob', runUrl: 'https://github.com/acme/web/actions/runs/1' } as never)
    await expect(schedule(world.ctx)).rejects.toMatchObject({ code: 'lock-held' })
    expect(powered(world)).toEqual([])
  })
})

describe('a host that is still needed is not stopped', () => {
  it('one that also serves another service by its record', async () => {
    const world = serving({ schedule: OFF })
    world.records.push(aRecord({ service: 'api', environment: 'staging' }))
    await expect(schedule(world.ctx)).rejects.toThrow('also serves api (staging), so the schedule does not stop it')
    expect(powered(world)).toEqual([])
  })

  it.each<[string, Partial<Host>, Record<string, string>]>([
    ['one of another service', { madeFor: OTHER }, { 'instance-id': 'i-0123456789abcdef0' }],
    ['one that the action did not launch', { madeFor: undefined }, { 'instance-id': 'i-0123456789abcdef0' }],
  ])('%s', async (_, host, inputs) => {
    const world = serving({ schedule: OFF, ...inputs }, host)
    await expect(schedule(world.ctx)).rejects.toThrow(
      'did not launch i-0123456789abcdef0 for web (production), so its schedule does not stop it',
    )
    expect(powered(world)).toEqual([])
  })

  it('one that does not say what else is on it', async () => {
    const world = serving({ schedule: OFF })
    world.answer = () => ({ status: 'failed', stdout: '' }) as never
    await expect(schedule(world.ctx)).rejects.toThrow(/it is not known what else is on i-0123456789abcdef0/)
    expect(powered(world)).toEqual([])
  })

  it('a spot instance, which cannot be started again', async () => {
    const world = serving({ schedule: OFF }, { spot: true })
    await expect(schedule(world.ctx)).rejects.toThrow('i-0123456789abcdef0 is a spot instance, which cannot be stopped and started')
    expect(powered(world)).toEqual([])
  })

  it('a service without a schedule is refused', async () => {
    const world = serving({})
    await expect(schedule(world.ctx)).rejects.toThrow('web (production) has no schedule')
    expect(powered(world)).toEqual([])
  })

  it('a service without a host is refused', async () => {
    const world = aWorld({ command: 'schedule', port: '', schedule: ON })
    await expect(schedule(world.ctx)).rejects.toThrow('nothing is deployed here')
  })
})

describe('within its hours', () => {
  it('a stopped host is started, once it serves again', async () => {
    const world = serving({ schedule: ON }, { state: 'stopped' })
    expect(await schedule(world.ctx)).toMatchObject({
      outcome: 'started',
      headline: 'web (production): started i-0123456789abcdef0 until Mon 2026-11-23 19:00 (UTC)',
    })
    expect(powered(world)).toEqual(['start i-0123456789abcdef0'])
    expect(await schedule(world.ctx)).toMatchObject({ outcome: 'unchanged' })
  })

  it('a host of a fleet that already runs is not touched', async () => {
    const world = serving({ schedule: ON })
    world.hosts.push(aHost({ id: 'i-2', state: 'stopped' }))
    await schedule(world.ctx)
    expect(powered(world)).toEqual(['start i-2'])
  })
})

describe('other commands', () => {
  it('status says that a host is stopped by its schedule', async () => {
    const world = serving({ command: 'status', schedule: OFF }, { state: 'stopped' })
    const report = await status(world.ctx)
    expect(report.headline).toBe('web (production): stopped by its schedule until Tue 2026-11-24 08:00 (UTC)')
    expect(report.facts).toContainEqual(['Schedule', 'tue 8-19 UTC: stopped until Tue 2026-11-24 08:00 (UTC)'])
    expect(report.facts?.find(([label]) => label === 'Cost')?.[1]).toContain('instance t3.small for 11 hours a week')
  })

  it('status says that a running host is not meant to be stopped', async () => {
    const world = serving({ command: 'status', schedule: ON }, { state: 'stopped' })
    expect((await status(world.ctx)).headline).toBe('web (production): the host is stopped')
  })

  it.each([
    [OFF, 'i-0123456789abcdef0 is stopped, as its schedule says', 'Somebody stopped it'],
    [ON, 'Somebody stopped it', 'as its schedule says'],
  ])('doctor says of a stopped host with %s: %s', async (text, said, unsaid) => {
    const world = serving({ command: 'doctor', schedule: text }, { state: 'stopped' })
    const page = JSON.stringify(await doctor(world.ctx))
    expect(page).toContain(said)
    expect(page).not.toContain(unsaid)
  })

  it.each([
    [OFF, true],
    [ON, false],
  ])('a deploy with %s says that the host will be stopped again: %s', async (text, warned) => {
    const world = aWorld({ schedule: text })
    world.hosts.push(aHost({ state: 'stopped' }))
    expect(await deploy(world.ctx)).toMatchObject({ outcome: 'deployed' })
    expect(powered(world)).toEqual(['start i-0123456789abcdef0'])
    const planned = aWorld({ command: 'plan', schedule: text })
    await plan(planned.ctx)
    for (const { log } of [world, planned])
      expect(log.some((line) => line.includes('the next run of command: schedule stops them'))).toBe(warned)
  })
})
