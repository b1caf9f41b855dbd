import { DescribeInstancesCommand, EC2Client } from '@aws-sdk/client-ec2'
import type { Instance } from '@aws-sdk/client-ec2'
import { expect } from '@jest/globals'
import type { ActionRun } from '../../local/runner/runner.ts'
import { deniedOf, rolesOf } from './support/guest.ts'
import { ended, errorOf, openBed, visit } from './support/test-bed.ts'
import type { Bed } from './support/test-bed.ts'
import { given, it } from './support/test.ts'
import { IN_THREE_DAYS } from './support/weekday.ts'

const SPOT = { capacity: 'spot' }
const full = (code: string) => ({
  ...({ service: 'ec2', operation: 'RunInstances', kind: 'error', code } as const),
  match: { MarketType: 'spot' },
})

let bed: Bed
let run: ActionRun

const empty = given(async () => {
  bed = await openBed()
})
const spot = given(async () => {
  await empty()
  run = ended(await bed.act(SPOT), 'deployed')
})

async function instanceOf({ outputs }: ActionRun): Promise<Instance | undefined> {
  const ec2 = new EC2Client(bed.cloud.observer)
  const { Reservations = [] } = await ec2.send(new DescribeInstancesCommand({ InstanceIds: [outputs['instance-id'] ?? ''] }))
  return Reservations[0]?.Instances?.[0]
}

it('a limit below the price refuses the first deploy before it creates anything', async () => {
  await empty()
  const from = (await bed.cloud.calls()).length
  const refused = ended(await bed.act({ ...SPOT, 'max-monthly-cost': '20' }), 'refused', 'refused')
  expect(errorOf(refused)).toContain(
    'the hosts would cost about $20.11 a month by list prices of 2025-03-02, more than max-monthly-cost: 20',
  )
  const changes = (await bed.calls(from)).filter(({ operation }) => !/^(BatchGet|Describe|Get|List)/.test(operation))
  expect(changes).toEqual([])
})

it('launches an on-demand host without spot capacity in any zone, and the next run accepts it', async () => {
  await empty()
  await bed.cloud.fault([full('InsufficientInstanceCapacity')])
  const fallen = ended(await bed.act({ ...SPOT, service: 'fallen' }), 'deployed')
  await bed.cloud.fault([])
  expect(fallen.stdout).toContain('AWS has no spot capacity for a t3.small now, so this run launches it on demand')
  expect((await instanceOf(fallen))?.InstanceLifecycle).toBeUndefined()
  expect(await visit(fallen.outputs['url'] ?? '')).not.toBe('')
  ended(await bed.act({ ...SPOT, service: 'fallen' }), 'unchanged')
  ended(await bed.act({ command: 'destroy', port: undefined, service: 'fallen' }), 'destroyed')
})

it('launches a spot instance with the role of the stack', async () => {
  await empty()
  const from = (await bed.cloud.calls()).length
  await spot()
  expect((await instanceOf(run))?.InstanceLifecycle).toBe('spot')
  expect(await visit(run.outputs['url'] ?? '')).not.toBe('')
  const launches = (await bed.calls(from)).filter(({ operation }) => operation === 'RunInstances')
  // The role of the hosts is that of the stack, which this bed does not have.
  const denied = await deniedOf(rolesOf('web').alone, launches)
  expect(denied.filter(({ action }) => action !== 'iam:PassRole')).toEqual([])
})

it('a spot instance is refused with capacity: on-demand and with a schedule', async () => {
  await spot()
  const wanted = ended(await bed.act({ capacity: 'on-demand' }), 'refused', 'refused')
  expect(errorOf(wanted)).toContain('capacity is spot, not on-demand')
  const scheduled = await bed.act({ command: 'schedule', port: undefined, schedule: `${IN_THREE_DAYS} 8-19 UTC` })
  expect(errorOf(ended(scheduled, 'refused', 'refused'))).toContain('is a spot instance, which cannot be stopped and started')
  const both = ended(await bed.act({ ...SPOT, schedule: 'daily 8-19 UTC' }), 'refused', 'inputs')
  expect(errorOf(both)).toContain('schedule: cannot be combined with capacity: spot')
})
