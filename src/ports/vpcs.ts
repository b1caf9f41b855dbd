/** The networks that hosts lie in. */
export interface Vpcs {
  /** IPv4 CIDRs of the VPCs, and where their route tables lead to but for the internet; each once. */
  reachable(vpcIds: readonly string[]): Promise<readonly string[]>
}
