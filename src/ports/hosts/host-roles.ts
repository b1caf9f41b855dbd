import type { Clearance } from '../../domain/host/ending.ts'
import type { HostPolicySpec } from '../../domain/host/host-policy.ts'
import type { Service } from '../../domain/service.ts'

/** The role settings of a new host. */
interface HostRole {
  /** Name of the instance profile. */
  readonly profile: string
  /** What a stack's role, which no run can change, does not allow its hosts, such as `ecr:BatchGetImage on arn:...`. */
  readonly lacks: readonly string[]
}

/** The role of a host, and its instance profile. */
export interface HostRoles {
  /**
   * Uses those of a stack of docs/iam/setup.yaml as they are. Otherwise creates what is missing, updates the policy, and sets the
   * account's permissions boundary, if there is one. Refuses, as `role-taken`, those that another service or somebody else created.
   */
  ensure(spec: HostPolicySpec): Promise<HostRole>
  /** The profile's name, if profile and role exist. */
  find(service: Service, region: string): Promise<string | undefined>
  /** Returns what it removed, in words: nothing that a stack, another service or somebody else created. Idempotent. */
  remove(service: Service, region: string, clearance: Clearance): Promise<readonly string[]>
}
