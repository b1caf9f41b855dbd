import { describe, expect } from '@jest/globals'
import type { Fault } from '../../local/aws/faults.ts'
import type { ActionRun } from '../../local/runner/runner.ts'
import type { Check } from '../../src/domain/checkup/check.ts'
import { ended, errorOf, openBed } from './support/test-bed.ts'
import type { Bed } from './support/test-bed.ts'
import { beforeEach, given, it } from './support/test.ts'

let bed: Bed
let deployed: ActionRun

const served = given(async () => {
  bed = await openBed()
  deployed = ended(await bed.act(), 'deployed')
})
beforeEach(served)

const examine = (inputs: Readonly<Record<string, string>> = {}) => bed.act({ command: 'doctor', port: undefined, ...inputs })
/** Examines while something is wrong. */
async function within({ begin, end }: Readonly<Record<'begin' | 'end', () => Promise<unknown>>>): Promise<ActionRun> {
  await begin()
  try {
    return await examine()
  } finally {
    await end()
  }
}

const checksOf = (run: ActionRun) => JSON.parse(run.outputs['checks'] ?? '[]') as readonly Check[]
const failedIn = (run: ActionRun) => checksOf(run).filter(({ state }) => state === 'failed')

describe('the doctor', () => {
  it('finds no fault with a healthy service, and only reads', async () => {
    const from = (await bed.cloud.calls()).length
    const run = ended(await examine(), 'reported')
    expect(failedIn(run)).toEqual([])
    expect(checksOf(run).map(({ area }) => area)).toEqual(
      expect.arrayContaining(['Identity', 'Permissions', 'Environment', 'Network', 'Machine', 'Quotas', 'Registry', 'Record', 'Hosts']),
    )
    expect(checksOf(run)).toContainEqual({
      ...{ area: 'Permissions', state: 'ok' },
      detail: 'AWS would allow ec2:RunInstances, ec2:AllocateAddress',
    })
    expect(checksOf(run)).toContainEqual({
      ...{ area: 'Quotas', state: 'ok' },
      detail: '2 of 64 vCPUs of On-Demand instances of the families A, C, D, H, I, M, R, T and Z are in use',
    })
    expect(checksOf(run)).toContainEqual({ area: 'Quotas', state: 'ok', detail: '1 of 5 Elastic IPs are in use' })
    expect(run.summary).toContain('| ✅ | Hosts | ')
    const calls = (await bed.calls(from)).filter(({ operation }) => !/^(Get|Describe|List|Simulate|SendCommand)/.test(operation))
    expect(calls.map(({ operation, params }) => `${operation} ${String(params['DryRun'])}`).toSorted()).toEqual([
      'AllocateAddress true',
      'RunInstances true',
    ])
  })

  const denied = (service: string, operation: string): Fault => ({
    ...{ service, operation, kind: 'error', status: service === 'ec2' ? 403 : 400 },
    code: service === 'ec2' ? 'UnauthorizedOperation' : service === 'iam' ? 'AccessDenied' : 'AccessDeniedException',
    message: `User: arn:aws:sts::123456789012:assumed-role/x/y is not authorized to perform: ${service}:${operation}`,
  })

  it.each<[string, string, Fault]>([
    ['Network', 'ec2:DescribeSubnets', denied('ec2', 'DescribeSubnets')],
    ['Machine', 'ec2:DescribeInstanceTypes', denied('ec2', 'DescribeInstanceTypes')],
    ['Host role', 'iam:GetInstanceProfile', denied('iam', 'GetInstanceProfile')],
    ['Registry', 'ecr:GetAuthorizationToken', denied('ecr', 'GetAuthorizationToken')],
    ['Registry', 'ecr:DescribeImages', denied('ecr', 'DescribeImages')],
    ['Record', 'ssm:GetParameter', denied('ssm', 'GetParameter')],
    ['Hosts', 'ec2:DescribeInstances', denied('ec2', 'DescribeInstances')],
    ['Hosts', 'ssm:DescribeInstanceInformation', denied('ssm', 'DescribeInstanceInformation')],
  ])('names the missing permission in %s: %s', async (area, action, fault) => {
    const run = await within({ begin: () => bed.cloud.fault([fault]), end: () => bed.cloud.fault([]) })
    ended(run, 'failed', 'unhealthy-setup')
    expect(failedIn(run)).toContainEqual({
      ...{ area, state: 'failed' },
      detail: expect.stringContaining(`AWS refused ${action}`),
      fix: expect.stringContaining(`Allow ${action}`),
    })
    expect(errorOf(run)).toContain(action)
  })

  const QUOTA = denied('servicequotas', 'GetServiceQuota')

  it.each<[string, string, string, RegExp, Fault]>([
    ['Permissions', 'failed', 'ec2:RunInstances', /Allow ec2:RunInstances/, denied('ec2', 'RunInstances')],
    ['Permissions', 'failed', 'ec2:AllocateAddress', /Allow ec2:AllocateAddress/, denied('ec2', 'AllocateAddress')],
    ['Quotas', 'unknown', 'servicequotas:GetServiceQuota', /Allow servicequotas:GetServiceQuota/, QUOTA],
    [
      ...(['Quotas', 'unknown', 'ec2:DescribeAccountAttributes', /Look at the quotas/] as const),
      denied('ec2', 'DescribeAccountAttributes'),
    ],
  ])('says in %s, as %s, what a refused %s means', async (area, state, action, fix, fault) => {
    const run = await within({ begin: () => bed.cloud.fault([fault]), end: () => bed.cloud.fault([]) })
    expect(checksOf(run)).toContainEqual({
      ...{ area, state },
      detail: expect.stringContaining(action),
      fix: expect.stringMatching(fix),
    })
  })

  it.each<[string, Readonly<Record<string, string>>, RegExp]>([
    ['Network', { 'subnet-ids': 'subnet-0123456789abcdef0' }, /subnet-0123456789abcdef0/],
    ['Machine', { 'instance-type': 't99.huge' }, /t99\.huge/],
    ['Machine', { ami: 'ami-0123456789abcdef0' }, /ami-0123456789abcdef0/],
  ])('names the missing resource in %s: %j', async (area, inputs, detail) => {
    const run = ended(await examine(inputs), 'failed', 'unhealthy-setup')
    expect(failedIn(run)).toMatchObject([{ area, detail: expect.stringMatching(detail) }])
  })

  it('names a host whose SSM agent is offline', async () => {
    const host = await bed.hostOf(deployed)
    const run = await within({ begin: () => host.stopAgent(), end: () => host.startAgent() })
    ended(run, 'failed', 'unhealthy-setup')
    expect(failedIn(run)).toMatchObject([{ area: 'Hosts', detail: expect.stringContaining('lost its connection') }])
  })
})
