import type { Room } from '../../domain/checkup/quota.ts'

/** Quotas of the account in the region, and what is in use. Each method throws a `DeployError` `not-allowed` if the role cannot ask. */
export interface Quotas {
  /** The vCPUs of a host; `undefined` if the region does not offer the instance type. */
  vcpusOf(instanceType: string): Promise<number | undefined>
  /** vCPUs of On-Demand instances that run now, with the quota that counts this instance type; `undefined` if nothing tells. */
  vcpus(instanceType: string): Promise<Room | undefined>
  /** Elastic IPs; `undefined` if AWS names no quota. */
  addresses(): Promise<Room | undefined>
}
