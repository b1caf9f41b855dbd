import { DescribeVpcsCommand, paginateDescribeRouteTables } from '@aws-sdk/client-ec2'
import type { EC2Client } from '@aws-sdk/client-ec2'
import type { Vpcs } from '../ports/vpcs.ts'
import { aws, pages } from './aws-errors.ts'

const EVERYWHERE = '0.0.0.0/0'

export function ec2Vpcs(client: EC2Client): Vpcs {
  return {
    async reachable(vpcIds) {
      const [own, routes] = await Promise.all([ownCidrs(client, vpcIds), destinations(client, vpcIds)])
      return [...new Set([...own, ...routes])].filter((cidr) => cidr !== EVERYWHERE).toSorted()
    },
  }
}

async function ownCidrs(client: EC2Client, vpcIds: readonly string[]): Promise<string[]> {
  const { Vpcs: found = [] } = await aws('ec2:DescribeVpcs', client.send(new DescribeVpcsCommand({ VpcIds: [...vpcIds] })))
  const associated = found.flatMap(({ CidrBlockAssociationSet = [] }) => CidrBlockAssociationSet)
  return [...found, ...associated].flatMap(({ CidrBlock }) => CidrBlock ?? [])
}

/** Peered VPCs, transit gateways, VPNs. Where a route names a prefix list, its addresses are not looked up. */
async function destinations(client: EC2Client, vpcIds: readonly string[]): Promise<string[]> {
  const request = { Filters: [{ Name: 'vpc-id', Values: [...vpcIds] }] }
  const tables = await pages('ec2:DescribeRouteTables', paginateDescribeRouteTables({ client }, request), (page) => page.RouteTables)
  return tables.flatMap(({ Routes = [] }) => Routes.flatMap(({ DestinationCidrBlock }) => DestinationCidrBlock ?? []))
}
