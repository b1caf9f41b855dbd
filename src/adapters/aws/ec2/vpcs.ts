import { paginateDescribeRouteTables } from '@aws-sdk/client-ec2'
import type { EC2Client, RouteTable } from '@aws-sdk/client-ec2'
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
      const tables = await tablesIn(client, vpcIds)
      const routes = tables.flatMap(({ Routes = [] }) => Routes)
      const local = routes.filter(({ GatewayId }) => GatewayId === 'local')
      return {
        own: each(local.flatMap((route) => route.DestinationCidrBlock ?? route.DestinationIpv6CidrBlock ?? [])),
        reachable: each(routes.flatMap((route) => route.DestinationCidrBlock ?? [])).filter((cidr) => cidr !== EVERYWHERE),
      }
    },
    async withoutWayOut(subnets) {
      const tables = await tablesIn(client, each(subnets.map(({ vpcId }) => vpcId)))
      return subnets.filter((subnet) => !leadsOut(tableOf(subnet, tables))).map(({ id }) => id)
    },
  }
}

function tablesIn(client: EC2Client, vpcIds: readonly string[]): Promise<RouteTable[]> {
  const request = { Filters: [{ Name: 'vpc-id', Values: [...vpcIds] }] }
  return pages('ec2:DescribeRouteTables', paginateDescribeRouteTables({ client }, request), (page) => page.RouteTables)
}

/** Its own, or else the main table of its VPC. */
function tableOf({ id, vpcId }: { readonly id: string; readonly vpcId: string }, tables: readonly RouteTable[]): RouteTable | undefined {
  const own = tables.find(({ Associations = [] }) => Associations.some(({ SubnetId }) => SubnetId === id))
  return own ?? tables.find(({ VpcId, Associations = [] }) => VpcId === vpcId && Associations.some(({ Main }) => Main === true))
}

/** A route is a black hole when its target, such as a NAT gateway, was deleted. */
function leadsOut(table: RouteTable | undefined): boolean {
  return table?.Routes?.some(({ DestinationCidrBlock, State }) => DestinationCidrBlock === EVERYWHERE && State !== 'blackhole') === true
}

function each(cidrs: readonly string[]): readonly string[] {
  return [...new Set(cidrs)].toSorted()
}
