import {
  CreateTagsCommand,
  DescribeInstancesCommand,
  DescribeSecurityGroupsCommand,
  DescribeSubnetsCommand,
  EC2Client,
} from '@aws-sdk/client-ec2'
import {
  RevokeSecurityGroupIngressCommand,
  RunInstancesCommand,
  StopInstancesCommand,
  TerminateInstancesCommand,
} from '@aws-sdk/client-ec2'
import type { Instance } from '@aws-sdk/client-ec2'
import { describe, expect } from '@jest/globals'
import { inventory } from '../../local/inventory.ts'
import { until } from '../../local/machine/patience.ts'
import type { ActionRun } from '../../local/runner/runner.ts'
import { ended, errorOf, openBed, visit } from './support/test-bed.ts'
import type { Bed } from './support/test-bed.ts'
import { given, it } from './support/test.ts'
import { commitOf } from '../fakes/short-commit.ts'

let bed: Bed
let ec2: EC2Client
let run: ActionRun
/** A second host, that somebody else made. */
let other = ''
let subnets: readonly string[]

const empty = given(async () => {
  bed = await openBed()
  ec2 = new EC2Client(bed.cloud.observer)
  const { Subnets = [] } = await ec2.send(new DescribeSubnetsCommand({}))
  subnets = Subnets.map(({ SubnetId }) => SubnetId ?? '').toSorted()
})

/** Launched in the second subnet, after the first one had no room. */
const launched = given(async () => {
  await empty()
  const [first, second] = subnets
  const refusal = { service: 'ec2', operation: 'RunInstances', kind: 'error' } as const
  const message = 'Value (docker-to-ec2) for parameter iamInstanceProfile.name is invalid. Invalid IAM Instance Profile name'
  await bed.cloud.fault([
    { ...refusal, code: 'InsufficientInstanceCapacity', match: { SubnetId: String(first) } },
    { ...refusal, code: 'InvalidParameterValue', message, match: { SubnetId: String(second) }, times: 1 },
  ])
  run = ended(await bed.act({ 'subnet-ids': `${first}\n${second}`, 'elastic-ip': 'false' }), 'deployed')
  await bed.cloud.fault([])
})

const addressed = given(async () => {
  await launched()
  run = ended(await bed.act(), 'unchanged')
})

/** By a larger one, which tells what it replaced. */
const replaced = given(async () => {
  await addressed()
  const before = run
  run = ended(await bed.act({ 'instance-type': 't3.medium', 'allow-replacement': 'true' }), 'deployed')
  await inState('terminated', before.outputs['instance-id'])
  return before
})

/** Anew, with a larger disk: what the cause out-of-disk advises. */
const renewed = given(async () => {
  await replaced()
  const before = run
  run = ended(await bed.act({ 'volume-size': '32', 'allow-replacement': 'true' }), 'deployed')
  await inState('terminated', before.outputs['instance-id'])
  return before
})

const doubled = given(async () => {
  await replaced()
  const { ImageId, Tags = [] } = await instance()
  const twin = await ec2.send(new RunInstancesCommand({ ImageId, InstanceType: 't3.medium', MinCount: 1, MaxCount: 1 }))
  other = twin.Instances?.[0]?.InstanceId ?? ''
  await ec2.send(new CreateTagsCommand({ Resources: [other], Tags: Tags.filter(({ Key }) => /:(service|environment)$/.test(Key ?? '')) }))
})

const id = (): string => run.outputs['instance-id'] ?? ''
const kinds = async (kind: string) => (await inventory(bed.cloud)).filter((name) => name.startsWith(`${kind} `))

async function instance(instanceId = id()): Promise<Instance> {
  const { Reservations } = await ec2.send(new DescribeInstancesCommand({ InstanceIds: [instanceId] }))
  return Reservations?.[0]?.Instances?.[0] ?? {}
}

const inState = (wanted: string, instanceId = id()) => until(wanted, async () => (await instance(instanceId)).State?.Name === wanted)

async function expectServed(): Promise<void> {
  expect(await visit(run.outputs['url'] ?? '')).toBe(commitOf(run))
}

describe('the host', () => {
  it('is launched in the next subnet if a zone has no capacity, once EC2 knows its new instance profile', async () => {
    await launched()
    expect(await instance()).toMatchObject({ SubnetId: subnets[1], State: { Name: 'running' } })
    expect(run.stdout).toContain('No room for a t3.small')
    expect(run.stdout).toContain('to become visible to EC2')
    const launches = (await bed.calls()).filter(({ operation }) => operation === 'RunInstances')
    expect(launches.map(({ status }) => status)).toEqual([400, 400, 200])
    expect(new Set(launches.map(({ params }) => params['ClientToken'])).size).toBe(3)
  })

  it('has its own public address with elastic-ip: false', async () => {
    await launched()
    expect(run.outputs['public-ip']).toBe((await bed.cloud.host(id())).address)
    expect(await kinds('address')).toEqual([])
    await expectServed()
  })

  it('is started when it was stopped', async () => {
    await launched()
    const stopped = id()
    await ec2.send(new StopInstancesCommand({ InstanceIds: [stopped] }))
    await inState('stopped')
    run = await bed.act({ 'elastic-ip': 'false' })
    expect(errorOf(run)).toBeUndefined()
    expect(run).toMatchObject({ code: 0, outputs: { 'instance-id': stopped } })
    await expectServed()
    expect(await kinds('instance')).toHaveLength(1)
  })

  it('gets an address as soon as elastic-ip asks for one', async () => {
    await addressed()
    expect(await kinds('address')).toEqual([`address ${run.outputs['public-ip']}`])
    await expectServed()
  })

  it('is opened again if somebody closed its port by hand', async () => {
    await addressed()
    const [GroupId = ''] = ((await instance()).SecurityGroups ?? []).map((group) => group.GroupId ?? '')
    const rules = async () => {
      const { SecurityGroups } = await ec2.send(new DescribeSecurityGroupsCommand({ Filters: [{ Name: 'group-id', Values: [GroupId] }] }))
      return (SecurityGroups?.[0]?.IpPermissions ?? []).filter(({ FromPort }) => FromPort === 80)
    }
    const open = await rules()
    expect(open).toMatchObject([{ IpRanges: [{ CidrIp: '0.0.0.0/0' }], Ipv6Ranges: [{ CidrIpv6: '::/0' }] }])
    await ec2.send(new RevokeSecurityGroupIngressCommand({ GroupId, IpPermissions: open }))
    const plan = ended(await bed.act({ command: 'plan' }), 'planned')
    expect(JSON.parse(plan.outputs['plan'] ?? '')).toMatchObject({
      verdict: 'changes',
      resources: expect.arrayContaining([{ action: 'change', what: `security group ${GroupId}: open port 80 to the world` }]),
    })
    run = ended(await bed.act(), 'unchanged')
    expect(run.stdout).toContain('Opened port 80 to the world')
    expect(await rules()).toEqual(open)
    const again = ended(await bed.act({ command: 'plan' }), 'planned')
    expect(JSON.parse(again.outputs['plan'] ?? '')).toMatchObject({ verdict: 'unchanged' })
  })

  it('is not replaced by another type without allow-replacement', async () => {
    await addressed()
    const refused = ended(await bed.act({ 'instance-type': 't3.medium' }), 'refused', 'refused')
    expect(errorOf(refused)).toMatch(
      new RegExp(`${id()} does not match the inputs.*instance-type is t3.small, not t3.medium.*\\n.*allow-replacement: true`, 's'),
    )
  })

  it.each<[string, Record<string, string | undefined>]>([
    ['destroyed', { command: 'destroy', port: undefined }],
    ['replaced', { 'instance-type': 't3.medium', 'allow-replacement': 'true' }],
    ['renewed', { renew: 'true' }],
  ])('is not %s while its agent is offline, because its contents are unknown', async (_, inputs) => {
    await addressed()
    const host = await bed.cloud.host(id())
    const before = await inventory(bed.cloud)
    await host.stopAgent()
    try {
      const refused = ended(await bed.act(inputs), 'refused', 'refused')
      expect(errorOf(refused)).toMatch(
        new RegExp(`nobody knows what is on ${id()}: SSM cannot reach the host.*volume-data: discarded`, 's'),
      )
    } finally {
      await host.startAgent()
    }
    expect(await inventory(bed.cloud)).toEqual(before)
    await expectServed()
  })

  it('is replaced with allow-replacement: true, and the new host takes over service and address', async () => {
    const before = await replaced()
    expect(run.outputs['instance-id']).not.toBe(before.outputs['instance-id'])
    expect(run.outputs['url']).toBe(before.outputs['url'])
    await expectServed()
    expect(await instance()).toMatchObject({ InstanceType: 't3.medium' })
    expect(await kinds('address')).toHaveLength(1)
  })

  it('is replaced for a larger disk only with allow-replacement', async () => {
    await replaced()
    const refused = ended(await bed.act({ 'volume-size': '32' }), 'refused', 'refused')
    expect(errorOf(refused)).toContain('volume-size is 16, not 32')
    const before = await renewed()
    expect(run.outputs['url']).toBe(before.outputs['url'])
    expect(await instance()).toMatchObject({ InstanceType: 't3.medium' })
    await expectServed()
    ended(await bed.act({ 'volume-size': '32' }), 'unchanged')
  })

  it('is ambiguous if two instances have its tags, so the run is refused', async () => {
    await doubled()
    const refused = ended(await bed.act({ 'instance-type': 't3.medium' }), 'refused', 'refused')
    for (const name of [id(), other]) expect(errorOf(refused)).toContain(name)
  })

  it('fails at once without an instance profile, because its agent would never connect', async () => {
    await doubled()
    await inState('running', other)
    const hopeless = ended(await bed.act({ 'instance-id': other, 'host-timeout': '1h' }), 'failed', 'agent-offline')
    expect(errorOf(hopeless)).toContain(`${other} has no instance profile`)
    // Seconds on any machine that is of use, and not the hour.
    expect(hopeless.seconds).toBeLessThan(1800)
    await ec2.send(new TerminateInstancesCommand({ InstanceIds: [other] }))
    await inState('terminated', other)
  })

  it('is destroyed with everything that belongs to it', async () => {
    await replaced()
    ended(await bed.act({ command: 'destroy', port: undefined, 'destroy-repository': 'true' }), 'destroyed')
    expect(await inventory(bed.cloud)).toEqual([])
  })
})
