import {
  AllocateAddressCommand,
  AssociateAddressCommand,
  AuthorizeSecurityGroupIngressCommand,
  CreateSecurityGroupCommand,
  DeleteSecurityGroupCommand,
  DescribeAddressesCommand,
  DescribeSecurityGroupsCommand,
  DescribeSubnetsCommand,
  DescribeVpcsCommand,
  DisassociateAddressCommand,
  EC2Client,
  ReleaseAddressCommand,
  RevokeSecurityGroupIngressCommand,
} from '@aws-sdk/client-ec2'
import { beforeEach, describe, expect, test } from '@jest/globals'
import { mockClient } from 'aws-sdk-client-mock'
import { ec2Networks } from '../../../../src/adapters/aws/ec2/networks.ts'
import { awsError } from '../../../fakes/aws-error.ts'
import { fakeClock } from '../../../fakes/clock.ts'
import { cleared } from '../../../fakes/cleared.ts'

const ec2 = mockClient(EC2Client)
const SERVICE = { name: 'web', environment: 'production' }
const MANAGED = [
  { Name: 'tag:docker-to-ec2:service', Values: ['web'] },
  { Name: 'tag:docker-to-ec2:environment', Values: ['production'] },
  { Name: 'tag:docker-to-ec2:managed', Values: ['true'] },
]
const TAGS = [
  { Key: 'docker-to-ec2:service', Value: 'web' },
  { Key: 'docker-to-ec2:environment', Value: 'production' },
  { Key: 'docker-to-ec2:managed', Value: 'true' },
  { Key: 'Name', Value: 'web.production' },
]
const V4 = { CidrIp: '0.0.0.0/0', Description: 'docker-to-ec2' }
const V6 = { CidrIpv6: '::/0', Description: 'docker-to-ec2' }
const HTTP = [{ protocol: 'tcp', port: 80 }] as const
const networksAt = (clock = fakeClock()) => ec2Networks(new EC2Client({ region: 'us-east-1' }), clock)
const inputs = () => ec2.calls().map(({ args }) => args[0].input)
beforeEach(() => void ec2.reset())

describe('subnets', () => {
  const subnet = (id: string, zone: string) => ({ SubnetId: id, VpcId: 'vpc-1', AvailabilityZone: zone })

  test('uses the named subnets, in their order', async () => {
    ec2
      .on(DescribeSubnetsCommand, { SubnetIds: ['subnet-2', 'subnet-1'] })
      .resolves({ Subnets: [subnet('subnet-1', 'a'), subnet('subnet-2', 'b')] })
    expect((await networksAt().subnets(['subnet-2', 'subnet-1'])).map(({ id }) => id)).toEqual(['subnet-2', 'subnet-1'])
  })

  test('defaults to those of the default VPC, ordered by zone', async () => {
    ec2.on(DescribeVpcsCommand, { Filters: [{ Name: 'is-default', Values: ['true'] }] }).resolves({ Vpcs: [{ VpcId: 'vpc-1' }] })
    ec2.on(DescribeSubnetsCommand).resolves({ Subnets: [subnet('subnet-2', 'us-east-1b'), subnet('subnet-1', 'us-east-1a')] })
    expect(await networksAt().subnets([])).toEqual([
      { id: 'subnet-1', vpcId: 'vpc-1', zone: 'us-east-1a' },
      { id: 'subnet-2', vpcId: 'vpc-1', zone: 'us-east-1b' },
    ])
  })

  test.each([
    ['no default VPC', [], []],
    ['no default subnet', [{ VpcId: 'vpc-1' }], []],
  ])('names the input to set: %s', async (_, Vpcs, Subnets) => {
    ec2.on(DescribeVpcsCommand).resolves({ Vpcs })
    ec2.on(DescribeSubnetsCommand).resolves({ Subnets })
    await expect(networksAt().subnets([])).rejects.toMatchObject({ code: 'no-default-vpc', hint: expect.stringContaining('subnet-ids') })
  })

  test('names an unknown subnet', async () => {
    ec2.on(DescribeSubnetsCommand).rejects(awsError('InvalidSubnetID.NotFound', "The subnet ID 'subnet-1' does not exist"))
    await expect(networksAt().subnets(['subnet-1'])).rejects.toMatchObject({
      code: 'unknown-subnet',
      message: expect.stringContaining('subnet-1'),
    })
  })
})

describe('security group', () => {
  const OPEN = { IpProtocol: 'tcp', FromPort: 80, ToPort: 80, IpRanges: [V4], Ipv6Ranges: [V6] }
  const ensure = () => networksAt().ensureSecurityGroup(SERVICE, 'vpc-1', HTTP)

  test('is created and opened for the port', async () => {
    ec2.on(DescribeSecurityGroupsCommand).resolves({ SecurityGroups: [] })
    ec2.on(CreateSecurityGroupCommand).resolves({ GroupId: 'sg-1' })
    expect(await ensure()).toBe('sg-1')
    expect(inputs()).toEqual([
      { Filters: [...MANAGED, { Name: 'vpc-id', Values: ['vpc-1'] }, { Name: 'group-name', Values: ['docker-to-ec2.web.production'] }] },
      {
        GroupName: 'docker-to-ec2.web.production',
        Description: 'docker-to-ec2: web (production)',
        VpcId: 'vpc-1',
        TagSpecifications: [{ ResourceType: 'security-group', Tags: TAGS }],
      },
      { GroupId: 'sg-1', IpPermissions: [OPEN] },
    ])
  })

  test('is not opened for a service behind another proxy', async () => {
    ec2.on(DescribeSecurityGroupsCommand).resolves({ SecurityGroups: [] })
    ec2.on(CreateSecurityGroupCommand).resolves({ GroupId: 'sg-1' })
    expect(await networksAt().ensureSecurityGroup(SERVICE, 'vpc-1', [])).toBe('sg-1')
    expect(ec2.commandCalls(AuthorizeSecurityGroupIngressCommand)).toEqual([])
  })

  test('is read with the ports that it opens to anybody', async () => {
    const world = { IpRanges: [{ CidrIp: '0.0.0.0/0' }], Ipv6Ranges: [{ CidrIpv6: '::/0' }] }
    const rule = (IpProtocol: string, port: number, ranges: object = world) => ({ IpProtocol, FromPort: port, ToPort: port, ...ranges })
    const few = { IpRanges: [{ CidrIp: '10.0.0.0/8' }] }
    const IpPermissions = [
      rule('tcp', 80),
      rule('tcp', 443, few),
      rule('tcp', 22, {}),
      rule('icmp', 8),
      { ...rule('udp', 8000), ToPort: 8999 },
    ]
    const all = [{ IpProtocol: '-1', PrefixListIds: [{ PrefixListId: 'pl-1' }] }]
    const groups = [{ GroupId: 'sg-1', IpPermissions }, { GroupId: 'sg-2' }, { GroupId: 'sg-3', IpPermissions: all }]
    ec2.on(DescribeSecurityGroupsCommand).resolves({ SecurityGroups: groups })
    expect(Object.fromEntries(await networksAt().openPorts(SERVICE))).toEqual({
      'sg-1': [
        { protocol: 'tcp', from: 80, to: 80 },
        { protocol: 'tcp', from: 443, to: 443 },
        { protocol: 'udp', from: 8000, to: 8999 },
      ],
      'sg-2': [],
      'sg-3': [
        { protocol: 'tcp', from: 0, to: 65_535 },
        { protocol: 'udp', from: 0, to: 65_535 },
      ],
    })
  })

  test('is opened as soon as EC2 knows what it has created', async () => {
    ec2.on(DescribeSecurityGroupsCommand).resolves({ SecurityGroups: [] })
    ec2.on(CreateSecurityGroupCommand).resolves({ GroupId: 'sg-1' })
    ec2.on(AuthorizeSecurityGroupIngressCommand).rejectsOnce(awsError('InvalidGroup.NotFound')).resolves({})
    const clock = fakeClock()
    expect(await networksAt(clock).ensureSecurityGroup(SERVICE, 'vpc-1', HTTP)).toBe('sg-1')
    expect(clock.slept).toEqual([1000])
  })

  test('is an error if EC2 never finds it', async () => {
    ec2.on(DescribeSecurityGroupsCommand).resolves({ SecurityGroups: [{ GroupId: 'sg-1' }] })
    ec2.on(AuthorizeSecurityGroupIngressCommand).rejects(awsError('InvalidGroup.NotFound'))
    const clock = fakeClock()
    await expect(networksAt(clock).ensureSecurityGroup(SERVICE, 'vpc-1', HTTP)).rejects.toThrow('no more words')
    expect(clock.slept).toHaveLength(30)
  })

  test('is not changed if it has all rules', async () => {
    ec2.on(DescribeSecurityGroupsCommand).resolves({ SecurityGroups: [{ GroupId: 'sg-1', IpPermissions: [OPEN] }] })
    expect(await ensure()).toBe('sg-1')
    expect(ec2.calls()).toHaveLength(1)
  })

  test('gets only the rules that are missing', async () => {
    const half = { ...OPEN, Ipv6Ranges: [] }
    ec2
      .on(DescribeSecurityGroupsCommand)
      .resolves({ SecurityGroups: [{ GroupId: 'sg-1', IpPermissions: [half, { ...OPEN, FromPort: 443, ToPort: 443 }] }] })
    await ensure()
    expect(inputs().at(-1)).toEqual({
      GroupId: 'sg-1',
      IpPermissions: [{ IpProtocol: 'tcp', FromPort: 80, ToPort: 80, Ipv6Ranges: [V6] }],
    })
  })

  test('is also opened for HTTP/3 over UDP, one rule at a time', async () => {
    ec2.on(DescribeSecurityGroupsCommand).resolves({ SecurityGroups: [{ GroupId: 'sg-1', IpPermissions: [OPEN] }] })
    const https = [
      { protocol: 'tcp', port: 443 },
      { protocol: 'udp', port: 443 },
    ] as const
    await networksAt().ensureSecurityGroup(SERVICE, 'vpc-1', [...HTTP, ...https])
    const at443 = { FromPort: 443, ToPort: 443, IpRanges: [V4], Ipv6Ranges: [V6] }
    expect(inputs().slice(1)).toEqual([
      { GroupId: 'sg-1', IpPermissions: [{ IpProtocol: 'tcp', ...at443 }] },
      { GroupId: 'sg-1', IpPermissions: [{ IpProtocol: 'udp', ...at443 }] },
    ])
  })

  test('loses rules that nothing needs, but none that somebody else created', async () => {
    const foreign = { CidrIp: '10.0.0.0/8' }
    const rule = (port: number, more: object) => ({ ...OPEN, FromPort: port, ToPort: port, ...more })
    ec2.on(DescribeSecurityGroupsCommand).resolves({
      SecurityGroups: [
        {
          GroupId: 'sg-1',
          IpPermissions: [OPEN, rule(443, { IpRanges: [V4, foreign] }), rule(22, { IpRanges: [foreign], Ipv6Ranges: [] })],
        },
      ],
    })
    expect(await networksAt().closePorts(SERVICE, HTTP)).toEqual([{ protocol: 'tcp', port: 443 }])
    expect(ec2.commandCalls(RevokeSecurityGroupIngressCommand).map(({ args }) => args[0].input)).toEqual([
      { GroupId: 'sg-1', IpPermissions: [rule(443, {})] },
    ])
  })

  test('is used if another run creates and opens it at the same moment', async () => {
    ec2
      .on(DescribeSecurityGroupsCommand)
      .resolvesOnce({ SecurityGroups: [] })
      .resolves({ SecurityGroups: [{ GroupId: 'sg-2' }] })
    ec2.on(CreateSecurityGroupCommand).rejects(awsError('InvalidGroup.Duplicate'))
    ec2.on(AuthorizeSecurityGroupIngressCommand).rejects(awsError('InvalidPermission.Duplicate'))
    expect(await ensure()).toBe('sg-2')
  })

  test('is not changed if it has the name but another owner', async () => {
    ec2.on(DescribeSecurityGroupsCommand).resolves({ SecurityGroups: [] })
    ec2.on(CreateSecurityGroupCommand).rejects(awsError('InvalidGroup.Duplicate'))
    await expect(ensure()).rejects.toMatchObject({ code: 'security-group-taken', hint: expect.stringContaining('security-group-ids') })
  })

  test('is removed as soon as nothing uses it', async () => {
    ec2.on(DescribeSecurityGroupsCommand, { Filters: MANAGED }).resolves({ SecurityGroups: [{ GroupId: 'sg-1' }] })
    ec2
      .on(DeleteSecurityGroupCommand)
      .rejectsOnce(awsError('DependencyViolation'))
      .rejectsOnce(awsError('DependencyViolation'))
      .resolves({})
    const clock = fakeClock()
    expect(await networksAt(clock).removeSecurityGroups(SERVICE, cleared())).toEqual(['sg-1'])
    expect(clock.slept).toEqual([3000, 3000])
  })

  test('is given up if it stays in use for two minutes', async () => {
    ec2.on(DescribeSecurityGroupsCommand).resolves({ SecurityGroups: [{ GroupId: 'sg-1' }] })
    ec2.on(DeleteSecurityGroupCommand).rejects(awsError('DependencyViolation', 'resource sg-1 has a dependent object'))
    const clock = fakeClock()
    await expect(networksAt(clock).removeSecurityGroups(SERVICE, cleared())).rejects.toMatchObject({ code: 'security-group-in-use' })
    expect(clock.slept).toHaveLength(40)
  })

  test('can be removed when it is already gone', async () => {
    ec2.on(DescribeSecurityGroupsCommand).resolves({ SecurityGroups: [{ GroupId: 'sg-1' }] })
    ec2.on(DeleteSecurityGroupCommand).rejects(awsError('InvalidGroup.NotFound'))
    expect(await networksAt().removeSecurityGroups(SERVICE, cleared())).toEqual(['sg-1'])
  })
})

describe('address', () => {
  const ensure = (others: readonly string[] = []) => networksAt().ensureAddress(SERVICE, 'i-1', others)

  test('is allocated with its tags, and given to the host', async () => {
    ec2.on(DescribeAddressesCommand).resolves({ Addresses: [] })
    ec2.on(AllocateAddressCommand).resolves({ AllocationId: 'eipalloc-1', PublicIp: '203.0.113.7' })
    expect(await ensure()).toBe('203.0.113.7')
    expect(inputs()).toEqual([
      { Filters: MANAGED },
      { Domain: 'vpc', TagSpecifications: [{ ResourceType: 'elastic-ip', Tags: TAGS }] },
      { AllocationId: 'eipalloc-1', InstanceId: 'i-1', AllowReassociation: true },
    ])
  })

  test('is not changed if the host already has it', async () => {
    ec2.on(DescribeAddressesCommand).resolves({ Addresses: [{ AllocationId: 'eipalloc-1', PublicIp: '203.0.113.7', InstanceId: 'i-1' }] })
    expect(await ensure()).toBe('203.0.113.7')
    expect(ec2.calls()).toHaveLength(1)
  })

  test('is given to the host as soon as EC2 knows it', async () => {
    ec2.on(DescribeAddressesCommand).resolves({ Addresses: [] })
    ec2.on(AllocateAddressCommand).resolves({ AllocationId: 'eipalloc-1', PublicIp: '203.0.113.7' })
    ec2.on(AssociateAddressCommand).rejectsOnce(awsError('InvalidAllocationID.NotFound')).resolves({})
    expect(await ensure()).toBe('203.0.113.7')
  })

  test('is given to a new host as soon as EC2 knows that', async () => {
    ec2.on(DescribeAddressesCommand).resolves({ Addresses: [{ AllocationId: 'eipalloc-1', PublicIp: '203.0.113.7' }] })
    ec2.on(AssociateAddressCommand).rejectsOnce(awsError('InvalidInstanceID.NotFound')).resolves({})
    expect(await ensure()).toBe('203.0.113.7')
  })

  test('is released as soon as EC2 knows that its host has left it', async () => {
    ec2.on(DescribeAddressesCommand).resolves({ Addresses: [{ AllocationId: 'eipalloc-1', PublicIp: '203.0.113.7' }] })
    ec2.on(ReleaseAddressCommand).rejectsOnce(awsError('InvalidIPAddress.InUse')).resolves({})
    expect(await networksAt().releaseAddresses(SERVICE, cleared())).toEqual(['203.0.113.7'])
  })

  test('moves from another host, of two always the same', async () => {
    const second = { AllocationId: 'eipalloc-2', PublicIp: '203.0.113.8' }
    ec2
      .on(DescribeAddressesCommand)
      .resolves({ Addresses: [second, { AllocationId: 'eipalloc-1', PublicIp: '203.0.113.7', InstanceId: 'i-0' }] })
    expect(await ensure()).toBe('203.0.113.7')
    expect(ec2.commandCalls(AssociateAddressCommand)[0]?.args[0].input).toMatchObject({ AllocationId: 'eipalloc-1', InstanceId: 'i-1' })
  })

  test.each([
    ['its own, whatever comes first', ['i-2', 'i-1'], ['i-2'], 'eipalloc-2'],
    ['a free one, not that of another host', ['i-2', undefined], ['i-2'], 'eipalloc-2'],
    ['that of a host that is gone', ['i-2', 'i-gone'], ['i-2'], 'eipalloc-2'],
    ['a new one where the other hosts have all', ['i-2', 'i-3'], ['i-2', 'i-3'], 'eipalloc-new'],
  ])('of one of several hosts: %s', async (_, holders, others, expected) => {
    const Addresses = holders.map((InstanceId, at) => ({
      AllocationId: `eipalloc-${at + 1}`,
      PublicIp: `eipalloc-${at + 1}`,
      ...(InstanceId && { InstanceId }),
    }))
    ec2.on(DescribeAddressesCommand).resolves({ Addresses })
    ec2.on(AllocateAddressCommand).resolves({ AllocationId: 'eipalloc-new', PublicIp: 'eipalloc-new' })
    expect(await ensure(others)).toBe(expected)
  })

  test('is not taken from the host that has just got it, even if EC2 does not list that yet', async () => {
    const [first, second] = ['eipalloc-1', 'eipalloc-2'].map((id) => ({ AllocationId: id, PublicIp: id }))
    ec2
      .on(DescribeAddressesCommand)
      .resolvesOnce({ Addresses: [] })
      .resolves({ Addresses: [first!] })
    ec2.on(AllocateAddressCommand).resolvesOnce(first!).resolves(second!)
    const networks = networksAt()
    expect(await networks.ensureAddress(SERVICE, 'i-1', ['i-2'])).toBe('eipalloc-1')
    expect(await networks.ensureAddress(SERVICE, 'i-2', ['i-1'])).toBe('eipalloc-2')
  })

  test('reports the exhausted quota and what to do', async () => {
    ec2.on(DescribeAddressesCommand).resolves({ Addresses: [] })
    ec2.on(AllocateAddressCommand).rejects(awsError('AddressLimitExceeded', 'The maximum number of addresses has been reached.'))
    await expect(ensure()).rejects.toMatchObject({ code: 'account-limit', hint: expect.stringContaining('elastic-ip: false') })
  })

  test('reports that AWS itself has none left, and what to do', async () => {
    ec2.on(DescribeAddressesCommand).resolves({ Addresses: [] })
    ec2.on(AllocateAddressCommand).rejects(awsError('InsufficientAddressCapacity', 'Not enough available addresses', 500))
    await expect(ensure()).rejects.toMatchObject({ code: 'aws-unavailable', hint: expect.stringContaining('elastic-ip: false') })
  })

  test('is released, even if another run was faster', async () => {
    const held = { AllocationId: 'eipalloc-1', PublicIp: '203.0.113.7', AssociationId: 'eipassoc-1' }
    ec2.on(DescribeAddressesCommand).resolves({ Addresses: [held, { AllocationId: 'eipalloc-2', PublicIp: '203.0.113.8' }] })
    ec2.on(DisassociateAddressCommand).rejects(awsError('InvalidAssociationID.NotFound'))
    ec2.on(ReleaseAddressCommand, { AllocationId: 'eipalloc-2' }).rejects(awsError('InvalidAllocationID.NotFound'))
    expect(await networksAt().releaseAddresses(SERVICE, cleared())).toEqual(['203.0.113.7', '203.0.113.8'])
    expect(ec2.commandCalls(ReleaseAddressCommand)).toHaveLength(2)
  })
})

describe("the service's own", () => {
  const open = { IpProtocol: 'tcp', FromPort: 80, ToPort: 80, IpRanges: [V4], Ipv6Ranges: [V6] }
  const own = (vpcId: string | undefined) => networksAt().own(SERVICE, { vpcId, ports: HTTP })

  test.each([
    ['an open group', [{ GroupId: 'sg-1', IpPermissions: [open] }], { id: 'sg-1', open: true }],
    [
      'a group that is open for IPv4 alone',
      [{ GroupId: 'sg-1', IpPermissions: [{ ...open, Ipv6Ranges: [] }] }],
      { id: 'sg-1', open: false },
    ],
    ['no group', [], undefined],
  ])('finds without changing anything: %s', async (_, SecurityGroups, securityGroup) => {
    ec2.on(DescribeSecurityGroupsCommand).resolves({ SecurityGroups })
    ec2.on(DescribeAddressesCommand).resolves({ Addresses: [{ AllocationId: 'eipalloc-1', PublicIp: '203.0.113.7' }] })
    expect(await own('vpc-1')).toEqual({ addresses: ['203.0.113.7'], securityGroup })
    expect(ec2.calls()).toHaveLength(2)
  })

  test('has no group without a network', async () => {
    ec2.on(DescribeAddressesCommand).resolves({ Addresses: [] })
    expect(await own(undefined)).toEqual({ addresses: [], securityGroup: undefined })
  })
})
