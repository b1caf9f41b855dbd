import type { Right, Verdict } from '../../domain/checkup/rights.ts'
import type { LaunchSpec } from '../../domain/host/host.ts'
import type { Service } from '../../domain/service.ts'

/** What the role of the run can change, found out without a change. Nothing here throws because a right is missing, or because nothing tells. */
export interface Permissions {
  /** EC2 decides about the whole request, also about handing the profile's role to the host. */
  launch(spec: LaunchSpec): Promise<Verdict>
  createSecurityGroup(service: Service, vpcId: string): Promise<Verdict>
  allocateAddress(service: Service): Promise<Verdict>
  /** What IAM says of the run's own role, in the order of `rights`. */
  simulate(rights: readonly Right[]): Promise<readonly Verdict[]>
}
