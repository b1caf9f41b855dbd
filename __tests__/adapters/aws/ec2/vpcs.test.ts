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

test('the blocks of the VPC, and where its routes lead to, each once, from all pages', async () => {
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

test('a role that may not look is named with what it lacks', async () => {
  ec2.on(DescribeRouteTablesCommand).rejects(awsError('UnauthorizedOperation', 'You are not authorized to perform this operation.'))
  await expect(vpcs.addresses(['vpc-1'])).rejects.toMatchObject({
    code: 'not-allowed',
    message: expect.stringContaining('ec2:DescribeRouteTables'),
  })
})
