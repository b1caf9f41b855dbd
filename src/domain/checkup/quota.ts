import { failed, ok, warning } from './check.ts'
import type { Check } from './check.ts'

/** A quota of vCPUs for running On-Demand instances of some families. */
export interface VcpuQuota {
  /** Its code in Service Quotas. */
  readonly code: string
  /** The families that it counts, in words. */
  readonly families: string
}

/** https://docs.aws.amazon.com/ec2/latest/instancetypes/ec2-instance-quotas.html */
const QUOTAS: readonly (VcpuQuota & { readonly letters: RegExp })[] = [
  { code: 'L-1216C47A', families: 'A, C, D, H, I, M, R, T and Z', letters: /^([acdhmrtz]|im?|is)$/ },
  { code: 'L-6E869C2A', families: 'DL', letters: /^dl$/ },
  { code: 'L-74FC7D96', families: 'F', letters: /^f$/ },
  { code: 'L-DB2E81BA', families: 'G and VT', letters: /^(gr?|vt)$/ },
  { code: 'L-F7808C92', families: 'HPC', letters: /^hpc$/ },
  { code: 'L-43DA4232', families: 'high memory', letters: /^u$/ },
  { code: 'L-1945791B', families: 'Inf', letters: /^inf$/ },
  { code: 'L-417A185B', families: 'P', letters: /^p$/ },
  { code: 'L-2C3B7624', families: 'Trn', letters: /^trn$/ },
  { code: 'L-7295265B', families: 'X', letters: /^x$/ },
]

/** The quota that counts an instance type; `undefined` for families that are not known here. */
export function vcpuQuotaOf(instanceType: string): VcpuQuota | undefined {
  const [letters = ''] = /^[a-z]+/.exec(instanceType) ?? []
  return QUOTAS.find((quota) => quota.letters.test(letters))
}

/** A quota of the account in the region, and how much of it is in use. */
export interface Room {
  readonly quota: number
  readonly used: number
}

interface Need {
  /** What is counted, such as `Elastic IPs`. */
  readonly what: string
  /** Hosts that the next deploy launches. */
  readonly hosts: number
  /** What each of them takes. */
  readonly each: number
  readonly fix: string
}

/** Whether the next deploy fits. One that launches nothing can still have to replace a host. */
export function checkRoom({ quota, used }: Room, { what, hosts, each, fix }: Need): Check {
  const words = `${used} of ${quota} ${what} are in use`
  const needed = hosts * each
  if (needed > 0 && used + needed > quota) return failed('Quotas', `${words}, and the next deploy needs ${needed} more`, fix)
  if (needed === 0 && used + each > quota) return warning('Quotas', `${words}, so no host can be replaced by a new one`, fix)
  return ok('Quotas', needed > 0 ? `${words}, and the next deploy needs ${needed} more` : words)
}
