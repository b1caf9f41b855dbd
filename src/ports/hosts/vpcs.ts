import type { Subnet } from './networks.ts'

export interface VpcAddresses {
  /** CIDRs of the VPCs themselves, IPv4 and IPv6. */
  readonly own: readonly string[]
  /** IPv4 CIDRs of the VPCs, and of the networks in their route tables, except the internet. */
  readonly reachable: readonly string[]
}

/** The networks of the hosts. */
export interface Vpcs {
  /** Each CIDR once. */
  addresses(vpcIds: readonly string[]): Promise<VpcAddresses>
  /** Ids of those subnets whose route table leads nowhere but to its own and other private networks: a default route is missing, or its target is gone. */
  withoutWayOut(subnets: readonly Pick<Subnet, 'id' | 'vpcId'>[]): Promise<readonly string[]>
}
