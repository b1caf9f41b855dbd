import type { Clearance } from '../../domain/host/ending.ts'
import type { HostPolicySpec } from '../../domain/host/host-policy.ts'
import type { Service } from '../../domain/service.ts'

/** The role that a host runs under, and its instance profile; both have the same name. */
export interface HostRoles {
  /** Creates what is missing, brings the policy up to date, uses the permissions boundary where that exists. Gives the profile's name. */
  ensure(spec: HostPolicySpec): Promise<string>
  /** The profile's name, if both are there. */
  find(service: Service, region: string): Promise<string | undefined>
  /** Gives what was removed, in words. Idempotent. */
  remove(service: Service, region: string, clearance: Clearance): Promise<readonly string[]>
}
