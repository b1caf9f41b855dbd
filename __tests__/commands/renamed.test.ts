import { describe, expect, it } from '@jest/globals'
import { deploy } from '../../src/commands/deploy.ts'
import { destroy } from '../../src/commands/destroy.ts'
import { freeze } from '../../src/commands/freeze.ts'
import { doctor } from '../../src/commands/read/doctor.ts'
import { logs } from '../../src/commands/read/logs.ts'
import { metrics } from '../../src/commands/read/metrics.ts'
import { plan } from '../../src/commands/plan.ts'
import { promote } from '../../src/commands/promote.ts'
import { restart } from '../../src/commands/restart.ts'
import { rollback } from '../../src/commands/rollback.ts'
import { schedule } from '../../src/commands/schedule.ts'
import { steer } from '../../src/commands/steer.ts'
import { sweep } from '../../src/commands/sweep.ts'
import { status } from '../../src/commands/read/status.ts'
import type { Command } from '../../src/domain/command.ts'
import type { Context } from '../../src/context.ts'
import { DeployError } from '../../src/errors.ts'
import { reportOfError } from '../../src/report/explain.ts'
import type { Report } from '../../src/report/parts/report.ts'
import { aHost } from '../fakes/samples.ts'
import { aWorld } from '../fakes/world.ts'
import type { World } from '../fakes/world.ts'

const COMMANDS: readonly (readonly [Command, (ctx: Context) => Promise<Report>])[] = [
  ['deploy', deploy],
  ['plan', plan],
  ['rollback', rollback],
  ['restart', restart],
  ['status', status],
  ['logs', logs],
  ['freeze', freeze],
  ['schedule', schedule],
  ['steer', steer],
  ['metrics', metrics],
  ['sweep', sweep],
  ['destroy', destroy],
]
const NEEDED: Partial<Record<Command, Ran['inputs']>> = {
  freeze: { reason: 'a sale' },
  logs: { 'allow-public-logs': 'true' },
  schedule: { schedule: 'weekdays 8-19 Europe/Berlin' },
  steer: { steer: 'abort' },
}
/** What only reads can read the service of another repository; a preview is recognized by its own mark. */
const TOUCHES = COMMANDS.filter(([command]) => !['status', 'logs', 'metrics', 'sweep'].includes(command))

/** A run of the repository with this name and number, after those that left these records. */
function run(repository: string, id: string, { records = [], inputs = {} }: Partial<Ran> = {}): World {
  const world = aWorld(inputs, { GITHUB_REPOSITORY: repository, GITHUB_REPOSITORY_ID: id })
  world.records.push(...records)
  return world
}

interface Ran {
  readonly records: World['records']
  readonly inputs: Readonly<Record<string, string>>
}

/** What acme/web, number 4711, has deployed. */
async function deployed(inputs: Ran['inputs'] = {}): Promise<World['records']> {
  const world = run('acme/web', '4711', { inputs })
  await deploy(world.ctx)
  return world.records
}

function only(command: Command, inputs: Ran['inputs'] = {}): Ran['inputs'] {
  return { command, ...NEEDED[command], ...inputs }
}

async function outcomeOf(act: (ctx: Context) => Promise<Report>, world: World): Promise<Report> {
  return act(world.ctx).catch(reportOfError)
}

function wordsOf({ failure, headline, plan: planned }: Report): string {
  return JSON.stringify([headline, failure, planned])
}

describe('a repository that was renamed or transferred', () => {
  it.each(COMMANDS)('%s names both ways instead of beginning another service, or finding nothing', async (command, act) => {
    const world = run('umbrella/shop', '4711', { records: await deployed(), inputs: only(command) })
    const report = await outcomeOf(act, world)
    expect(report.outcome).toBe('refused')
    expect(wordsOf(report)).toContain('nothing is deployed as shop (production), but it deployed web (production) under its former name')
    expect(wordsOf(report)).toContain('service: web in every step')
    expect(wordsOf(report)).toContain('service: shop to begin another service')
    expect(world.done.filter((line) => /launch|terminate|build/.test(line))).toEqual([])
  })

  it('hears of it from doctor', async () => {
    const { checks } = await doctor(run('acme/shop', '4711', { records: await deployed(), inputs: { command: 'doctor' } }).ctx)
    const [hosts] = checks?.filter(({ area }) => area === 'Hosts') ?? []
    expect(hosts).toMatchObject({ state: 'failed', fix: expect.stringContaining('service: web') })
  })

  it('has its former name said, too, if it promotes', async () => {
    const inputs = { command: 'promote', 'promote-from': 'staging', port: '' }
    const report = await outcomeOf(promote, run('acme/shop', '4711', { records: await deployed({ environment: 'staging' }), inputs }))
    expect(report.outcome).toBe('refused')
    expect(wordsOf(report)).toContain('nothing is deployed as shop (staging), but it deployed web (staging) under its former name')
  })

  it('continues with the name that it sets, or begins another service with its new one', async () => {
    const records = await deployed()
    const continued = run('acme/shop', '4711', { records, inputs: { service: 'web' } })
    continued.hosts.push(aHost())
    expect(await deploy(continued.ctx)).toMatchObject({ outcome: 'deployed' })
    expect(await deploy(run('acme/shop', '4711', { records, inputs: { service: 'shop' } }).ctx)).toMatchObject({ outcome: 'deployed' })
  })

  it('is recognized in another environment, and after deploys that name the service', async () => {
    const records = await deployed({ rebuild: 'true', environment: 'staging' })
    const named = run('acme/shop', '4711', { records, inputs: { service: 'web', environment: 'staging', 'http-port': '81' } })
    await deploy(named.ctx)
    expect(named.records.length).toBeGreaterThan(records.length)
    const report = await outcomeOf(deploy, run('acme/shop', '4711', { records: named.records }))
    expect(wordsOf(report)).toContain('it deployed web (staging)')
  })

  it('is not recognized by a name that an input gave, a number of another server, or without a number', async () => {
    const cases: readonly World[] = [
      run('acme/shop', '4711', { records: await deployed({ service: 'worker' }) }),
      run('acme/shop', '4712', { records: await deployed() }),
      run('acme/shop', '', { records: await deployed() }),
      aWorld({}, { GITHUB_REPOSITORY: 'acme/shop', GITHUB_REPOSITORY_ID: '4711', GITHUB_SERVER_URL: 'https://ghe.example.com' }),
    ]
    cases[3]?.records.push(...(await deployed()))
    for (const world of cases) expect(await outcomeOf(deploy, world)).toMatchObject({ outcome: 'deployed' })
  })

  it('is deployed if the role cannot read the records of others', async () => {
    const world = run('acme/shop', '4711', { records: await deployed() })
    world.ctx.records.list = () => Promise.reject(new DeployError('not-allowed', 'ssm:DescribeParameters is denied'))
    expect(await deploy(world.ctx)).toMatchObject({ outcome: 'deployed' })
  })

  it('costs no request as long as something of the service is there', async () => {
    const world = run('acme/web', '4711', { records: await deployed() })
    world.hosts.push(aHost())
    world.ctx.records.list = () => Promise.reject(new Error('asked'))
    expect(await deploy(world.ctx)).toMatchObject({ outcome: 'deployed' })
  })
})

describe('a repository with the name of another one', () => {
  it.each(TOUCHES)('%s does not touch its service', async (command, act) => {
    const world = run('bob/web', '1', { records: await deployed(), inputs: only(command) })
    world.hosts.push(aHost())
    const report = await outcomeOf(act, world)
    expect(report.outcome).toBe('refused')
    expect(wordsOf(report)).toContain('web (production) belongs to another repository')
    expect(world.sent).toEqual([])
  })

  it.each([
    ['promote', promote],
    ['plan', plan],
  ] as const)('%s does not take a release from its service', async (command, act) => {
    const inputs = { command, 'promote-from': 'staging', port: '' }
    const world = run('bob/web', '1', { records: await deployed({ environment: 'staging' }), inputs })
    const report = await outcomeOf(act, world)
    expect(report.outcome).toBe('refused')
    expect(wordsOf(report)).toContain('web (staging) belongs to another repository')
  })

  it('takes it over if it says so', async () => {
    const records = await deployed()
    const world = run('bob/web', '1', { records, inputs: { service: 'web', 'http-port': '81' } })
    world.hosts.push(aHost())
    expect(await deploy(world.ctx)).toMatchObject({ outcome: 'deployed' })
    expect(world.records[0]).not.toHaveProperty('namedAfter')
  })
})
