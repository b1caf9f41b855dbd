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
}
