import {
  DescribeInstancesCommand,
  DescribeVolumesCommand,
  EC2Client,
  RunInstancesCommand,
  StartInstancesCommand,
  StopInstancesCommand,
  TerminateInstancesCommand,
} from '@aws-sdk/client-ec2'
import type { Instance } from '@aws-sdk/client-ec2'
import { beforeEach, expect, test } from '@jest/globals'
import { mockClient } from 'aws-sdk-client-mock'
import { ec2Hosts } from '../../../../src/adapters/aws/ec2/hosts.ts'
import type { LaunchSpec } from '../../../../src/domain/host/host.ts'
import { awsError } from '../../../fakes/aws-error.ts'
import { clearedHost, stoppableHost } from '../../../fakes/cleared.ts'

const ec2 = mockClient(EC2Client)
const client = new EC2Client({ region: 'us-east-1' })
const SERVICE = { name: 'web', environment: 'production' }
beforeEach(() => void ec2.reset())

test('reads the sizes of volumes', async () => {
  ec2.on(DescribeVolumesCommand, { VolumeIds: ['vol-1', 'vol-2'] }).resolves({ Volumes: [{ VolumeId: 'vol-1', Size: 16 }] })
  expect([...(await ec2Hosts(client).volumeSizes(['vol-1', 'vol-2']))]).toEqual([['vol-1', 16]])
  expect((await ec2Hosts(client).volumeSizes([])).size).toBe(0)
  ec2.on(DescribeVolumesCommand).rejects(awsError('InvalidVolume.NotFound'))
  expect((await ec2Hosts(client).volumeSizes(['vol-gone'])).size).toBe(0)
})

const INSTANCE: Instance = {
  InstanceId: 'i-1',
  State: { Name: 'running', Code: 16 },
  InstanceType: 't4g.small',
  Architecture: 'arm64',
  PublicIpAddress: '203.0.113.7',
  PrivateIpAddress: '10.0.0.7',
  SubnetId: 'subnet-1',
  VpcId: 'vpc-1',
  SecurityGroups: [{ GroupId: 'sg-1' }, { GroupId: 'sg-2' }],
  NetworkInterfaces: [{ Association: { PublicIp: '203.0.113.7', IpOwnerId: '123456789012' } }],
  ImageId: 'ami-1',
  RootDeviceName: '/dev/xvda',
  BlockDeviceMappings: [
    { DeviceName: '/dev/sdf', Ebs: { VolumeId: 'vol-data' } },
    { DeviceName: '/dev/xvda', Ebs: { VolumeId: 'vol-root' } },
  ],
  MetadataOptions: { HttpTokens: 'required', HttpPutResponseHopLimit: 2 },
  IamInstanceProfile: { Arn: 'arn:aws:iam::123456789012:instance-profile/docker-to-ec2/docker-to-ec2.web.production.us-east-1' },
  Tags: [
    { Key: 'docker-to-ec2:service', Value: 'web' },
    { Key: 'docker-to-ec2:environment', Value: 'production' },
    { Key: 'docker-to-ec2:managed', Value: 'true' },
    { Key: 'docker-to-ec2:replaces', Value: 'i-0' },
  ],
}
const HOST = {
  id: 'i-1',
  state: 'running',
  instanceType: 't4g.small',
  architecture: 'arm64',
  publicIp: '203.0.113.7',
  elasticIp: true,
  spot: false,
  privateIp: '10.0.0.7',
  subnetId: 'subnet-1',
  vpcId: 'vpc-1',
  securityGroupIds: ['sg-1', 'sg-2'],
  instanceProfile: 'docker-to-ec2.web.production.us-east-1',
  ami: 'ami-1',
  rootVolume: 'vol-root',
  volumeGiB: undefined,
  hopLimit: 2,
  madeFor: SERVICE,
  replaces: 'i-0',
}
const SPEC: LaunchSpec = {
  service: SERVICE,
  instanceType: 't4g.small',
  ami: 'ami-1',
  rootDevice: '/dev/xvda',
  subnetId: 'subnet-1',
  securityGroupIds: ['sg-1'],
  instanceProfile: 'docker-to-ec2.web.production.us-east-1',
  volumeGiB: 16,
  hopLimit: 1,
  spot: false,
  replaces: undefined,
}

test('finds hosts by their tags on all pages', async () => {
  const asked: unknown[] = []
  // An address that AWS only lent, and none.
  const lent = [{ Association: { PublicIp: '203.0.113.8', IpOwnerId: 'amazon' } }, { Association: {} }]
  const other: Instance = { InstanceId: 'i-2', Architecture: 'x86_64', State: { Name: 'stopped' }, NetworkInterfaces: lent }
  ec2.on(DescribeInstancesCommand).callsFake(({ NextToken, Filters }) => {
    asked.push(Filters)
    return NextToken === 'more'
      ? { Reservations: [{ Instances: [other] }] }
      : { Reservations: [{ Instances: [INSTANCE] }], NextToken: 'more' }
  })
  const found = await ec2Hosts(client).find(SERVICE)
  expect(found).toHaveLength(2)
  expect(found[0]).toEqual(HOST)
  expect(found[1]).toMatchObject({
    id: 'i-2',
    state: 'stopped',
    architecture: 'x86_64',
    publicIp: undefined,
    elasticIp: false,
    hopLimit: undefined,
    madeFor: undefined,
    replaces: undefined,
  })
  expect(asked[0]).toEqual([
    { Name: 'tag:docker-to-ec2:service', Values: ['web'] },
    { Name: 'tag:docker-to-ec2:environment', Values: ['production'] },
    { Name: 'instance-state-name', Values: ['pending', 'running', 'stopping', 'stopped'] },
  ])
})

test('launches one instance, tagged at birth, without a key, with IMDSv2 and an encrypted disk', async () => {
  ec2.on(RunInstancesCommand).resolves({ Instances: [INSTANCE] })
  expect(await ec2Hosts(client).launch({ ...SPEC, replaces: 'i-0' }, 'token-1')).toEqual({ kind: 'launched', host: HOST })
  const Tags = [
    { Key: 'docker-to-ec2:service', Value: 'web' },
    { Key: 'docker-to-ec2:environment', Value: 'production' },
    { Key: 'docker-to-ec2:managed', Value: 'true' },
    { Key: 'Name', Value: 'web.production' },
    { Key: 'docker-to-ec2:replaces', Value: 'i-0' },
  ]
  expect(ec2.commandCalls(RunInstancesCommand)[0]?.args[0].input).toEqual({
    ClientToken: 'token-1',
    MinCount: 1,
    MaxCount: 1,
    ImageId: 'ami-1',
    InstanceType: 't4g.small',
    IamInstanceProfile: { Name: 'docker-to-ec2.web.production.us-east-1' },
    NetworkInterfaces: [{ DeviceIndex: 0, SubnetId: 'subnet-1', Groups: ['sg-1'], AssociatePublicIpAddress: true }],
    MetadataOptions: { HttpEndpoint: 'enabled', HttpTokens: 'required', HttpPutResponseHopLimit: 1 },
    BlockDeviceMappings: [
      { DeviceName: '/dev/xvda', Ebs: { VolumeSize: 16, VolumeType: 'gp3', Encrypted: true, DeleteOnTermination: true } },
    ],
    TagSpecifications: [
      { ResourceType: 'instance', Tags },
      { ResourceType: 'volume', Tags },
      { ResourceType: 'network-interface', Tags },
    ],
  })
})

test("lets containers reach the metadata service if they use the host's role", async () => {
  ec2.on(RunInstancesCommand).resolves({ Instances: [INSTANCE] })
  await ec2Hosts(client).launch({ ...SPEC, hopLimit: 2 }, 'token-1')
  expect(ec2.commandCalls(RunInstancesCommand)[0]?.args[0].input.MetadataOptions).toMatchObject({ HttpPutResponseHopLimit: 2 })
})

test.each([
  'InsufficientInstanceCapacity',
  'InsufficientVolumeCapacity',
  'InsufficientFreeAddressesInSubnet',
  'UnfulfillableCapacity',
  'Unsupported',
])('%s allows another zone', async (name) => {
  ec2.on(RunInstancesCommand).rejects(awsError(name, 'no room in us-east-1a'))
  expect(await ec2Hosts(client).launch(SPEC, 't')).toEqual({ kind: 'no-capacity', reason: 'no room in us-east-1a' })
})

test.each([
  [
    'instance profile',
    'InvalidParameterValue',
    'Value (docker-to-ec2.web.production.us-east-1) for parameter iamInstanceProfile.name is invalid. Invalid IAM Instance Profile name',
  ],
  ['security group', 'InvalidGroup.NotFound', "The security group 'sg-1' does not exist"],
])('reports that EC2 does not know the %s, or not yet', async (resource, name, words) => {
  ec2.on(RunInstancesCommand).rejects(awsError(name, words))
  expect(await ec2Hosts(client).launch(SPEC, 't')).toEqual({ kind: 'not-visible', resource, reason: words })
})

test.each([
  [
    'VcpuLimitExceeded',
    'You have requested more vCPU capacity',
    { code: 'account-limit', hint: expect.stringContaining('Service Quotas') },
  ],
  ['PendingVerification', 'validating your account', { code: 'account-not-ready' }],
  ['InvalidGroupId.Malformed', 'Invalid id: "sg-1"', { code: 'launch-refused', hint: 'Check the input security-group-ids.' }],
  [
    'InvalidBlockDeviceMapping',
    'Volume of size 8GB is smaller than snapshot',
    { code: 'launch-refused', hint: 'Check the input volume-size.' },
  ],
  [
    'UnauthorizedOperation',
    'You are not authorized to perform this operation. User: arn:aws:sts::1:assumed-role/r/s is not authorized to perform: iam:PassRole on resource: arn:aws:iam::1:role/docker-to-ec2/x because no identity-based policy allows it',
    { code: 'not-allowed', message: 'AWS refused iam:PassRole on arn:aws:iam::1:role/docker-to-ec2/x to the role of this run.' },
  ],
  [
    'UnauthorizedOperation',
    'You are not authorized to perform this operation.',
    { code: 'not-allowed', message: 'AWS refused ec2:RunInstances to the role of this run.' },
  ],
])('explains %s', async (name, words, expected) => {
  ec2.on(RunInstancesCommand).rejects(awsError(name, words))
  await expect(ec2Hosts(client).launch(SPEC, 't')).rejects.toMatchObject({ name: 'DeployError', ...expected })
})

test.each(['InvalidParameterCombination', 'InvalidInstanceID.Whatever'])(
  'names the inputs to compare for %s, which it does not know',
  async (name) => {
    ec2.on(RunInstancesCommand).rejects(awsError(name, 'The boot mode is not supported.'))
    await expect(ec2Hosts(client).launch(SPEC, 't')).rejects.toMatchObject({
      ...{ code: 'launch-refused', message: `AWS does not launch a t4g.small: ${name}: The boot mode is not supported.` },
      hint: expect.stringContaining('ami'),
    })
  },
)

test('passes on what is no answer of AWS unchanged', async () => {
  const error = new TypeError('what?')
  ec2.on(RunInstancesCommand).rejects(error)
  await expect(ec2Hosts(client).launch(SPEC, 't')).rejects.toBe(error)
})

test('waits for a launched host that EC2 does not list yet', async () => {
  ec2.on(RunInstancesCommand).resolves({ Instances: [{ ...INSTANCE, State: { Name: 'pending' } }] })
  ec2.on(DescribeInstancesCommand).resolves({ Reservations: [] })
  const hosts = ec2Hosts(client)
  expect(await hosts.state('i-1')).toBe('terminated')
  await hosts.launch(SPEC, 't')
  expect(await hosts.state('i-1')).toBe('pending')
  expect((await hosts.get('i-1'))?.id).toBe('i-1')
  ec2.on(DescribeInstancesCommand).resolves({ Reservations: [{ Instances: [INSTANCE] }] })
  expect(await hosts.state('i-1')).toBe('running')
  ec2.on(DescribeInstancesCommand).resolves({ Reservations: [] })
  expect(await hosts.state('i-1')).toBe('terminated')
})

test('says why a host ended, if EC2 does', async () => {
  const Message = 'Client.InternalError: Client error on launch'
  ec2.on(DescribeInstancesCommand).resolves({ Reservations: [{ Instances: [{ ...INSTANCE, StateReason: { Message } }] }] })
  expect(await ec2Hosts(client).whyEnded('i-1')).toBe(Message)
  ec2.on(DescribeInstancesCommand).resolves({ Reservations: [{ Instances: [INSTANCE] }] })
  expect(await ec2Hosts(client).whyEnded('i-1')).toBe('')
})

test('ignores a terminated host', async () => {
  ec2.on(DescribeInstancesCommand).resolves({ Reservations: [{ Instances: [{ ...INSTANCE, State: { Name: 'terminated' } }] }] })
  expect(await ec2Hosts(client).get('i-1')).toBeUndefined()
  expect(await ec2Hosts(client).state('i-1')).toBe('terminated')
})

test('accepts that a host is already terminated', async () => {
  ec2.on(TerminateInstancesCommand).rejects(awsError('InvalidInstanceID.NotFound'))
  await expect(ec2Hosts(client).terminate(clearedHost('i-1'))).resolves.toBeUndefined()
})

test('names a host with termination protection', async () => {
  ec2
    .on(TerminateInstancesCommand)
    .rejects(awsError('OperationNotPermitted', "Modify its 'disableApiTermination' instance attribute and try again."))
  await expect(ec2Hosts(client).terminate(clearedHost('i-1'))).rejects.toMatchObject({
    code: 'termination-protected',
    message: expect.stringContaining('i-1'),
  })
})

test('accepts that a host is already running', async () => {
  const words = "The instance 'i-1' is not in a state from which it can be started: 'pending'"
  ec2.on(StartInstancesCommand).rejects(awsError('IncorrectInstanceState', words))
  await expect(ec2Hosts(client).start('i-1')).resolves.toBeUndefined()
})

test('explains that a stopped host cannot start without capacity', async () => {
  ec2.on(StartInstancesCommand).rejects(awsError('InsufficientInstanceCapacity', 'none in us-east-1a'))
  await expect(ec2Hosts(client).start('i-1')).rejects.toMatchObject({ code: 'no-capacity', message: expect.stringContaining('i-1') })
})

test('stops a host, and explains why one cannot be stopped', async () => {
  ec2.on(StopInstancesCommand, { InstanceIds: ['i-1'] }).resolves({})
  await expect(ec2Hosts(client).stop(stoppableHost('i-1'))).resolves.toBeUndefined()
  for (const name of ['OperationNotPermitted', 'UnsupportedOperation']) {
    ec2.on(StopInstancesCommand).rejects(awsError(name, 'modify its disableApiStop'))
    await expect(ec2Hosts(client).stop(stoppableHost('i-1'))).rejects.toMatchObject({
      code: 'stop-refused',
      message: expect.stringContaining('i-1'),
    })
  }
})

test('launches a spot instance with a one-time request, at most at the on-demand price', async () => {
  ec2.on(RunInstancesCommand).resolves({ Instances: [{ ...INSTANCE, InstanceLifecycle: 'spot' }] })
  expect(await ec2Hosts(client).launch({ ...SPEC, spot: true }, 'token-1')).toMatchObject({ kind: 'launched', host: { spot: true } })
  const { InstanceMarketOptions, TagSpecifications } = ec2.commandCalls(RunInstancesCommand)[0]?.args[0].input ?? {}
  expect(InstanceMarketOptions).toEqual({
    MarketType: 'spot',
    SpotOptions: { SpotInstanceType: 'one-time', InstanceInterruptionBehavior: 'terminate' },
  })
  expect(TagSpecifications?.map(({ ResourceType }) => ResourceType)).toEqual(['instance', 'volume', 'network-interface'])
})

test.each([
  'InsufficientInstanceCapacity',
  'SpotMaxPriceTooLow',
  'MaxSpotInstanceCountExceeded',
  'UnfulfillableCapacity',
  'AuthFailure.ServiceLinkedRoleCreationNotPermitted',
])('%s of a spot instance allows an on-demand one', async (name) => {
  ec2.on(RunInstancesCommand).rejects(awsError(name, 'not now'))
  expect(await ec2Hosts(client).launch({ ...SPEC, spot: true }, 'token-1')).toEqual({ kind: 'no-capacity', reason: 'not now' })
})
