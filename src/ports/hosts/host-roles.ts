import type { Clearance } from '../../domain/host/ending.ts'
import type { HostPolicySpec } from '../../domain/host/host-policy.ts'
import type { Service } from '../../domain/service.ts'

/** What a host is launched with. */
interface HostRole {
  /** Name of the instance profile. */
  readonly profile: string
  /** What the role of a stack, which no run may change, does not allow its hosts, such as `ecr:BatchGetImage on arn:...`. */
  readonly lacks: readonly string[]
}

/** The role that a host runs under, and its instance profile. */
export interface HostRoles {
  /**
   * Takes those that a stack of docs/iam/setup.yaml made as they are. Otherwise creates what is missing, brings the policy up to date, and uses the
   * permissions boundary where the account has one. Refuses, as `role-taken`, what another service or somebody else made.
   */
  ensure(spec: HostPolicySpec): Promise<HostRole>
  /** The profile's name, if profile and role are there. */
  find(service: Service, region: string): Promise<string | undefined>
  /** Gives what was removed, in words: nothing that a stack, another service or somebody else made. Idempotent. */
  remove(service: Service, region: string, clearance: Clearance): Promise<readonly string[]>
}
