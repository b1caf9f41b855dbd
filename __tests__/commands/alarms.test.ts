import { describe, expect, it } from '@jest/globals'
import { deploy } from '../../src/commands/deploy.ts'
import { plan } from '../../src/commands/plan.ts'
import type { AlarmState } from '../../src/domain/rollout/alarms.ts'
import { DeployError } from '../../src/errors.ts'
import { annotationOf } from '../../src/report/write-report.ts'
import { renderSummary } from '../../src/report/summary.ts'
import { canaryHosts } from '../fakes/canary-hosts.ts'
import { field, releaseIn } from '../fakes/orders.ts'
import { aHost, aRecord, COMMIT, DIGEST } from '../fakes/samples.ts'
import { aWorld, deployedAnswer } from '../fakes/world.ts'
import type { World } from '../fakes/world.ts'

const ACTIVE: AlarmState = { state: 'ALARM', reason: 'Threshold Crossed' }
const OK: AlarmState = { state: 'OK', reason: '' }
const ALARMS = { alarms: 'web 5xx, web-latency' }

function service(inputs: Readonly<Record<string, string>> = {}): World {
  const world = aWorld({ ...ALARMS, ...inputs })
  world.images.set(COMMIT, DIGEST)
  world.hosts.push(aHost({ id: 'i-1' }))
  world.records.push(aRecord({ commit: 'b'.repeat(40), release: 'before', digest: 'sha256:old', hostId: 'i-1', hostIds: ['i-1'] }))
  return world
}

/** `web 5xx` is active from then on, or only for so long, in milliseconds of the run. */
function activeFrom(world: World, from: number, until = Infinity): void {
  const begun: number = world.clock.now()
  world.alarms = (names) => {
    const passed = world.clock.now() - begun
    const state = passed >= from && passed < until ? ACTIVE : OK
    return new Map(names.map((name) => [name, name === 'web 5xx' ? state : OK]))
  }
}

const orders = (world: World): string[] =>
  world.sent.map((command) => String(command.order.verb === 'canary' ? field(command, 'action') : command.order.verb))

describe('a deploy is refused before it builds anything', () => {
  it.each<[string, ReadonlyMap<string, AlarmState>, RegExp]>([
    [
      'where an alarm is active',
      new Map([
        ['web 5xx', ACTIVE],
        ['web-latency', OK],
      ]),
      /already active: web 5xx \(Threshold Crossed\)/,
    ],
    ['where an alarm does not exist', new Map([['web 5xx', OK]]), /alarms names web-latency, which CloudWatch does not have/],
  ])('%s, and so is its plan', async (_, states, reason) => {
    const world = service()
    world.alarms = () => states
    await expect(deploy(world.ctx)).rejects.toMatchObject({ code: 'refused', message: expect.stringMatching(reason) })
    expect([world.done, world.sent]).toEqual([[], []])
    const planning = service({ command: 'plan' })
    planning.alarms = () => states
    const report = await plan(planning.ctx)
    expect(report.outputs['plan-hash']).toBe('')
    expect(JSON.stringify(report)).toMatch(reason)
  })

  it('if its role cannot read alarms', async () => {
    const world = service()
    world.alarms = () => {
      throw new DeployError('not-allowed', 'cloudwatch:DescribeAlarms')
    }
    await expect(deploy(world.ctx)).rejects.toMatchObject({ code: 'not-allowed' })
    expect([world.done, world.sent]).toEqual([[], []])
  })
})

it('too little data does not count as active', async () => {
  const world = service()
  world.alarms = (names) => new Map(names.map((name) => [name, { state: 'INSUFFICIENT_DATA', reason: 'no data' }]))
  await expect(deploy(world.ctx)).resolves.toMatchObject({ outcome: 'deployed' })
})

it('without an alarm in the inputs, CloudWatch is not asked', async () => {
  const world = service({ alarms: 'none' })
  world.alarms = () => {
    throw new Error('asked')
  }
  await expect(deploy(world.ctx)).resolves.toMatchObject({ outcome: 'deployed' })
})

describe('an alarm that becomes active', () => {
  it('aborts a canary at once', async () => {
    const world = service({ 'canary-steps': '10%:2m' })
    canaryHosts(world, {})
    activeFrom(world, 35_000)
    const report = await deploy(world.ctx)
    expect(report).toMatchObject({ outcome: 'rolled-back', outputs: { cause: 'alarm', 'serving-digest': 'sha256:old' } })
    expect(annotationOf(report).message).toContain('a CloudWatch alarm became active: web 5xx (Threshold Crossed)')
    expect(orders(world).filter((order) => order === 'observe').length).toBeLessThan(18)
    expect(orders(world).at(-1)).toBe('abort')
    expect(world.records[0]).toMatchObject({ release: 'before', attempt: { cause: 'alarm' } })
  })

  it('is only logged in a dry run', async () => {
    const world = service({ 'canary-steps': '10%:1m', 'canary-dry-run': 'true' })
    canaryHosts(world, {})
    activeFrom(world, 35_000, 50_000)
    const report = await deploy(world.ctx)
    expect(report).toMatchObject({ outcome: 'deployed' })
    expect(orders(world).at(-1)).toBe('promote')
    expect(renderSummary(report, [])).toContain('10% would be rolled back without canary-dry-run: alarm, web 5xx')
    expect(world.log.join('\n')).toContain('warning: An alarm became active, and canary-dry-run only reports it: web 5xx')
  })

  /** Hosts that need a minute for a release unless they are told to end, and return to the one before. */
  function baking(inputs: Readonly<Record<string, string>> = {}): World {
    const world = service(inputs)
    const { remote } = world.ctx
    const stopped = new Set<unknown>()
    const serves = { serving: 'sha256:old', servingRelease: 'before' }
    world.answer = (command) => {
      if (command.order.verb === 'rollback')
        return { stdout: JSON.stringify({ outcome: 'rolled-back', ...serves, servingRelease: releaseIn(command) }) }
      if (command.order.verb === 'canary') return { stdout: JSON.stringify({ outcome: 'failed', cause: 'canary-ended' }) }
      if (!stopped.has(command.order.id)) return deployedAnswer(command)
      return {
        stdout: JSON.stringify({ outcome: 'failed', rolledBack: true, cause: 'alarm', detail: 'web 5xx (Threshold Crossed)', ...serves }),
      }
    }
    const run: typeof remote.run = async (command, ...rest) => {
      if (command.order.verb === 'canary') stopped.add(field(command, 'canary'))
      if (command.order.verb === 'deploy')
        for (let waited = 0; waited < 60 && !stopped.has(command.order.id); waited += 1) await world.clock.sleep(1000)
      return remote.run(command, ...rest)
    }
    Object.assign(world, { ctx: { ...world.ctx, remote: { ...remote, run } } })
    return world
  }

  it.each([
    ['and stays active', Infinity],
    ['and is OK again at the end', 45_000],
  ])('while a release bakes %s rolls it back', async (_, until) => {
    const world = baking()
    activeFrom(world, 20_000, until)
    const began = world.clock.now()
    const report = await deploy(world.ctx)
    expect(orders(world)).toEqual(['abort', 'deploy'])
    expect(world.clock.now() - began).toBeLessThan(40_000)
    expect(report).toMatchObject({ outcome: 'rolled-back', outputs: { cause: 'alarm', 'serving-digest': 'sha256:old' } })
    expect(report.headline).toContain('went bad after the cut-over, and was rolled back')
    expect(report.failure).toMatchObject({ sentence: expect.stringContaining('web 5xx'), state: 'before still serves.' })
    expect(world.records[0]).toMatchObject({ release: 'before', attempt: { outcome: 'rolled-back', cause: 'alarm' } })
  })

  it('while the hosts cannot be told counts at the end of the bake', async () => {
    const world = baking()
    activeFrom(world, 20_000)
    const { remote } = world.ctx
    const run: typeof remote.run = (command, ...rest) =>
      command.order.verb === 'canary' ? Promise.reject(new Error('throttled')) : remote.run(command, ...rest)
    Object.assign(world, { ctx: { ...world.ctx, remote: { ...remote, run } } })
    const report = await deploy(world.ctx)
    expect(orders(world)).toEqual(['deploy', 'rollback'])
    expect(report).toMatchObject({ outcome: 'rolled-back', outputs: { cause: 'alarm' } })
    expect(world.log.join('\n')).toContain('warning: The bake continues to its end: throttled')
  })

  it('sends nothing to a host that has nothing to return to', async () => {
    const world = baking({ instances: '2' })
    world.hosts.push(aHost({ id: 'i-2' }))
    activeFrom(world, 20_000)
    await deploy(world.ctx)
    expect(orders(world)).not.toContain('abort')
  })

  it('leaves a first release, which cannot be rolled back, and warns', async () => {
    const world = baking()
    world.records.length = 0
    activeFrom(world, 20_000)
    await expect(deploy(world.ctx)).resolves.toMatchObject({ outcome: 'deployed' })
    expect(world.log.join('\n')).toContain('warning: An alarm became active, and there is no earlier release to return to: web 5xx')
  })

  it('is missed if CloudWatch does not answer, which is logged once', async () => {
    const world = baking()
    const begun: number = world.clock.now()
    world.alarms = (names) => {
      if (world.clock.now() - begun > 5000) throw new Error('throttled')
      return new Map(names.map((name) => [name, OK]))
    }
    await expect(deploy(world.ctx)).resolves.toMatchObject({ outcome: 'deployed' })
    expect(world.log.filter((line) => line.includes('The alarms cannot be seen for now'))).toHaveLength(1)
  })
})
