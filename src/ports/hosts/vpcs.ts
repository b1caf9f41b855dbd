export interface VpcAddresses {
  /** CIDRs of the VPCs themselves, IPv4 and IPv6. */
  readonly own: readonly string[]
  /** IPv4 CIDRs of the VPCs, and where their route tables lead to but for the internet. */
  readonly reachable: readonly string[]
}

/** The networks that hosts lie in. */
export interface Vpcs {
  /** Each CIDR once. */
  addresses(vpcIds: readonly string[]): Promise<VpcAddresses>
}
