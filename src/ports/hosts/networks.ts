import type { Clearance } from '../../domain/host/ending.ts'
import type { OwnNetwork } from '../../domain/plan/infrastructure.ts'
import type { OpenPort, PortRange } from '../../domain/open-ports.ts'
import type { Service } from '../../domain/service.ts'

export interface Subnet {
  readonly id: string
  readonly vpcId: string
  readonly zone: string
}

/** Networks of hosts: subnets, security groups, addresses. Everything that `ensure` creates has the managed tags, and nothing else is ever removed. */
export interface Networks {
  /** The subnets with these ids, in this order; for an empty list, those of the default VPC. Throws a `DeployError` if there are none. */
  subnets(ids: readonly string[]): Promise<readonly Subnet[]>
  /** The service's own security group in this VPC, with these ports open to the world; created if missing. */
  ensureSecurityGroup(service: Service, vpcId: string, ports: readonly OpenPort[]): Promise<string>
  /** By the id of each of the service's own security groups: the ports that it opens to anybody. */
  openPorts(service: Service): Promise<ReadonlyMap<string, readonly PortRange[]>>
  /** Closes ports of the service's own groups that this action opened and that are no longer needed. Returns the closed ones. */
  closePorts(service: Service, needed: readonly OpenPort[]): Promise<readonly OpenPort[]>
  /**
   * An Elastic IP of the service for this host: its current one, or one that none of the `others` has, or a new one. Associates it with the host
   * if necessary. Returns the address.
   */
  ensureAddress(service: Service, hostId: string, others: readonly string[]): Promise<string>
  /** The service's own addresses and its security group in this VPC, with whether it opens these ports to the world. */
  own(service: Service, place: { readonly vpcId: string | undefined; readonly ports: readonly OpenPort[] }): Promise<OwnNetwork>
  /** Returns the ids of the removed groups. Waits while a terminated host still uses one. */
  removeSecurityGroups(service: Service, clearance: Clearance): Promise<readonly string[]>
  /** Returns the released addresses. */
  releaseAddresses(service: Service, clearance: Clearance): Promise<readonly string[]>
}
