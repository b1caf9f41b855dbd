import type { Clearance } from '../../domain/host/ending.ts'
import type { OwnNetwork } from '../../domain/plan/infrastructure.ts'
import type { OpenPort } from '../../domain/open-ports.ts'
import type { Service } from '../../domain/service.ts'

export interface Subnet {
  readonly id: string
  readonly vpcId: string
  readonly zone: string
}

/** Where hosts live: subnets, security groups, addresses. What `ensure` makes carries the managed tags, and only that is ever removed. */
export interface Networks {
  /** The subnets with these ids in this order, or, for an empty list, those of the default VPC. Throws a `DeployError` when there are none. */
  subnets(ids: readonly string[]): Promise<readonly Subnet[]>
  /** The service's own security group in this VPC, open for these ports to the world, created where missing. */
  ensureSecurityGroup(service: Service, vpcId: string, ports: readonly OpenPort[]): Promise<string>
  /** Closes the ports of the service's own groups that this action opened, but those that are needed. Gives the closed ones. */
  closePorts(service: Service, needed: readonly OpenPort[]): Promise<readonly OpenPort[]>
  /**
   * An Elastic IP of the service for this host: the one that it has, or one that none of the `others` has, or a new one; moved to it where it is not
   * there yet. Gives the address.
   */
  ensureAddress(service: Service, hostId: string, others: readonly string[]): Promise<string>
  /** What is there of the service's own: its addresses, and its security group in this VPC, with whether it is open for these ports to the world. */
  own(service: Service, place: { readonly vpcId: string | undefined; readonly ports: readonly OpenPort[] }): Promise<OwnNetwork>
  /** Gives the ids of the removed groups. Waits while a terminated host still holds one. */
  removeSecurityGroups(service: Service, clearance: Clearance): Promise<readonly string[]>
  /** Gives the released addresses. */
  releaseAddresses(service: Service, clearance: Clearance): Promise<readonly string[]>
}
