import { describe, expect } from '@jest/globals'
import type { HostHandle } from '../../local/host/host.ts'
import { stretched } from '../../local/machine/patience.ts'
import type { ActionRun } from '../../local/runner/runner.ts'
import type { HostLine } from '../../src/report/parts/report.ts'
import { reached } from './support/reached.ts'
import { ended, errorOf, openBed, visit } from './support/test-bed.ts'
import type { Bed } from './support/test-bed.ts'
import { HALF, running, splitOn } from './support/on-host.ts'
import { beforeEach, given, it } from './support/test.ts'
import { commitOf, short } from '../fakes/short-commit.ts'

const ALARM = 'web 5xx'

let bed: Bed
let good: ActionRun
let hosts: HostHandle[]
let urls: string[]

const deploy = (inputs: Record<string, string> = {}): Promise<ActionRun> =>
  bed.act({ instances: '3', 'bake-time': '1s', alarms: ALARM, ...inputs })
const linesOf = (run: ActionRun): HostLine[] => JSON.parse(run.outputs['hosts'] ?? '[]') as HostLine[]
const versions = () => Promise.all(urls.map((url) => visit(url)))
const splits = (): Promise<string[]> => Promise.all(hosts.map(splitOn))
const becomes = (StateValue: string) =>
  bed.cloud.observe('monitoring', 'SetAlarmState', { AlarmName: ALARM, StateValue, StateReason: 'five errors' })
/** Another run. */
const steer = (kind: string): Promise<ActionRun> =>
  bed.act({ command: 'steer', port: undefined, steer: kind }, { env: { GITHUB_ACTOR: 'grace', GITHUB_RUN_ID: '77' } })

const served = given(async () => {
  bed = await openBed()
  const metric = { MetricName: 'errors', Namespace: 'web', Statistic: 'Sum', Period: 60, EvaluationPeriods: 1, Threshold: 1 }
  await bed.cloud.observe('monitoring', 'PutMetricAlarm', { AlarmName: ALARM, ComparisonOperator: 'GreaterThanThreshold', ...metric })
  await becomes('OK')
  good = ended(await deploy(), 'deployed')
  hosts = await Promise.all(linesOf(good).map(({ id }) => bed.cloud.host(id)))
  urls = linesOf(good).map(({ url }) => url)
})
beforeEach(async () => {
  await served()
  await becomes('OK')
  await bed.commit()
})

async function expectEverywhere(run: ActionRun): Promise<void> {
  expect(await versions()).toEqual([commitOf(run), commitOf(run), commitOf(run)])
  expect(await splits()).toEqual(['0', '0', '0'])
  const slot = `web.production.${run.outputs['release']} running`
  expect((await Promise.all(hosts.map(running))).flat()).toEqual([slot, slot, slot])
}

const halfReached = (acting: Promise<ActionRun>) =>
  reached(acting, 'half of the traffic on all', async () => (await splits()).every((split) => split === HALF))

describe('a canary on three hosts', () => {
  it('is taken back from all of them when another run aborts it', async () => {
    const acting = deploy({ 'canary-steps': '50%:10m' })
    await halfReached(acting)
    ended(await steer('abort'), 'steered')
    ended(await acting, 'rolled-back', 'canary-aborted')
    await expectEverywhere(good)
  })

  it('goes to all of them when another run skips its step', async () => {
    const acting = deploy({ 'canary-steps': '50%:10m' })
    await halfReached(acting)
    ended(await steer('skip'), 'steered')
    good = ended(await acting, 'deployed')
    await expectEverywhere(good)
  })

  it('is taken back from all of them when an alarm becomes active', async () => {
    const acting = deploy({ 'canary-steps': '50%:10m' })
    await halfReached(acting)
    await becomes('ALARM')
    expect(errorOf(ended(await acting, 'rolled-back', 'alarm'))).toContain('web 5xx (five errors)')
    await expectEverywhere(good)
  })
})

describe('an alarm during the bake', () => {
  it('of the second wave returns it at once, and the first wave with it; the third never starts', async () => {
    const sha = short(await bed.commit())
    const acting = deploy({ 'bake-time': `${await stretched(30)}` })
    await reached(acting, 'the new release on two', async () => (await versions()).filter((one) => one === sha).length === 2)
    await becomes('ALARM')
    expect(errorOf(ended(await acting, 'rolled-back', 'alarm'))).toContain('web 5xx (five errors)')
    await expectEverywhere(good)
  })

  it('of the first wave returns it at once, and no other wave starts', async () => {
    const sha = short(await bed.commit())
    const acting = deploy({ 'bake-time': '10m', 'deploy-timeout': '30m' })
    await reached(acting, 'the new release on one', async () => (await versions()).filter((one) => one === sha).length === 1)
    await becomes('ALARM')
    ended(await acting, 'rolled-back', 'alarm')
    expect(await versions()).toEqual([commitOf(good), commitOf(good), commitOf(good)])
  })
})
