import { AllocateAddressCommand, CreateSecurityGroupCommand, EC2Client, RunInstancesCommand } from '@aws-sdk/client-ec2'
import { beforeEach, expect, test } from '@jest/globals'
import { mockClient } from 'aws-sdk-client-mock'
import { ec2DryRuns } from '../../../../src/adapters/aws/ec2/dry-run.ts'
import { awsError } from '../../../fakes/aws-error.ts'

const ec2 = mockClient(EC2Client)
const SERVICE = { name: 'web', environment: 'production' }
const dry = ec2DryRuns(new EC2Client({ region: 'us-east-1' }))
beforeEach(() => void ec2.reset())

const launch = () =>
  dry.launch({
    ...{ service: SERVICE, instanceType: 't3.small', ami: 'ami-1', rootDevice: '/dev/xvda', volumeGiB: 16, hopLimit: 1 },
    ...{ instanceProfile: 'profile', subnetId: 'subnet-1', securityGroupIds: ['sg-1'], replaces: undefined, spot: false },
  })

test('makes every request with DryRun', async () => {
  ec2.rejects(awsError('DryRunOperation'))
  const verdicts = [await launch(), await dry.createSecurityGroup(SERVICE, 'vpc-1'), await dry.allocateAddress(SERVICE)]
  expect(verdicts.map(({ kind }) => kind)).toEqual(['allowed', 'allowed', 'allowed'])
  expect(ec2.commandCalls(RunInstancesCommand)[0]?.args[0].input).toMatchObject({ DryRun: true, ImageId: 'ami-1' })
  expect(ec2.commandCalls(CreateSecurityGroupCommand)[0]?.args[0].input).toMatchObject({ DryRun: true, VpcId: 'vpc-1' })
  expect(ec2.commandCalls(AllocateAddressCommand)[0]?.args[0].input).toMatchObject({ DryRun: true, Domain: 'vpc' })
  expect(ec2.calls()).toHaveLength(3)
})

test.each([
  ['UnauthorizedOperation', 'refused'],
  ['InvalidParameterValue', 'unknown'],
  ['RequestLimitExceeded', 'unknown'],
])('%s means %s', async (name, kind) => {
  ec2.rejects(awsError(name))
  expect(await launch()).toMatchObject({ action: 'ec2:RunInstances', kind })
})

test('treats an answer without a verdict as unknown', async () => {
  ec2.on(AllocateAddressCommand).resolves({})
  expect(await dry.allocateAddress(SERVICE)).toMatchObject({ kind: 'unknown' })
})
