import { expect } from '@jest/globals'
import type { ActionRun } from '../../local/runner/runner.ts'
import { reached } from './support/reached.ts'
import { ended, errorOf, openBed, visit } from './support/test-bed.ts'
import type { Bed } from './support/test-bed.ts'
import { HALF, splitOn } from './support/on-host.ts'
import { beforeEach, given, it } from './support/test.ts'
import { commitOf, short } from '../fakes/short-commit.ts'

const ALARM = 'web 5xx'
const ALARMS = { alarms: `${ALARM}, web-latency` }

let bed: Bed
let good: ActionRun

async function put(name: string): Promise<void> {
  const metric = { MetricName: name, Namespace: 'web', Statistic: 'Sum', Period: 60, EvaluationPeriods: 1, Threshold: 1 }
  await bed.cloud.observe('monitoring', 'PutMetricAlarm', { AlarmName: name, ComparisonOperator: 'GreaterThanThreshold', ...metric })
}

async function becomes(state: string): Promise<void> {
  await bed.cloud.observe('monitoring', 'SetAlarmState', { AlarmName: ALARM, StateValue: state, StateReason: 'five errors' })
}

const served = given(async () => {
  bed = await openBed()
  await put(ALARM)
  // CloudWatch has no data of it.
  await put('web-latency')
  await becomes('OK')
  good = ended(await bed.act({ 'bake-time': '1s', ...ALARMS }), 'deployed')
})
beforeEach(async () => {
  await served()
  await becomes('OK')
  await bed.commit()
})

async function expectOldServes(): Promise<void> {
  expect(await visit(good.outputs['url'] ?? '')).toBe(commitOf(good))
}

it.each<[string, string, string, string]>([
  ['is active already', ALARM, 'ALARM', 'an alarm is already active: web 5xx (five errors)'],
  ['does not exist', 'web-5xx', 'OK', 'alarms names web-5xx, which CloudWatch does not have'],
])('an alarm that %s refuses the run before it builds anything', async (_, alarms, state, reason) => {
  await becomes(state)
  const from = (await bed.cloud.calls()).length
  expect(errorOf(ended(await bed.act({ alarms }), 'refused', 'refused'))).toContain(reason)
  const operations = (await bed.calls(from)).map(({ operation }) => operation)
  expect(operations).toContain('DescribeAlarms')
  expect(operations).not.toContain('PutParameter')
  await expectOldServes()
})

it('an alarm that becomes active aborts a canary', async () => {
  const host = await bed.hostOf(good)
  const acting = bed.act({ 'canary-steps': '50%:5m', ...ALARMS })
  await reached(acting, 'half of the traffic', async () => (await splitOn(host)) === HALF)
  await becomes('ALARM')
  const run = ended(await acting, 'rolled-back', 'alarm')
  expect(errorOf(run)).toContain('web 5xx (five errors)')
  expect(await splitOn(host)).toBe('0')
  await expectOldServes()
})

it('an alarm that becomes active while a release bakes rolls it back at once', async () => {
  const url = good.outputs['url'] ?? ''
  const sha = short(await bed.commit())
  const acting = bed.act({ 'bake-time': '30m', 'deploy-timeout': '1h', ...ALARMS })
  await reached(acting, 'the new release', async () => (await visit(url)) === sha)
  // No look of before may pass for one that found the alarm active.
  await bed.cloud.fault([{ service: 'monitoring', operation: 'DescribeAlarms', kind: 'hold' }])
  await bed.cloud.held()
  const from = (await bed.cloud.calls()).length
  await becomes('ALARM')
  await bed.cloud.fault([])
  await reached(acting, 'a look at the alarms', async () => (await bed.calls(from)).some(({ operation }) => operation === 'DescribeAlarms'))
  await becomes('OK')
  const run = ended(await acting, 'rolled-back', 'alarm')
  expect(errorOf(run)).toContain('web 5xx (five errors)')
  expect(errorOf(run)).toContain(`${good.outputs['release']} still serves`)
  expect(run.outputs['serving-digest']).toBe(good.outputs['digest'])
  await expectOldServes()
})
