import { describe, expect, it } from '@jest/globals'
import { deploy } from '../../src/commands/deploy.ts'
import { plan } from '../../src/commands/plan.ts'
import { rollback } from '../../src/commands/rollback.ts'
import type { ServiceStatus } from '../../src/domain/rollout/result.ts'
import { Cancelled } from '../../src/errors.ts'
import type { Clock } from '../../src/ports/clock.ts'
import { aHost, aRecord, COMMIT, DIGEST, SERVICE } from '../fakes/samples.ts'
import { GRACE } from '../fakes/lease.ts'
import { nextJob } from '../fakes/next-job.ts'
import { aWorld } from '../fakes/world.ts'
import type { World } from '../fakes/world.ts'

const OLD = 'b'.repeat(40)
const PULL_REQUEST = { GITHUB_REF: 'refs/pull/7/merge' }

function served(inputs: Readonly<Record<string, string>> = {}, changes: Parameters<typeof aRecord>[0] = {}, env = {}): World {
  const world = aWorld({ ...inputs }, env)
  world.hosts.push(aHost())
  world.addresses = ['203.0.113.7']
  world.records.push(aRecord({ commit: OLD, release: 'bbbbbbbb-00000000', digest: 'sha256:old', ...changes }))
  return world
}

async function approved(world: World): Promise<{ 'plan-hash': string }> {
  return { 'plan-hash': (await plan({ ...world.ctx })).outputs['plan-hash'] ?? '' }
}

describe('plan', () => {
  it('shows what would be done, and does nothing', async () => {
    const world = aWorld({ command: 'plan' })
    const report = await plan(world.ctx)
    expect(report).toMatchObject({
      outcome: 'planned',
      headline: 'web (production): deploy would launch a t3.small and release commit c0ffee00',
      outputs: { 'plan-hash': expect.stringMatching(/^v1\..*\.none$/), cause: '' },
      plan: { verdict: 'changes' },
    })
    expect(report.failure).toBeUndefined()
    expect(world.done).toEqual([])
    expect(world.sent).toEqual([])
    expect(world.log).toContain(
      'Cost: about $20 a month: instance t3.small $15, gp3 volume of 16 GiB $1.28, public IPv4 address $3.65; list prices in us-east-1 of 2025-03-02, without traffic',
    )
  })

  it.each([
    [
      { 'max-monthly-cost': '20' },
      'the hosts would cost about $20.11 a month by list prices of 2025-03-02, more than max-monthly-cost: 20',
    ],
    [
      { 'max-monthly-cost': '50', instances: '3' },
      'the hosts would cost about $60.34 a month by list prices of 2025-03-02, more than max-monthly-cost: 50',
    ],
    [
      { 'max-monthly-cost': '50', 'instance-type': 'g6.xlarge' },
      'max-monthly-cost is $50, but no price is known for g6.xlarge in us-east-1',
    ],
  ])('and deploy refuse %j before anything is made', async (inputs, reason) => {
    const world = aWorld({ command: 'plan', ...inputs })
    const report = await plan(world.ctx)
    expect(report).toMatchObject({ outcome: 'refused', outputs: { 'plan-hash': '' } })
    expect(report.headline).toContain(reason)
    await expect(deploy(world.ctx)).rejects.toThrow(reason)
    expect(world.done).toEqual([])
  })

  it('accepts a configuration below the limit', async () => {
    const limit = { 'max-monthly-cost': '20.2' }
    expect(await plan(aWorld({ command: 'plan', ...limit }).ctx)).toMatchObject({ outcome: 'planned' })
    const world = aWorld(limit)
    expect(await deploy(world.ctx)).toMatchObject({ outcome: 'deployed' })
    const same = aWorld({ command: 'plan', ...limit, instances: '2' })
    same.hosts.push(...world.hosts)
    expect((await plan(same.ctx)).headline).toContain('about $40.23 a month')
  })

  it('shows an approver how the last runs ended, if the record has a history', async () => {
    const world = served({ command: 'plan', 'canary-steps': '10%:60s' })
    expect(await plan(world.ctx)).toMatchObject({ plan: { evidence: { history: [{ actor: 'ada' }], canary: { steps: [{ share: 10 }] } } } })
    expect(world.log).toContain('Last runs: the last one: deployed at 2026-11-23 12:00 UTC by ada')
    const frozen = served({ command: 'plan' })
    const [record] = frozen.records
    const attempt = { ...record!.attempt, outcome: 'frozen' } as const
    const history = async () => [{ ...record!, attempt }, record!]
    expect(await plan({ ...frozen.ctx, records: { ...frozen.ctx.records, history } })).toMatchObject({
      plan: { evidence: { history: [{ outcome: 'deployed' }] } },
    })
    const records = { ...world.ctx.records, history: () => Promise.reject(new Error('not allowed')) }
    expect(await plan({ ...world.ctx, records })).toMatchObject({ outcome: 'planned', plan: { evidence: { history: [] } } })
  })

  it.each<[string, World, string]>([
    ['an older commit', Object.assign(served(), { relation: 'behind' }), 'commit c0ffee00 is older than bbbbbbbb, which is live'],
    ['a blocked commit', served({}, { blocked: [COMMIT] }), 'commit c0ffee00 was rolled back'],
    [
      'another type of host',
      served({ 'instance-type': 'm7i.large' }),
      'i-0123456789abcdef0 does not match the inputs, which need a new host: instance-type is t3.small, not m7i.large',
    ],
    [
      "a volume of the action's own folders",
      served({ volumes: '/run/docker-to-ec2/proxy:/proxy' }),
      'volumes: /run/docker-to-ec2/proxy is a folder that this action uses on the host',
    ],
    [
      'a role that no container reaches',
      served({ 'host-role': 'true' }),
      'host-role: the metadata service of i-0123456789abcdef0 answers no container, because its hop limit is 1',
    ],
  ])('fails for %s with the same message as a deploy, and still shows the rest', async (_, world, reason) => {
    const report = await plan(world.ctx)
    expect(report).toMatchObject({
      outcome: 'refused',
      failure: { cause: 'refused', sentence: reason },
      outputs: { cause: 'refused', 'plan-hash': '' },
      plan: { verdict: 'refused', refusals: [{ reason }] },
    })
    await expect(deploy(world.ctx)).rejects.toMatchObject({ code: 'refused', message: reason })
  })

  it.each([
    ['for an older commit', { relation: 'behind' as const }, { 'allow-downgrade': 'true' }],
    ['for a commit of another branch', { relation: 'diverged' as const }, {}],
  ])('succeeds %s, like the deploy', async (_, world, inputs) => {
    await expect(plan(Object.assign(served(inputs), world).ctx)).resolves.toMatchObject({ outcome: 'planned' })
  })

  it('finds an unsuitable subnet or machine image before a deploy would', async () => {
    const world = aWorld({ command: 'plan', ami: 'ami-0123456789abcdef0', 'instance-type': 't4g.small' })
    await expect(plan(world.ctx)).rejects.toMatchObject({ code: 'wrong-architecture' })
  })
})

describe('the hosts, in a plan', () => {
  const says = (world: World, status: Partial<ServiceStatus>, services = ['web.production']) => {
    const blank = { release: '', serving: '', running: true, healthy: true, startedAt: '', releases: [] }
    const answer = {
      outcome: 'status',
      services: services.map((service) => ({ ...blank, service, ...status })),
      docker: '28',
      diskFreeBytes: 1,
    }
    world.asked = { kind: 'asked', answers: [{ hostId: 'i-0123456789abcdef0', stdout: JSON.stringify(answer) }] }
  }
  const LIVE = { release: 'bbbbbbbb-00000000', serving: 'sha256:old' }

  it('are asked, where they serve', async () => {
    const world = served()
    says(world, LIVE)
    const { outputs } = await plan(world.ctx)
    expect(world.log).toContain('Hosts: serve what is recorded')
    expect(JSON.parse(outputs['plan'] ?? '')).toMatchObject({ drift: [] })
    expect(world.sent).toEqual([])
  })

  it.each<[string, Partial<ServiceStatus>, string[] | undefined, string]>([
    [
      'serve something else',
      { release: 'other', serving: 'sha256:x' },
      undefined,
      'the host serves other, but bbbbbbbb-00000000 is recorded',
    ],
    ['serve nothing of it', {}, [], 'the host serves nothing, but bbbbbbbb-00000000 is recorded'],
    ['found something themselves', { ...LIVE, drift: ['the proxy is gone'] }, undefined, 'the proxy is gone'],
  ])('that %s are reported, with the command that fixes it', async (_, status, services, words) => {
    const world = served()
    says(world, status, services)
    await plan(world.ctx)
    expect(world.log).toContain(`Hosts: ${words}; command: deploy fixes it`)
  })

  it('turn a deploy of the recorded release into one with changes', async () => {
    const world = served()
    await deploy(world.ctx)
    await expect(plan(world.ctx)).resolves.toMatchObject({ plan: { verdict: 'unchanged' } })
    says(world, { release: 'other', serving: 'sha256:x' })
    const { headline, outputs } = await plan(world.ctx)
    expect(headline).toBe(`web (production): deploy would return the hosts to ${outputs['release']}`)
    expect(JSON.parse(outputs['plan'] ?? '')).toMatchObject({ verdict: 'changes', drift: [expect.stringContaining('serves other')] })
  })

  it('that do not answer do not prevent the plan, which says that it relies on the record only', async () => {
    const world = served()
    const { outputs } = await plan(world.ctx)
    expect(world.log).toContain('Hosts: not asked, planned from the record only: there is no document')
    expect(JSON.parse(outputs['plan'] ?? '')).toMatchObject({ verdict: 'changes', drift: null })
  })

  it('are not asked if none of them serves', async () => {
    const world = aWorld({ command: 'plan' })
    await plan(world.ctx)
    expect(world.done).toEqual([])
    expect(world.log.join()).not.toContain('Hosts:')
  })
})

describe('plan-comment', () => {
  it('puts the plan on the pull request', async () => {
    const world = served({ command: 'plan', 'plan-comment': 'true' }, {}, PULL_REQUEST)
    await plan(world.ctx)
    expect(world.comments).toMatchObject([{ number: 7, marker: '<!-- docker-to-ec2 plan web.production -->' }])
    expect(world.comments[0]?.body).toContain('deploy would release commit c0ffee00')
  })

  it('puts a refused plan there, too', async () => {
    const world = Object.assign(served({ command: 'plan', 'plan-comment': 'true' }, {}, PULL_REQUEST), { relation: 'behind' as const })
    await plan(world.ctx)
    expect(world.comments[0]?.body).toContain('✋')
  })

  it.each([
    ['outside of a pull request', {}, undefined, 'does not belong to a pull request'],
    ['when GitHub refuses', PULL_REQUEST, new Error('Resource not accessible by integration'), 'Resource not accessible by integration'],
  ])('is a warning %s', async (_, env, commentFails, words) => {
    const world = Object.assign(served({ command: 'plan', 'plan-comment': 'true' }, {}, env), { commentFails })
    await expect(plan(world.ctx)).resolves.toMatchObject({ outcome: 'planned' })
    expect(world.log.find((line) => line.startsWith('warning: plan-comment'))).toContain(words)
  })

  it('still ends with the cancellation of the run', async () => {
    const world = Object.assign(served({ command: 'plan', 'plan-comment': 'true' }, {}, PULL_REQUEST), { commentFails: new Cancelled() })
    await expect(plan(world.ctx)).rejects.toBeInstanceOf(Cancelled)
  })
})

describe('deploy with plan-hash', () => {
  it('deploys what was planned, and can be rerun', async () => {
    const world = served()
    const hash = await approved(world)
    const first = nextJob(world, hash)
    await expect(deploy(first.ctx)).resolves.toMatchObject({ outcome: 'deployed' })
    await expect(deploy(nextJob(first, hash).ctx)).resolves.toMatchObject({ outcome: 'deployed' })
  })

  it('deploys the plan of a first deploy', async () => {
    const world = aWorld()
    await expect(deploy(nextJob(world, await approved(world)).ctx)).resolves.toMatchObject({ outcome: 'deployed' })
  })

  it('deploys the plan of a guest on a host without an Elastic IP', async () => {
    const world = aWorld({ 'instance-id': 'i-0123456789abcdef0' })
    world.hosts.push(aHost({ madeFor: { name: 'other', environment: 'production' }, elasticIp: false }))
    const inputs = { 'instance-id': 'i-0123456789abcdef0', ...(await approved(world)) }
    const first = nextJob(world, inputs)
    await expect(deploy(first.ctx)).resolves.toMatchObject({ outcome: 'deployed' })
    const again = nextJob(first, inputs)
    await expect(plan(again.ctx)).resolves.toMatchObject({ plan: { verdict: 'unchanged' } })
    await expect(deploy(again.ctx)).resolves.toMatchObject({ outcome: 'deployed' })
  })

  it('is refused before any change, with the next step, if another release serves', async () => {
    const world = served()
    const job = nextJob(world, await approved(world))
    job.records.unshift(aRecord({ release: 'dddddddd-00000000', actor: 'grace', runUrl: 'https://github.com/acme/web/actions/runs/8' }))
    await expect(deploy(job.ctx)).rejects.toMatchObject({
      code: 'plan-changed',
      message:
        'this is not the plan that was approved: what serves: approved over bbbbbbbb-00000000; now dddddddd-00000000 serves, deployed by grace in https://github.com/acme/web/actions/runs/8',
      hint: expect.stringContaining('to plan and approve again'),
    })
    expect(job.done).toEqual([])
  })

  it('is refused if the host serves a release that is not in the record', async () => {
    const world = served()
    const job = nextJob(world, await approved(world))
    job.answer = () => ({
      stdout: JSON.stringify({ outcome: 'failed', cause: 'concurrent-release', detail: `newer ${'d'.repeat(40)}` }),
    })
    await expect(deploy(job.ctx)).rejects.toMatchObject({ code: 'plan-changed', message: expect.stringContaining('the host serves newer') })
    expect(job.sent).toHaveLength(1)
  })

  it('is refused if a run that it waited for has deployed something else', async () => {
    const world = served()
    const job = nextJob(world, await approved(world))
    job.holders.push({
      ...GRACE,
      until: job.ctx.clock.now() + 3000,
    })
    const clock: Clock = {
      ...job.ctx.clock,
      sleep: async (ms) => {
        job.records.unshift(aRecord({ release: 'dddddddd-00000000' }))
        await job.ctx.clock.sleep(ms)
      },
    }
    await expect(deploy({ ...job.ctx, clock })).rejects.toMatchObject({ code: 'plan-changed' })
  })
})

describe('the record', () => {
  it("keeps the names of the live release's variables, and no value", async () => {
    const world = served({ env: 'LOG_LEVEL=the-value' })
    await deploy(world.ctx)
    expect(Object.keys(world.records[0]?.fingerprint?.parts?.['env'] ?? {})).toEqual(['LOG_LEVEL'])
    expect(JSON.stringify(world.records[0])).not.toContain('the-value')
    const report = await plan(nextJob(world, { command: 'plan', env: 'OTHER=1' }).ctx)
    expect(report.plan?.configuration).toMatchObject({ env: { added: ['OTHER'], removed: ['LOG_LEVEL'] } })
  })

  it('gets the names back with the release that a rollback returns to', async () => {
    const fingerprint = { whole: '12345678', proxy: '12345678' }
    const world = served({ command: 'rollback' })
    world.records.push(aRecord({ release: 'earlier', fingerprint }))
    const document = {
      service: SERVICE,
      name: 'earlier',
      digest: DIGEST,
      image: `r/web@${DIGEST}`,
      login: '',
      commit: OLD,
      route: { 'http-port': 80, domains: [], 'path-prefix': '/' },
    }
    world.answer = () => ({
      stdout: JSON.stringify({
        outcome: 'rolled-back',
        previous: 'bbbbbbbb-00000000',
        serving: DIGEST,
        document,
      }),
    })
    await rollback(world.ctx)
    expect(world.records[0]).toMatchObject({ release: 'earlier', fingerprint })
  })
})
