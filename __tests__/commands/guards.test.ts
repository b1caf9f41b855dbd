import { describe, expect, it } from '@jest/globals'
import { deploy } from '../../src/commands/deploy.ts'
import { restart } from '../../src/commands/restart.ts'
import { rollback } from '../../src/commands/rollback.ts'
import { field } from '../fakes/orders.ts'
import { aHost, aRecord, anAttempt, COMMIT, DIGEST } from '../fakes/samples.ts'
import { GRACE } from '../fakes/lease.ts'
import { aWorld, deployedAnswer } from '../fakes/world.ts'

const OLD = 'b'.repeat(40)
const HOLDER = { ...GRACE, until: Number.MAX_SAFE_INTEGER }

function served(inputs: Readonly<Record<string, string>> = {}, changes: Parameters<typeof aRecord>[0] = {}) {
  const world = aWorld(inputs)
  world.hosts.push(aHost())
  world.records.push(aRecord({ commit: OLD, release: 'old', digest: 'sha256:old', ...changes }))
  return world
}

describe('the order of releases', () => {
  it('continues if GitHub does not answer, and says which order it assumes', async () => {
    const world = served()
    world.ctx.commits.compare = async () => undefined
    await deploy(world.ctx)
    expect(world.log).toContainEqual(
      expect.stringMatching(/^GitHub did not compare c0ffee00 with bbbbbbbb, which is live.* contents: read/),
    )
  })

  it('an ancestor of what serves is refused', async () => {
    const world = served()
    world.relation = 'behind'
    await expect(deploy(world.ctx)).rejects.toMatchObject({
      code: 'refused',
      message: `commit c0ffee00 is older than bbbbbbbb, which is live`,
    })
    expect(world.sent).toEqual([])
  })

  it('an ancestor is deployed if a downgrade is allowed', async () => {
    const world = served({ 'allow-downgrade': 'true' })
    world.relation = 'behind'
    await expect(deploy(world.ctx)).resolves.toMatchObject({ outcome: 'deployed' })
  })

  it('a rolled-back commit is refused until it is allowed or a newer one arrives', async () => {
    await expect(deploy(served({}, { blocked: [COMMIT] }).ctx)).rejects.toMatchObject({ code: 'refused' })
    const allowed = served({ 'allow-rolled-back': 'true' }, { blocked: [COMMIT, OLD] })
    await expect(deploy(allowed.ctx)).resolves.toMatchObject({ outcome: 'deployed' })
    expect(allowed.records[0]).toMatchObject({ commit: COMMIT, blocked: [OLD] })
  })

  it('a release that another run deployed in the meantime is read again, and becomes the base of this deploy', async () => {
    const world = served()
    const deployed = world.answer
    let first = true
    world.answer = (command, hostId) => {
      if (!first) return deployed(command, hostId)
      first = false
      return {
        stdout: JSON.stringify({ outcome: 'failed', cause: 'concurrent-release', detail: `newer ${'d'.repeat(40)}` }),
      }
    }
    await expect(deploy(world.ctx)).resolves.toMatchObject({ outcome: 'deployed' })
    expect(world.sent.map((command) => field(command, 'base'))).toEqual([['old'], ['old', 'newer']])
  })

  it('a release that was live at first is deployed again if it is not live any more once the run has the lease', async () => {
    const world = served()
    await deploy(world.ctx)
    world.sent.length = 0
    let first = true
    world.answer = (command) => {
      if (!first) return deployedAnswer(command)
      first = false
      world.records.unshift(aRecord({ commit: 'd'.repeat(40), release: 'newer', digest: 'sha256:newer' }))
      return {
        stdout: JSON.stringify({ outcome: 'failed', cause: 'concurrent-release', detail: `newer ${'d'.repeat(40)}` }),
      }
    }
    await expect(deploy(world.ctx)).resolves.toMatchObject({ outcome: 'deployed' })
    expect(world.log).toContain('[Check again what is live]')
    expect(world.sent).toHaveLength(2)
  })

  it('what a killed run left undone on the host is completed only with the lease', async () => {
    const world = served()
    await deploy(world.ctx)
    world.hosts.splice(0, 1, aHost({ elasticIp: false }))
    const held: number[] = []
    const { networks } = world.ctx
    const ensureAddress: typeof networks.ensureAddress = async (...args) => {
      held.push(world.holders.length)
      return networks.ensureAddress(...args)
    }
    await deploy({ ...world.ctx, networks: { ...networks, ensureAddress } })
    expect(held).toEqual([1])
  })

  it('a failed attempt is in the history, and the live release stays in the record', async () => {
    const world = served()
    world.answer = () => ({ stdout: JSON.stringify({ outcome: 'failed', cause: 'exited', exitCode: 3, serving: 'sha256:old' }) })
    await deploy(world.ctx)
    expect(world.records[0]).toMatchObject({
      release: 'old',
      attempt: { outcome: 'failed', cause: 'exited', commit: COMMIT, actor: 'ada' },
    })
  })

  it.each([
    ['deploy', deploy, { outcome: 'deployed', cause: '' }],
    ['deploy that fails', deploy, { outcome: 'failed', cause: 'exited' }],
    ['restart', restart, { outcome: 'restarted', cause: '' }],
    ['rollback', rollback, { outcome: 'rolled-back', cause: '' }],
  ] as const)('a %s whose old container was killed says so in the summary and in the history', async (_, command, { outcome, cause }) => {
    const world = served()
    const detail = 'web.production.old did not stop within 10 s, and was killed'
    const findings = [{ name: 'killed', detail, hint: 'Raise stop-grace-period', fatal: false }]
    const document = {
      name: 'old',
      digest: 'sha256:old',
      image: 'registry.example/web/production@sha256:old',
      commit: OLD,
      route: { 'http-port': 80, domains: [], 'path-prefix': '/' },
    }
    world.answer = (sent) => {
      const answer =
        outcome === 'deployed' ? (JSON.parse(deployedAnswer(sent).stdout?.split('\n')[0] ?? '') as object) : { outcome, cause, document }
      return { stdout: JSON.stringify({ serving: 'sha256:old', ...answer, findings }) }
    }
    expect((await command(world.ctx)).warnings).toEqual([`${detail}. Raise stop-grace-period.`])
    expect(world.records[0]?.attempt).toMatchObject({ outcome, note: `${detail}: see stop-grace-period` })
  })

  it.each([
    ['deploy', deploy, '5m', '20s', 900 + 320],
    ['deploy', deploy, '20s', '5m', 900 + 320],
    ['restart', restart, '5m', '20s', 900 + 320],
    ['rollback', rollback, '5m', '20s', 900 + 320],
  ] as const)(
    'the command of a %s has room for both containers to stop, as those of a worker that runs alone',
    async (_, command, before, after, seconds) => {
      const inputs = { 'stop-grace-period': before }
      const parts = { env: {}, secrets: {}, inputs }
      const world = served({ 'stop-grace-period': after }, { fingerprint: { whole: '', proxy: '', parts } })
      world.answer = () => ({ stdout: JSON.stringify({ outcome: 'failed', cause: 'exited' }) })
      await command(world.ctx)
      expect(world.sent[0]?.timeout).toBe(seconds)
    },
  )

  it('a release that turned unhealthy after the cut-over fails the run, which says that it was rolled back', async () => {
    const world = served()
    world.answer = () => ({
      stdout: JSON.stringify({ outcome: 'failed', cause: 'bake-errors', rolledBack: true, serving: 'sha256:old', servingRelease: 'old' }),
    })
    await expect(deploy(world.ctx)).resolves.toMatchObject({
      outcome: 'rolled-back',
      failure: { cause: 'bake-errors' },
      outputs: { 'serving-digest': 'sha256:old' },
    })
    expect(world.records[0]).toMatchObject({ release: 'old', attempt: { outcome: 'rolled-back' } })
  })
})

describe('one run at a time', () => {
  it('waits for another run, names it, and then reads the state again', async () => {
    const world = served({ 'lock-timeout': '1m' })
    world.holders.push({ ...HOLDER, until: world.ctx.clock.now() + 10_000 })
    await expect(deploy(world.ctx)).resolves.toMatchObject({ outcome: 'deployed' })
    expect(world.log).toContain('waiting for run 6 of grace (https://github.com/acme/web/actions/runs/6), which deploys this service')
    expect(world.log).toContain('[Check again what is live]')
    expect(world.holders).toEqual([])
  })

  it('continues with its lease even if it cannot leave the queue', async () => {
    const world = served({ 'lock-timeout': '1m' })
    const held = world.clock.now() + 10_000
    world.holders.push({ ...HOLDER, until: held })
    const queue = {
      ...world.ctx.queue,
      write: async () => {
        if (world.clock.now() >= held) throw new Error('throttled')
        return 2
      },
    }
    await expect(deploy({ ...world.ctx, queue })).resolves.toMatchObject({ outcome: 'deployed' })
    expect(world.log).toContain('It stays in the queue for now: throttled')
    expect(world.holders).toEqual([])
  })

  it('gives up after lock-timeout, and names the holder', async () => {
    const world = served({ 'lock-timeout': '30s' })
    world.holders.push(HOLDER)
    await expect(deploy(world.ctx)).rejects.toMatchObject({ code: 'lock-held', message: expect.stringContaining('run 6 of grace') })
  })

  const DEPLOY = { owner: '5/1/b', command: 'deploy', actor: 'grace', runUrl: '', commit: OLD, beat: 1 } as const

  it('gives up if a deploy of a newer commit also waits, whichever run started first', async () => {
    const world = served()
    world.holders.push(HOLDER)
    world.waiting.push(DEPLOY)
    await expect(deploy(world.ctx)).rejects.toMatchObject({
      code: 'superseded',
      message: "run 5 of grace () also waits to deploy bbbbbbbb, which contains this run's c0ffee00",
    })
  })

  it.each([
    ['of another branch', { relation: 'diverged', other: DEPLOY }],
    ['of the same commit', { relation: 'ahead', other: { ...DEPLOY, commit: COMMIT } }],
    ['of an image that has no commit', { relation: 'ahead', other: { ...DEPLOY, commit: '' } }],
    ['that is a rollback', { relation: 'ahead', other: { ...DEPLOY, command: 'rollback' } }],
  ] as const)('does not give up for a run %s', async (_, { relation, other }) => {
    const world = served({ 'lock-timeout': '1m' })
    world.relation = relation
    world.holders.push({ ...HOLDER, until: world.clock.now() + 10_000 })
    world.waiting.push(other)
    await expect(deploy(world.ctx)).resolves.toMatchObject({ outcome: 'deployed' })
  })

  it.each([
    ['rollback', rollback],
    ['restart', restart],
  ] as const)('a %s never gives up its place', async (command, run) => {
    const world = served({ command, port: '', 'lock-timeout': '1m' })
    world.holders.push({ ...HOLDER, until: world.clock.now() + 10_000 })
    world.waiting.push(DEPLOY)
    await run(world.ctx).catch((error: unknown) => expect(error).not.toMatchObject({ code: 'superseded' }))
    expect(world.sent).not.toEqual([])
  })

  it('releases the lease after a failure, too', async () => {
    const world = served()
    world.buildFails = new Error('x')
    await expect(deploy(world.ctx)).rejects.toThrow('x')
    expect(world.holders).toEqual([])
  })
})

describe('rollback', () => {
  const document = {
    service: { name: 'web', environment: 'production' },
    name: 'older',
    digest: DIGEST,
    image: `r/web@${DIGEST}`,
    login: '',
    commit: 'a'.repeat(40),
    route: { 'http-port': 80, domains: [], 'path-prefix': '/' },
    migration: false,
    runUrl: '',
  }
  const rolledBack = {
    stdout: JSON.stringify({
      outcome: 'rolled-back',
      previous: 'old',
      serving: DIGEST,
      servingRelease: 'older',
      document,
    }),
  }

  it('succeeds, records the live release, and blocks the commit that was rolled back', async () => {
    const world = served({ command: 'rollback' })
    world.answer = () => rolledBack
    await expect(rollback(world.ctx)).resolves.toMatchObject({
      outcome: 'rolled-back',
      outputs: { release: 'older', digest: DIGEST, 'previous-release': 'old', 'serving-digest': DIGEST },
      facts: expect.arrayContaining([['Refused from now on', 'commit bbbbbbbb, until a newer one comes, or allow-rolled-back: true']]),
    })
    expect(world.records[0]).toMatchObject({
      release: 'older',
      previousRelease: 'old',
      blocked: [OLD],
      attempt: { outcome: 'rolled-back' },
    })
    expect(world.sent[0]?.order).toMatchObject({ verb: 'rollback', release: '', base: ['old'] })
  })

  it('records what was recorded of the release before, whatever a host reports', async () => {
    const world = served({ command: 'rollback' })
    world.records.push(aRecord({ release: 'older' }))
    world.answer = () => rolledBack
    await rollback(world.ctx)
    const { image, login, commit } = aRecord()
    expect(world.records[0]).toMatchObject({ release: 'older', image, login, commit })
  })

  it('fails if the host reports another image than the record', async () => {
    const world = served({ command: 'rollback' })
    world.records.push(aRecord({ release: 'older', digest: 'sha256:e' }))
    world.answer = () => rolledBack
    await expect(rollback(world.ctx)).resolves.toMatchObject({ outcome: 'failed', failure: { cause: 'not-serving' } })
    expect(world.records[0]).toMatchObject({ release: 'old', blocked: [], attempt: { outcome: 'failed' } })
  })

  it('warns of a migration in between', async () => {
    const world = served({ command: 'rollback' }, { migration: true })
    world.records.push(aRecord({ release: 'older' }))
    world.answer = () => rolledBack
    await rollback(world.ctx)
    expect(world.log).toContain('warning: Rolled back past old, marked as a migration: check that older understands the data.')
  })

  it('fails if the host does not know the release, and blocks nothing', async () => {
    const world = served({ command: 'rollback', release: 'aaaaaaaa-bbbbbbbb' }, { attempt: anAttempt() })
    world.answer = () => ({
      stdout: JSON.stringify({ outcome: 'failed', cause: 'release-not-found', serving: 'sha256:old', servingRelease: 'old' }),
    })
    await expect(rollback(world.ctx)).resolves.toMatchObject({ outcome: 'failed', failure: { cause: 'release-not-found' } })
    expect(world.records[0]).toMatchObject({ release: 'old', blocked: [], attempt: { outcome: 'failed' } })
  })

  it('trusts the host if a killed run left the record outdated', async () => {
    const world = served({ command: 'rollback' })
    let first = true
    world.answer = () => {
      if (!first) return rolledBack
      first = false
      return { stdout: JSON.stringify({ outcome: 'failed', cause: 'concurrent-release', detail: 'unrecorded abc' }) }
    }
    await expect(rollback(world.ctx)).resolves.toMatchObject({ outcome: 'rolled-back' })
    expect(world.sent.map((command) => field(command, 'base'))).toEqual([['old'], ['unrecorded']])
  })

  it('works without a record, too: the host knows what it serves', async () => {
    const world = aWorld({ command: 'rollback' })
    world.hosts.push(aHost())
    world.answer = () => rolledBack
    await expect(rollback(world.ctx)).resolves.toMatchObject({ outcome: 'rolled-back' })
    expect(world.sent[0]?.order).toMatchObject({ base: ['*'] })
  })

  it('is refused if nothing is deployed', async () => {
    await expect(rollback(aWorld({ command: 'rollback' }).ctx)).rejects.toMatchObject({ code: 'refused' })
  })
})
