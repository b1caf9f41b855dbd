import { DescribeVpcsCommand, paginateDescribeSubnets } from '@aws-sdk/client-ec2'
import type { DescribeSubnetsCommandInput, EC2Client } from '@aws-sdk/client-ec2'
import { DeployError } from '../../../errors.ts'
import type { Clock } from '../../../ports/clock.ts'
import type { Networks, Subnet } from '../../../ports/hosts/networks.ts'
import { aws, isNamed, pages } from '../errors.ts'
import { ensureAddress, findAddresses, releaseAddresses } from './addresses.ts'
import { closePorts } from './ingress.ts'
import { ensureSecurityGroup, findOpenPorts, findSecurityGroup, removeSecurityGroups } from './security-groups.ts'

export function ec2Networks(client: EC2Client, clock: Clock): Networks {
  const given = new Map<string, string>()
  return {
    subnets: (ids) => (ids.length > 0 ? namedSubnets(client, ids) : defaultSubnets(client)),
    ensureSecurityGroup: (service, vpcId, ports) => ensureSecurityGroup(client, clock, { service, vpcId, ports }),
    openPorts: (service) => findOpenPorts(client, service),
    closePorts: (service, needed) => closePorts(client, service, needed),
    ensureAddress: (service, hostId, others) => ensureAddress(client, clock, { service, hostId, others, given }),
    own: async (service, { vpcId, ports }) => {
      const [addresses, securityGroup] = await Promise.all([
        findAddresses(client, service),
        vpcId === undefined ? undefined : findSecurityGroup(client, { service, vpcId, ports }),
      ])
      return { addresses, securityGroup }
    },
    removeSecurityGroups: (service) => removeSecurityGroups(client, clock, service),
    releaseAddresses: (service) => releaseAddresses(client, clock, service),
  }
}

async function namedSubnets(client: EC2Client, ids: readonly string[]): Promise<Subnet[]> {
  try {
    const found = await describe(client, { SubnetIds: [...ids] })
    return ids.flatMap((id) => found.find((subnet) => subnet.id === id) ?? [])
  } catch (cause) {
    if (!isNamed(cause, 'InvalidSubnetID.NotFound', 'InvalidSubnetId.Malformed')) throw cause
    throw new DeployError('unknown-subnet', `AWS does not know all of the subnets: ${cause.message}`, {
      hint: 'Check the inputs subnet-ids and aws-region.',
      cause,
    })
  }
}

async function defaultSubnets(client: EC2Client): Promise<Subnet[]> {
  const request = new DescribeVpcsCommand({ Filters: [{ Name: 'is-default', Values: ['true'] }] })
  const vpc = (await aws('ec2:DescribeVpcs', client.send(request))).Vpcs?.[0]?.VpcId
  const subnets = vpc === undefined ? [] : await subnetsOf(client, vpc)
  if (subnets.length > 0) return subnets
  throw new DeployError(
    'no-default-vpc',
    vpc === undefined ? 'This region has no default VPC.' : `The default VPC ${vpc} has no default subnet.`,
    {
      hint: 'Set the input subnet-ids to one or more public subnets.',
    },
  )
}

async function subnetsOf(client: EC2Client, vpc: string): Promise<Subnet[]> {
  const filters = { 'vpc-id': vpc, 'default-for-az': 'true', state: 'available' }
  const Filters = Object.entries(filters).map(([Name, value]) => ({ Name, Values: [value] }))
  return (await describe(client, { Filters })).toSorted((a, b) => a.zone.localeCompare(b.zone))
}

async function describe(client: EC2Client, request: DescribeSubnetsCommandInput): Promise<Subnet[]> {
  const found = await pages('ec2:DescribeSubnets', paginateDescribeSubnets({ client }, request), (page) => page.Subnets)
  return found.map(({ SubnetId = '', VpcId = '', AvailabilityZone = '' }) => ({
    id: SubnetId,
    vpcId: VpcId,
    zone: AvailabilityZone,
  }))
}
