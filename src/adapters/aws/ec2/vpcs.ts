import { paginateDescribeRouteTables } from '@aws-sdk/client-ec2'
import type { EC2Client } from '@aws-sdk/client-ec2'
import type { Vpcs } from '../../../ports/hosts/vpcs.ts'
import { pages } from '../errors.ts'

const EVERYWHERE = '0.0.0.0/0'

/**
 * Networks that the route tables of a VPC lead to: its own blocks (each table has a local route for each), peered VPCs, transit gateways, VPNs.
 * The addresses behind a prefix list are not looked up. https://docs.aws.amazon.com/vpc/latest/userguide/RouteTables.html
 */
export function ec2Vpcs(client: EC2Client): Vpcs {
  return {
    async addresses(vpcIds) {
      const request = { Filters: [{ Name: 'vpc-id', Values: [...vpcIds] }] }
      const tables = await pages('ec2:DescribeRouteTables', paginateDescribeRouteTables({ client }, request), (page) => page.RouteTables)
      const routes = tables.flatMap(({ Routes = [] }) => Routes)
      const local = routes.filter(({ GatewayId }) => GatewayId === 'local')
      return {
        own: each(local.flatMap((route) => route.DestinationCidrBlock ?? route.DestinationIpv6CidrBlock ?? [])),
        reachable: each(routes.flatMap((route) => route.DestinationCidrBlock ?? [])).filter((cidr) => cidr !== EVERYWHERE),
      }
    },
  }
}

function each(cidrs: readonly string[]): readonly string[] {
  return [...new Set(cidrs)].toSorted()
}
