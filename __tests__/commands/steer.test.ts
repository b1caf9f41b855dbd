import { beforeEach, describe, expect, it } from '@jest/globals'
import { SSMClient } from '@aws-sdk/client-ssm'
import { mockClient } from 'aws-sdk-client-mock'
import { parameterLease } from '../../src/adapters/aws/ssm/lease.ts'
import { parameterSteering } from '../../src/adapters/aws/ssm/steering.ts'
import { deploy } from '../../src/commands/deploy.ts'
import { steer } from '../../src/commands/steer.ts'
import type { Context } from '../../src/context.ts'
import type { Steering } from '../../src/domain/canary/steering.ts'
import { Cancelled } from '../../src/errors.ts'
import type { Shared } from '../../src/ports/state/shared.ts'
import type { Report } from '../../src/report/parts/report.ts'
import { renderSummary } from '../../src/report/summary.ts'
import { canaryHosts } from '../fakes/canary-hosts.ts'
import type { Behaviour } from '../fakes/canary-hosts.ts'
import { field } from '../fakes/orders.ts'
import { answerAsParameterStore, CLIENT } from '../fakes/parameter-store.ts'
import type { Parameters } from '../fakes/parameter-store.ts'
import { aHost, aRecord, COMMIT, DIGEST } from '../fakes/samples.ts'
import { aWorld } from '../fakes/world.ts'
import type { World } from '../fakes/world.ts'

const ssm = mockClient(SSMClient)
const NAME = '/docker-to-ec2/web/production/steering'
const LEASE = parameterLease(CLIENT)
const STEERING = parameterSteering(CLIENT)
let parameters: Parameters

beforeEach(() => {
  parameters = new Map()
  ssm.reset()
  answerAsParameterStore(ssm, parameters)
})

/** A service whose deploy begins a canary, with lease and steering in Parameter Store. */
function service(inputs: Readonly<Record<string, string>> = {}, behaviour: Behaviour = {}): World {
  const world = aWorld({ 'canary-steps': '10%:12s, 50%:9s', ...inputs })
  world.images.set(COMMIT, DIGEST)
  world.hosts.push(aHost({ id: 'i-1' }))
  world.records.push(aRecord({ commit: 'b'.repeat(40), release: 'old', digest: 'sha256:old', hostId: 'i-1', hostIds: ['i-1'] }))
  canaryHosts(world, { 'i-1': behaviour })
  return world
}

const shared = (world: World): Context => ({ ...world.ctx, lease: LEASE, steering: STEERING })

/** Another run, of grace, beside that of the canary. */
function steering(world: World, kind: string, reason = ''): Promise<Report | Error> {
  const { ctx } = aWorld({ command: 'steer', port: '', steer: kind, reason }, { GITHUB_ACTOR: 'grace', GITHUB_RUN_ID: '9' })
  return steer({ ...shared(world), config: ctx.config, newId: () => `steer-${kind}-${parameters.size}-${world.sent.length}` }).catch(
    (error: Error) => error,
  )
}

/** Deploys with a canary, and steers it while its hosts have been asked so often. */
async function steered(world: World, plan: Readonly<Record<number, readonly [string, string?]>>) {
  const { answer } = world
  const reports: Promise<Report | Error>[] = []
  world.answer = (command, hostId) => {
    const next = plan[world.sent.length]
    if (next) reports.push(steering(world, ...next))
    return answer(command, hostId)
  }
  const report = await deploy(shared(world))
  return { report, steers: await Promise.all(reports) }
}

function orders(world: World): string[] {
  return world.sent.map((command) => String(command.order.verb === 'canary' ? field(command, 'action') : command.order.verb))
}

const OBSERVED = (times: number): string[] => Array.from({ length: times }, () => 'observe')

describe('another run steers a canary', () => {
  it('aborts it: its run reports who and why, and the old release keeps serving', async () => {
    const world = service()
    const { report, steers } = await steered(world, { 2: ['abort', 'the sale <b>begins</b>'] })
    expect(orders(world)).toEqual(['deploy', 'observe', 'observe', 'abort'])
    expect(report).toMatchObject({ outcome: 'rolled-back', outputs: { cause: 'canary-aborted', 'serving-digest': 'sha256:old' } })
    expect(report.failure?.sentence).toMatch(/^the canary was aborted: by grace \(\S+\/runs\/9\): the sale <b>begins<\/b>\./)
    expect(renderSummary(report, [])).toMatch(/\n- 10%: aborted at \S+ UTC by grace/)
    expect(world.records[0]).toMatchObject({ release: 'old', attempt: { cause: 'canary-aborted' } })
    expect(steers).toEqual([
      expect.objectContaining({
        outcome: 'steered',
        headline: expect.stringMatching(/^web \(production\): the canary \S+ at 10% is rolled back$/),
      }),
    ])
  })

  it('aborts it from the moment its first share is ordered, before its run has the answer', async () => {
    const world = service()
    const { report, steers } = await steered(world, { 1: ['abort'] })
    expect(orders(world)).toEqual(['deploy', 'observe', 'abort'])
    expect(report).toMatchObject({ outcome: 'rolled-back', outputs: { cause: 'canary-aborted' } })
    expect(steers).toMatchObject([{ outcome: 'steered' }])
  })

  it('accepts nothing more after a failed start', async () => {
    const world = service()
    world.answer = () => {
      throw new Error('no answer')
    }
    await expect(deploy(shared(world))).rejects.toThrow('no answer')
    expect(JSON.parse(parameters.get(NAME)?.at(-1)?.text ?? '')).toMatchObject({ ended: true })
  })

  it('skips a step with any number of requests', async () => {
    const world = service({ 'canary-min-requests': '1000' }, { traffic: 30_000 })
    const { report, steers } = await steered(world, { 2: ['skip'] })
    expect(orders(world)).toEqual(['deploy', 'observe', 'observe', 'shift', ...OBSERVED(3), 'promote'])
    expect(report).toMatchObject({ outcome: 'deployed' })
    expect(steers).toMatchObject([{ outcome: 'steered' }])
    expect(renderSummary(report, [])).toContain('10% skipped: by grace')
  })

  it('pauses and continues it while it is observed, and the step lasts its full time', async () => {
    const world = service()
    const { report, steers } = await steered(world, { 3: ['pause', 'look at it'], 23: ['continue'] })
    expect(report).toMatchObject({ outcome: 'deployed' })
    const [begun, ...rest] = orders(world)
    expect(begun).toBe('deploy')
    const first = rest.indexOf('shift')
    expect(first).toBeGreaterThanOrEqual(23)
    expect(rest.slice(0, first)).toEqual(OBSERVED(first))
    expect(rest.slice(first)).toEqual(['shift', ...OBSERVED(3), 'promote'])
    expect(steers).toMatchObject([{ outcome: 'steered' }, { outcome: 'steered' }])
    expect(world.log.join('\n')).toMatch(/9\.0 s of 12 s, paused for 30 s/)
    expect(world.log.join('\n')).toMatch(/canary 10%: paused at \S+ UTC by grace \(\S+\): look at it/)
  })

  it('is still judged while it is paused', async () => {
    const world = service({}, { health: (observations) => (observations < 8 ? 'healthy' : 'exited') })
    const { report } = await steered(world, { 3: ['pause'] })
    expect(report).toMatchObject({ outputs: { cause: 'canary-died' } })
    expect(orders(world)).toHaveLength(10)
  })

  it.each([
    ['abort', 'rolled-back', 'canary-aborted'],
    ['continue', 'deployed', undefined],
  ])('ends a pause at its limit with canary-pause-end: %s', async (end, outcome, cause) => {
    const world = service({ 'canary-pause-limit': '60s', 'canary-pause-end': end })
    const { report } = await steered(world, { 2: ['pause'] })
    expect([report.outcome, report.outputs['cause']]).toEqual([outcome, cause])
    expect(JSON.stringify(report)).toContain('nobody continued it within canary-pause-limit (1m)')
    expect(orders(world).filter((order) => order === 'observe').length).toBeGreaterThan(20)
  })

  it('reports that nothing changed', async () => {
    const { report, steers } = await steered(service(), { 2: ['continue'] })
    expect(report).toMatchObject({ outcome: 'deployed' })
    expect(steers).toMatchObject([{ outcome: 'unchanged', headline: expect.stringMatching(/was not paused$/) }])
  })
})

describe('steering is refused', () => {
  const refusal = { code: 'refused', message: expect.stringContaining('no canary is running'), hint: expect.stringMatching(/./) }

  it('before the first canary and after the last, and leaves nothing for the next one', async () => {
    const world = service()
    expect(await steering(world, 'abort')).toMatchObject(refusal)
    expect(parameters.size).toBe(0)
    await deploy(shared(world))
    expect(await steering(world, 'abort')).toMatchObject(refusal)
    expect(world.records[0]).toMatchObject({ attempt: { outcome: 'deployed' } })
  })

  it('while its release gets the whole traffic', async () => {
    const world = service()
    const { report, steers } = await steered(world, { 10: ['abort'] })
    expect(orders(world)[9]).toBe('promote')
    expect(report).toMatchObject({ outcome: 'deployed' })
    expect(steers).toMatchObject([refusal])
  })

  it('so a request for an earlier canary never acts on a later one', async () => {
    const world = service()
    await deploy(shared(world))
    const left = parameters
      .get(NAME)!
      .map(({ text }) => JSON.parse(text) as Steering)
      .at(-1)!
    const wish = { id: 'late', steer: 'abort', reason: '', actor: 'eve', runUrl: '', at: '2026-01-02T12:00:03.000Z' } as const
    await STEERING.write(world.ctx.config.service, { ...left, ended: false, asked: wish }, parameters.get(NAME)!.length)
    const second = service()
    await expect(deploy(shared(second))).resolves.toMatchObject({ outcome: 'deployed' })
    expect(orders(second)).toEqual(['deploy', ...OBSERVED(4), 'shift', ...OBSERVED(3), 'promote'])
  })

  it('if the run of the canary does not answer, and the request is withdrawn', async () => {
    const world = service()
    await LEASE.write(world.ctx.config.service, { ...RUNNER, token: 7, free: false, beat: 0 }, 0)
    await STEERING.write(world.ctx.config.service, { token: 7, release: 'new', runUrl: '', ended: false }, 0)
    expect(await steering(world, 'pause')).toMatchObject({
      code: 'refused',
      message: expect.stringContaining('did not answer within 150 s'),
    })
    expect((await STEERING.read(world.ctx.config.service))?.value.asked).toBeUndefined()
  })

  it('if the steering run is cancelled while it waits, and its request is withdrawn', async () => {
    const world = service()
    await LEASE.write(world.ctx.config.service, { ...RUNNER, token: 7, free: false, beat: 0 }, 0)
    await STEERING.write(world.ctx.config.service, { token: 7, release: 'new', runUrl: '', ended: false }, 0)
    const asking = steering(world, 'pause')
    await world.clock.sleep(5000)
    world.cancel.abort()
    expect(await asking).toBeInstanceOf(Cancelled)
    expect((await STEERING.read(world.ctx.config.service))?.value.asked).toBeUndefined()
  })
})

const RUNNER = { owner: '6/1/a', command: 'deploy', actor: 'ada', runUrl: 'https://github.com/acme/web/actions/runs/6' } as const

describe('a canary that cannot be steered continues', () => {
  const failing = (over: Partial<Shared<Steering>>): Context => ({ ...shared(service()), steering: { ...STEERING, ...over } })
  const denied = async (): Promise<never> => {
    throw new Error('no ssm:PutParameter')
  }

  it('if its role cannot write the parameter', async () => {
    const world = service()
    const ctx = { ...shared(world), steering: failing({ write: denied }).steering }
    await expect(deploy(ctx)).resolves.toMatchObject({ outcome: 'deployed' })
    expect(world.log).toContain('warning: Other runs cannot steer this canary: no ssm:PutParameter')
  })

  it('if reading the parameter fails, which is logged once', async () => {
    const world = service()
    let reads = 0
    const read: Shared<Steering>['read'] = async (of) => ((reads += 1) > 2 ? denied() : STEERING.read(of))
    const ctx = { ...shared(world), steering: failing({ read }).steering }
    await expect(deploy(ctx)).resolves.toMatchObject({ outcome: 'deployed' })
    expect(world.log.filter((line) => line.includes('is unknown for now'))).toHaveLength(1)
  })
})

it('acts once on a request, even if the answer to it was lost', async () => {
  const world = service()
  let lost = 0
  const write: Shared<Steering>['write'] = async (of, value, over) => {
    const version = await STEERING.write(of, value, over)
    if (value.taken === undefined || lost > 0) return version
    lost += 1
    throw new Error('socket hang up')
  }
  const { ctx } = world
  Object.assign(world, { ctx: { ...ctx, steering: { ...STEERING, write } } })
  const { answer } = world
  const steers: Promise<Report | Error>[] = []
  world.answer = (command, hostId) => {
    if (world.sent.length === 2) steers.push(steering(world, 'skip'))
    return answer(command, hostId)
  }
  await deploy({ ...world.ctx, lease: LEASE })
  expect(lost).toBe(1)
  expect(await Promise.all(steers)).toMatchObject([{ outcome: 'steered' }])
  expect(orders(world)).toEqual(['deploy', ...OBSERVED(3), 'shift', ...OBSERVED(3), 'promote'])
})
