import { describe, expect, it } from '@jest/globals'
import { deploy } from '../../../src/commands/deploy.ts'
import { annotationOf } from '../../../src/report/write-report.ts'
import { renderSummary } from '../../../src/report/summary.ts'
import { Cancelled } from '../../../src/errors.ts'
import { canaryHosts } from '../../fakes/canary-hosts.ts'
import type { Behaviour } from '../../fakes/canary-hosts.ts'
import { field } from '../../fakes/orders.ts'
import { aHost, aRecord, COMMIT, DIGEST } from '../../fakes/samples.ts'
import { aWorld } from '../../fakes/world.ts'
import type { World } from '../../fakes/world.ts'

const IDS = ['i-1', 'i-2', 'i-3']

/** Hosts that serve the release `old`, and behave like this with a canary. */
function service(behaviours: readonly Behaviour[], inputs: Readonly<Record<string, string>> = {}): World {
  const ids = IDS.slice(0, behaviours.length)
  const world = aWorld({ 'canary-steps': '10%:12s, 50%:9s', instances: String(ids.length), ...inputs })
  world.images.set(COMMIT, DIGEST)
  world.hosts.push(...ids.map((id) => aHost({ id })))
  world.records.push(aRecord({ commit: 'b'.repeat(40), release: 'old', digest: 'sha256:old', hostId: 'i-1', hostIds: ids }))
  canaryHosts(world, Object.fromEntries(ids.map((id, at) => [id, behaviours[at] ?? {}])))
  return world
}

/** The orders in short, and to which hosts where not to all: `deploy 10`, `observe`, `shift 50`, `abort i-2`. */
function orders(world: World): string[] {
  const all = world.hosts.length
  return world.sent.map((command) => {
    const what = command.order.verb === 'canary' ? field(command, 'action') : command.order.verb
    const { share = '' } = (field(command, 'canary') ?? {}) as { share?: number }
    const where = command.hostIds.length === all ? '' : command.hostIds.join()
    return [what, field(command, 'share') ?? share, where].filter((word) => word !== '').join(' ')
  })
}

const OBSERVED = (times: number): string[] => Array.from({ length: times }, () => 'observe')
const GOOD = ['deploy 10', ...OBSERVED(4), 'shift 50', ...OBSERVED(3), 'promote']

describe('a deploy with a canary', () => {
  it('increases its share step by step, and logs each step', async () => {
    const world = service([{}])
    const report = await deploy(world.ctx)
    expect(report.outcome).toBe('deployed')
    expect(orders(world)).toEqual(GOOD)
    const [begun, ...rest] = world.sent
    expect(new Set(rest.map((command) => field(command, 'canary')))).toEqual(new Set([field(begun, 'id')]))
    expect(new Set(world.sent.map((command) => field(command, 'id'))).size).toBe(world.sent.length)
    expect(world.log).toContain('canary 10%: 200 requests, 0.0% 5xx (baseline 0.0%), p99 25 ms (baseline 25 ms), 6.0 s of 12 s')
    expect(renderSummary(report, [])).toContain('| 50% | canary | 1500 | 0 &#40;0.0%&#41; |')
    expect(world.records[0]).toMatchObject({ attempt: { outcome: 'deployed' } })
    expect(world.done).toEqual(expect.arrayContaining(['note the order for the post phase', 'forget the order']))
  })

  it('notes what ends it for the post phase before a host can have it', async () => {
    const world = service([{}])
    const { answer } = world
    const noted: boolean[] = []
    world.answer = (command, hostId) => {
      noted.push(world.done.includes('note the order for the post phase'))
      return answer(command, hostId)
    }
    await deploy(world.ctx)
    expect(noted[0]).toBe(true)
  })

  it.each([
    ['ahead', 20_000],
    ['back', -3_600_000],
  ])('takes the configured time while the wall clock is set %s', async (_, ms) => {
    const world = service([{}])
    const { answer } = world
    world.answer = (command, hostId) => {
      if (world.sent.length === 3) world.clock.set(ms)
      return answer(command, hostId)
    }
    expect((await deploy(world.ctx)).outcome).toBe('deployed')
    expect(orders(world)).toEqual(GOOD)
    expect(world.took.map(({ ms: took }) => took)).toEqual([12_000, 9000])
  })

  it("aborts a dark start if a host's answers lack its canary", async () => {
    const world = service([{}], { 'canary-steps': '0%:9s, 50%:9s' })
    const { answer } = world
    world.answer = (command, hostId) =>
      field(command, 'action') === 'observe' ? { stdout: JSON.stringify({ outcome: 'canary' }) } : answer(command, hostId)
    expect(await deploy(world.ctx)).toMatchObject({ outcome: 'rolled-back', outputs: { cause: 'canary-unhealthy' } })
    expect(orders(world)).toEqual(['deploy 0', 'observe', 'abort'])
  })

  it('reports how long each step took', async () => {
    const world = service([{}])
    await deploy(world.ctx)
    expect(world.took.map(({ name, ms, ok }) => [name, ms, ok])).toEqual([
      ['canary 10%', 12_000, true],
      ['canary 50%', 9000, true],
    ])
  })

  it('aborts an unhealthy canary within its step, with the numbers and the cost', async () => {
    const world = service([{ canaryErrors: 0.05 }])
    const report = await deploy(world.ctx)
    expect(orders(world)).toEqual(['deploy 10', 'observe', 'abort'])
    expect(report).toMatchObject({ outcome: 'rolled-back', outputs: { cause: 'canary-errors', 'serving-digest': 'sha256:old' } })
    expect(annotationOf(report).message.split('\n')[0]).toMatch(
      /^web \(production\): release \S+ was rolled back at 10% of the traffic: the canary answered with too many errors: 5 of 100 answers were 5xx \(5\.0%\); baseline: 0 of 900 \(0\.0%\)\. The canary got 100 of 1000 requests and answered 5 of them with 5xx\. Without the canary, about 50 would have failed in the same time\. old still serves\.$/,
    )
    expect(renderSummary(report, [])).toContain('about 50 would have failed in the same time. Verdicts: 10% bad.')
    expect(world.records[0]).toMatchObject({ release: 'old', attempt: { outcome: 'rolled-back', cause: 'canary-errors' } })
  })

  it('does not abort a canary if the baseline has the same errors', async () => {
    const world = service([{ canaryErrors: 0.05, oldErrors: 0.05 }])
    await expect(deploy(world.ctx)).resolves.toMatchObject({ outcome: 'deployed' })
  })

  it.each<[string, Behaviour, string]>([
    ['it dies', { health: (n) => (n < 3 ? 'healthy' : 'exited') }, 'canary-died'],
    ['its health check fails', { health: (n) => (n < 3 ? 'healthy' : 'unhealthy') }, 'canary-unhealthy'],
  ])('is aborted when %s on one of several hosts', async (_, behaviour, cause) => {
    const world = service([{}, behaviour, {}])
    await expect(deploy(world.ctx)).resolves.toMatchObject({ outcome: 'rolled-back', outputs: { cause } })
    expect(orders(world)).toEqual(['deploy 10', ...OBSERVED(3), 'abort'])
  })

  it('adds up the numbers of all hosts', async () => {
    const few = { traffic: 60 }
    await expect(deploy(service([few]).ctx)).resolves.toMatchObject({ outputs: { cause: 'canary-inconclusive' } })
    await expect(deploy(service([few, few, few]).ctx)).resolves.toMatchObject({ outcome: 'deployed' })
  })

  it('is aborted on all hosts when one has lost it', async () => {
    const world = service([{}, { lostAt: 2 }, {}])
    const report = await deploy(world.ctx)
    expect(orders(world)).toEqual(['deploy 10', 'observe', 'observe', 'abort i-1,i-3'])
    expect(report).toMatchObject({ outcome: 'rolled-back', outputs: { cause: 'canary-ended' } })
    expect(report.failure?.sentence).toContain('it lost contact with its run')
  })

  it.each([
    ['the only host', [{ killedAt: 2 }], 'program-failed'],
    ['one of several hosts', [{}, { killedAt: 2 }, {}], 'canary-ended'],
  ])('is aborted everywhere when the program is killed on %s', async (_, behaviours, cause) => {
    const world = service(behaviours)
    const report = await deploy(world.ctx)
    expect(orders(world)).toEqual(['deploy 10', 'observe', 'observe', 'abort'])
    expect(report).toMatchObject({ outcome: 'rolled-back', outputs: { cause } })
  })

  it('is not called rolled back if the host that should abort it was killed, too', async () => {
    const world = service([{ killedAt: 2 }])
    const { answer } = world
    world.answer = (command, hostId) => (field(command, 'action') === 'abort' ? { status: 'failed', stdout: '' } : answer(command, hostId))
    const report = await deploy(world.ctx)
    expect(report).toMatchObject({ outcome: 'failed', outputs: { cause: 'program-failed' } })
    expect(report.headline).toMatch(/ did not go live$/)
  })

  it('reverts the other hosts when one cannot promote it', async () => {
    const promotion = { outcome: 'failed', rolledBack: true, cause: 'bake-errors', serving: 'sha256:old', servingRelease: 'old' }
    const world = service([{}, { promotion }, {}])
    const report = await deploy(world.ctx)
    expect(orders(world).slice(-2)).toEqual(['promote', 'rollback i-1,i-3'])
    expect(report).toMatchObject({ outputs: { cause: 'bake-errors' } })
    expect(report.headline).toContain('went bad on i-2 after the cut-over')
  })
})

describe('a step with too few requests', () => {
  const QUIET = { traffic: 20 }

  it.each<[string, string[], string]>([
    ['rollback', ['deploy 10', ...OBSERVED(4), 'abort'], 'rolled-back'],
    ['promote', GOOD, 'deployed'],
    // 2 requests each 3 s: 50 of them after 25 observations
    ['hold', ['deploy 10', ...OBSERVED(25), 'shift 50', ...OBSERVED(5), 'promote'], 'deployed'],
  ])('with canary-inconclusive: %s, %j', async (inconclusive, expected, outcome) => {
    const world = service([QUIET], { 'canary-inconclusive': inconclusive })
    await expect(deploy(world.ctx)).resolves.toMatchObject({ outcome })
    expect(orders(world)).toEqual(expected)
  })

  it('is not held for longer than the timeout', async () => {
    const world = service([{ traffic: 0 }], { 'canary-inconclusive': 'hold', 'deploy-timeout': '60s' })
    const report = await deploy(world.ctx)
    expect(orders(world)).toEqual(['deploy 10', ...OBSERVED(20), 'abort'])
    expect(report).toMatchObject({ outcome: 'rolled-back', outputs: { cause: 'canary-inconclusive' } })
    expect(report.failure?.sentence).toContain(
      'too few requests: the canary got 0, the baseline got 0; canary-min-requests is 50 for each side',
    )
  })
})

describe('a dark start', () => {
  const DARK = { 'canary-steps': '0%:6s, 50%:9s' }

  it('lasts its time without requests, and continues', async () => {
    for (const inconclusive of ['rollback', 'hold']) {
      const world = service([{}], { ...DARK, 'canary-inconclusive': inconclusive })
      await expect(deploy(world.ctx)).resolves.toMatchObject({ outcome: 'deployed' })
      expect(orders(world)).toEqual(['deploy 0', ...OBSERVED(2), 'shift 50', ...OBSERVED(3), 'promote'])
      expect(world.log).toContain('canary 0%: good')
    }
  })

  it('ends when the canary exits', async () => {
    const world = service([{ health: () => 'exited' }], DARK)
    await expect(deploy(world.ctx)).resolves.toMatchObject({ outcome: 'rolled-back', outputs: { cause: 'canary-died' } })
  })
})

describe('a dry run', () => {
  const DRY = { 'canary-dry-run': 'true' }

  it.each<[string, Behaviour, string]>([
    ['errors', { canaryErrors: 0.05 }, 'canary-errors, 5 of 100 answers were 5xx'],
    ['too few requests', { traffic: 60 }, 'canary-inconclusive, too few requests: the canary got 24'],
  ])('logs once a step that %s would have aborted it, and continues', async (_, behaviour, words) => {
    const world = service([behaviour], DRY)
    const report = await deploy(world.ctx)
    expect(report).toMatchObject({ outcome: 'deployed' })
    expect(orders(world)).toEqual(GOOD)
    expect(renderSummary(report, [])).toContain(`10% would be rolled back without canary-dry-run: ${words}`)
    const warned = world.log.filter((line) => line.startsWith('warning: canary 10%: without canary-dry-run'))
    expect(warned).toEqual([expect.stringContaining(words)])
  })

  it('logs nothing about a healthy canary', async () => {
    const world = service([{}], DRY)
    await deploy(world.ctx)
    expect(world.log.join()).not.toContain('dry-run')
  })

  it.each<[string, Behaviour, string]>([
    ['dies', { canaryErrors: 0.05, health: (n) => (n < 3 ? 'healthy' : 'exited') }, 'canary-died'],
    ['is unhealthy', { health: (n) => (n < 3 ? 'healthy' : 'unhealthy') }, 'canary-unhealthy'],
  ])('aborts a canary that %s', async (_, behaviour, cause) => {
    await expect(deploy(service([behaviour], DRY).ctx)).resolves.toMatchObject({ outcome: 'rolled-back', outputs: { cause } })
  })
})

describe('a canary is not used', () => {
  it('if no release is live', async () => {
    const fresh = { outcome: 'deployed', serving: DIGEST, servingRelease: 'new' }
    const world = service([{ deploys: [fresh] }])
    const report = await deploy(world.ctx)
    expect(report).toMatchObject({ outcome: 'deployed' })
    expect(report.canary).toBeUndefined()
    expect(orders(world)).toEqual(['deploy 10'])
    expect(world.done).toContain('forget the order')
  })

  it('for the live release; the hosts are asked without the lease', async () => {
    const world = service([
      {
        deploys: [
          { outcome: 'deployed', serving: DIGEST, servingRelease: 'new' },
          { outcome: 'unchanged', serving: DIGEST },
        ],
      },
    ])
    await deploy(world.ctx)
    await expect(deploy(world.ctx)).resolves.toMatchObject({ outcome: 'unchanged' })
    expect(world.sent.map((command) => field(command, 'leased'))).toEqual([true, false])
    expect(orders(world)).toEqual(['deploy 10', 'deploy'])
    expect(world.log).toContain('No canary: the release is already live')
  })

  it('if another release was deployed meanwhile: it restarts unless that one is newer', async () => {
    const moved = { outcome: 'failed', cause: 'concurrent-release', looked: true, detail: `other ${'c'.repeat(40)}` }
    const world = service([{}, { deploys: [moved] }])
    await expect(deploy(world.ctx)).resolves.toMatchObject({ outcome: 'deployed' })
    expect(orders(world)).toEqual(['deploy 10', 'abort i-1', ...GOOD])
  })
})

describe('a run that ends early', () => {
  it('aborts its canary when it is cancelled', async () => {
    const world = service([{}])
    const { answer } = world
    world.answer = (command, hostId) => {
      if (orders(world).length === 3) world.cancel.abort()
      return answer(command, hostId)
    }
    await expect(deploy(world.ctx)).rejects.toThrow(Cancelled)
    expect(orders(world)).toEqual(['deploy 10', 'observe', 'observe', 'abort'])
    expect(field(world.sent.at(-1), 'cause')).toBe('canary-ended')
  })

  it('aborts its canary when AWS fails', async () => {
    const world = service([{}])
    const { answer } = world
    world.answer = (command, hostId) => {
      if (orders(world).length === 3) throw new Error('AWS is down')
      return answer(command, hostId)
    }
    await expect(deploy(world.ctx)).rejects.toThrow('AWS is down')
    expect(orders(world).at(-1)).toBe('abort')
  })
})
