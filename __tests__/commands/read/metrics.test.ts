import { describe, expect, it } from '@jest/globals'
import { deploy } from '../../../src/commands/deploy.ts'
import { metrics } from '../../../src/commands/read/metrics.ts'
import { DeployError } from '../../../src/errors.ts'
import { pastDeployment } from '../../fakes/past-deployment.ts'
import { aHost, anAttempt, aRecord, COMMIT } from '../../fakes/samples.ts'
import { aWorld } from '../../fakes/world.ts'
import type { World } from '../../fakes/world.ts'
import { HOUR } from '../../../src/domain/duration.ts'

/** Records of an environment, newest first: one each hour, and the newest an hour ago. Each took a minute, and its commit is half an hour older. */
function recordsOf(world: World, environment: string, count: number): void {
  const versions = Array.from({ length: count }, (_, at) => {
    const ended = world.clock.now() - (at + 1) * HOUR
    const release = `r-${count - at}`
    const times = { at: new Date(ended).toISOString(), seconds: 60, committedAt: new Date(ended - HOUR / 2).toISOString() }
    const attempt = anAttempt({ release, commit: `c-${count - at}`, command: 'deploy', served: 60, reached: 60, ...times })
    return aRecord({ environment, release, version: count - at, attempt })
  })
  world.records.push(...versions)
}

function measuring(inputs: Readonly<Record<string, string>> = {}): World {
  return aWorld({ command: 'metrics', port: '', ...inputs })
}

const told = (text: string | undefined) =>
  JSON.parse(text ?? '') as { environments: { environment: string; cut: boolean; metrics: Record<string, object> }[] }

describe('metrics', () => {
  it('gives the metrics of the environment as outputs, and those of all in the JSON', async () => {
    const world = measuring()
    recordsOf(world, 'production', 8)
    recordsOf(world, 'staging', 2)
    const { outcome, outputs, headline } = await metrics(world.ctx)
    expect(outcome).toBe('reported')
    expect(headline).toBe('web (production): releases 8 a day, lead time 30 min, failure rate 0%; too few samples for the others')
    expect(outputs).toMatchObject({ 'deployment-frequency': '8', 'lead-time': '1800', 'change-failure-rate': '0' })
    expect(outputs).not.toHaveProperty('recovery-time')
    expect(told(outputs['metrics']).environments).toMatchObject([
      { environment: 'production', metrics: { leadTime: { value: 1800, median: 1800, samples: 8 } } },
      { environment: 'staging', metrics: { leadTime: { value: null, samples: 2 }, recoveryTime: { value: null, samples: 0 } } },
    ])
  })

  describe("with GitHub's deployments", () => {
    const cut = (world: World, count: number) => {
      recordsOf(world, 'production', count)
      world.records.forEach((record, at) => world.records.splice(at, 1, { ...record, version: (record.version ?? 0) + 100 }))
    }
    /** Deploys of a minute, an hour apart; the newest so many hours ago. */
    const past = (world: World, hours: number, count: number) =>
      Array.from({ length: count }, (_, at) => {
        const start = world.clock.now() - (hours + at) * HOUR
        return pastDeployment({ id: 900 - at, startedAt: new Date(start).toISOString(), release: `g-${at}` })
      })

    it('counts deployments older than the records, and none twice', async () => {
      const world = measuring()
      cut(world, 5)
      world.past = { deployments: past(world, 1, 10), complete: true }
      const { outputs } = await metrics(world.ctx)
      const [production] = told(outputs['metrics']).environments
      expect(production).toMatchObject({ cut: false, metrics: { deploymentFrequency: { samples: 10 } } })
    })

    it('counts them after the records were destroyed', async () => {
      const world = measuring()
      world.past = { deployments: past(world, 1, 6), complete: true }
      expect((await metrics(world.ctx)).outputs).toMatchObject({ 'deployment-frequency': '6' })
    })

    it('an incident blames the release that they show as live', async () => {
      const world = measuring({ 'incident-label': 'incident' })
      cut(world, 3)
      world.past = { deployments: past(world, 10, 4), complete: true }
      const openedAt = world.clock.now() - 9.5 * HOUR
      world.incidents.push({ number: 1, url: 'https://github.com/acme/web/issues/1', openedAt, closedAt: openedAt + HOUR })
      expect((await metrics(world.ctx)).outputs).toMatchObject({ 'change-failure-rate': '0.142857' })
    })

    it('does not request them if the records cover the window', async () => {
      const world = measuring({ window: '1d' })
      recordsOf(world, 'production', 30)
      world.past = new Error('asked')
      await metrics(world.ctx)
      expect(world.log.join()).not.toContain('asked')
    })

    it('warns that they are missing if GitHub does not answer', async () => {
      const world = measuring()
      cut(world, 6)
      world.past = new DeployError('not-allowed', 'the token cannot read deployments', { hint: 'Give the job `deployments: read`.' })
      expect((await metrics(world.ctx)).outputs).toMatchObject({ 'deployment-frequency': '6' })
      expect(world.log).toContain(
        "warning: production: counted from its records alone, without GitHub's older deployments: the token cannot read deployments. Give the job `deployments: read`.",
      )
    })
  })

  it('does not warn if the records go back to the first deploy', async () => {
    const world = measuring()
    recordsOf(world, 'production', 6)
    world.past = new Error('there is no github-token')
    await metrics(world.ctx)
    expect(world.log.filter((line) => line.startsWith('warning'))).toEqual([])
  })

  it('changes nothing, takes no lease and asks no host', async () => {
    const world = measuring()
    recordsOf(world, 'production', 3)
    const before = structuredClone(world.records)
    await metrics(world.ctx)
    expect([world.records, world.done, world.sent, world.holders]).toEqual([before, [], [], []])
  })

  it('says that nothing is deployed', async () => {
    expect(await metrics(measuring().ctx)).toMatchObject({ headline: 'web (production): nothing is deployed yet', outcome: 'reported' })
  })

  it('leaves services of other names, and previews, alone', async () => {
    const world = measuring()
    recordsOf(world, 'production', 1)
    world.records.push(aRecord({ service: 'other', environment: 'qa' }))
    world.records.push(aRecord({ environment: 'pr-12', preview: { number: 12, repository: 'acme/web' } }))
    const { outputs } = await metrics(world.ctx)
    expect(told(outputs['metrics']).environments.map(({ environment }) => environment)).toEqual(['production'])
  })

  it('says that an environment is missing whose record cannot be read', async () => {
    const world = measuring()
    recordsOf(world, 'production', 1)
    world.unreadable.push({ name: 'web', environment: 'staging' }, { name: 'api', environment: 'staging' })
    await metrics(world.ctx)
    expect(world.log.filter((line) => line.includes('cannot be read'))).toEqual([
      'warning: staging: its record cannot be read, so the metrics are without it',
    ])
  })

  it('counts the last run of an environment whose history it cannot read, and says so', async () => {
    const world = measuring()
    recordsOf(world, 'production', 1)
    recordsOf(world, 'staging', 6)
    world.denied.add('staging')
    const { outputs } = await metrics(world.ctx)
    expect(told(outputs['metrics']).environments[1]).toMatchObject({ metrics: { deploymentFrequency: { samples: 1 } } })
    expect(world.log).toContain('warning: staging: this role cannot read its history, so only its last run counts')
  })

  it('fails if it cannot read the history of its own environment', async () => {
    const world = measuring()
    world.denied.add('production')
    await expect(metrics(world.ctx)).rejects.toMatchObject({ code: 'not-allowed' })
  })

  it('counts incidents of its own environment', async () => {
    const world = measuring({ 'incident-label': 'incident', window: '7d' })
    recordsOf(world, 'production', 6)
    recordsOf(world, 'staging', 6)
    const openedAt = world.clock.now() - 90 * 60_000
    world.incidents.push({ number: 3, url: 'https://github.com/acme/web/issues/3', openedAt, closedAt: openedAt + HOUR })
    const { outputs } = await metrics(world.ctx)
    expect(world.done).toEqual([`issues with incident since ${new Date(world.clock.now() - 7 * 24 * HOUR).toISOString()}`])
    expect(outputs['change-failure-rate']).toBe(String(Number((1 / 6).toPrecision(6))))
    expect(told(outputs['metrics']).environments[1]).toMatchObject({ metrics: { changeFailureRate: { value: 0 } } })
  })

  it('continues without incidents if GitHub does not answer, and says so', async () => {
    const world = measuring({ 'incident-label': 'incident' })
    recordsOf(world, 'production', 6)
    world.incidentsFail = new Error('403')
    expect(await metrics(world.ctx)).toMatchObject({ outputs: { 'change-failure-rate': '0' } })
    expect(world.log).toContain('warning: Without the issues with the label incident, which GitHub does not tell: 403')
  })

  it('writes the page, the JSON and a badge for each metric below the workspace', async () => {
    const world = measuring({ 'metrics-path': 'public/metrics' })
    recordsOf(world, 'production', 6)
    await metrics(world.ctx)
    const names = ['deployment-frequency', 'lead-time', 'change-failure-rate', 'recovery-time']
    const paths = ['index.html', 'metrics.json', ...names.map((name) => `badges/production/${name}.svg`)]
    expect([...world.files.keys()]).toEqual(paths.map((path) => `${world.ctx.config.job.workspace}/public/metrics/${path}`))
  })

  it.each(['/etc', '../out', 'a/../../b', '.', 'a/..'])('takes no folder outside of the workspace: %s', (path) => {
    expect(() => measuring({ 'metrics-path': path })).toThrow('metrics-path')
  })
})

describe('what a deploy records', () => {
  it('has what the metrics need', async () => {
    const world = aWorld()
    world.hosts.push(aHost())
    const { answer } = world
    const steps = [
      { name: 'health', ms: 900 },
      { name: 'cut-over', ms: 100 },
      { name: 'bake', ms: 5000 },
    ]
    world.answer = (command, hostId) => {
      const usual = answer(command, hostId)
      return { ...usual, stdout: JSON.stringify({ ...JSON.parse(usual.stdout?.split('\n')[0] ?? '{}'), steps }) }
    }
    await deploy(world.ctx)
    expect(world.records[0]?.attempt).toMatchObject({
      command: 'deploy',
      commit: COMMIT,
      committedAt: '2026-01-02T03:04:05.000Z',
      reached: expect.any(Number),
      served: expect.any(Number),
    })
  })
})
