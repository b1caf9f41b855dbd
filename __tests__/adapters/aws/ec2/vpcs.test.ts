import { DescribeRouteTablesCommand, EC2Client } from '@aws-sdk/client-ec2'
import { beforeEach, expect, test } from '@jest/globals'
import { mockClient } from 'aws-sdk-client-mock'
import { ec2Vpcs } from '../../../../src/adapters/aws/ec2/vpcs.ts'
import { awsError } from '../../../fakes/aws-error.ts'

const ec2 = mockClient(EC2Client)
const vpcs = ec2Vpcs(new EC2Client({ region: 'us-east-1' }))
const local = (DestinationCidrBlock: string) => ({ DestinationCidrBlock, GatewayId: 'local' })
const route = (DestinationCidrBlock: string) => ({ DestinationCidrBlock, GatewayId: 'tgw-1' })
const IPV6 = { DestinationIpv6CidrBlock: 'fd00:1::/56', GatewayId: 'local' }

beforeEach(() => {
  ec2.reset()
  ec2.on(DescribeRouteTablesCommand).resolves({ RouteTables: [] })
})

test('lists the blocks of the VPC and the targets of its routes once, from all pages', async () => {
  ec2
    .on(DescribeRouteTablesCommand)
    .resolvesOnce({ RouteTables: [{ Routes: [local('10.0.0.0/16'), route('10.1.0.0/16'), route('0.0.0.0/0')] }], NextToken: 'more' })
    .resolves({
      RouteTables: [
        {
          Routes: [
            route('172.29.0.0/16'),
            local('10.0.0.0/16'),
            IPV6,
            { DestinationIpv6CidrBlock: '::/0' },
            { DestinationPrefixListId: 'pl-1' },
          ],
        },
      ],
    })
  await expect(vpcs.addresses(['vpc-1', 'vpc-2'])).resolves.toEqual({
    own: ['10.0.0.0/16', 'fd00:1::/56'],
    reachable: ['10.0.0.0/16', '10.1.0.0/16', '172.29.0.0/16'],
  })
  expect(ec2.commandCalls(DescribeRouteTablesCommand)[0]?.args[0].input).toMatchObject({
    Filters: [{ Name: 'vpc-id', Values: ['vpc-1', 'vpc-2'] }],
  })
})

test('names the permission that the role lacks', async () => {
  ec2.on(DescribeRouteTablesCommand).rejects(awsError('UnauthorizedOperation', 'You are not authorized to perform this operation.'))
  await expect(vpcs.addresses(['vpc-1'])).rejects.toMatchObject({
    code: 'not-allowed',
    message: expect.stringContaining('ec2:DescribeRouteTables'),
  })
})

const OUT = { DestinationCidrBlock: '0.0.0.0/0', NatGatewayId: 'nat-1', State: 'active' as const }
const main = { VpcId: 'vpc-1', Associations: [{ Main: true }] }

test.each([
  [
    'the route of its own table',
    [
      { ...main, Routes: [] },
      { Associations: [{ SubnetId: 'subnet-1' }], Routes: [OUT] },
    ],
    [],
  ],
  ['the route of the main table', [{ ...main, Routes: [OUT] }], []],
  ['a main table of another VPC', [{ ...main, VpcId: 'vpc-2', Routes: [OUT] }], ['subnet-1']],
  [
    'its own table, which has none',
    [
      { ...main, Routes: [OUT] },
      { Associations: [{ SubnetId: 'subnet-1' }], Routes: [local('10.0.0.0/16')] },
    ],
    ['subnet-1'],
  ],
  ['a NAT gateway that is gone', [{ ...main, Routes: [{ ...OUT, State: 'blackhole' as const }] }], ['subnet-1']],
  ['no table', [], ['subnet-1']],
])('a subnet with %s', async (_, RouteTables, closed) => {
  ec2.on(DescribeRouteTablesCommand).resolves({ RouteTables })
  await expect(vpcs.withoutWayOut([{ id: 'subnet-1', vpcId: 'vpc-1' }])).resolves.toEqual(closed)
})
