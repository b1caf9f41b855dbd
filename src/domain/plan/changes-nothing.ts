import type { HostSpec } from '../host/host.ts'
import { isSettled } from '../host/host-plan.ts'
import type { HostPlan, HostsPlan } from '../host/host-plan.ts'
import { hasSameProxyPart } from '../release/fingerprint.ts'
import type { ReleaseRecord } from '../release/record.ts'
import { isChange } from '../dns/name-step.ts'
import type { NameStep } from '../dns/name-step.ts'
import type { SecretChanges } from '../release/secret-changes.ts'
import type { Specification } from '../release/spec.ts'

/** What was seen, and what is wanted. */
export interface Compared {
  readonly hostPlan: HostsPlan
  readonly spec: HostSpec
  readonly record: ReleaseRecord | undefined
  /** Name of the wanted release; empty as long as its image is not there. */
  readonly release: string
  readonly configuration: Specification
  readonly secrets: Pick<SecretChanges, 'changed'>
  readonly names: readonly NameStep[]
  /** Where hosts were seen to have something else than what is recorded; nothing where nobody asked them. */
  readonly drift: readonly string[]
}

/**
 * Whether a deploy would build, launch, repair and release nothing, as far as the record, and the hosts that were asked, tell. Such a deploy needs neither the lease nor an approval,
 * and its plan is `unchanged`.
 */
export function changesNothing(compared: Compared): boolean {
  const { hostPlan, record, release, configuration, secrets, names, drift } = compared
  if (secrets.changed.length > 0 || drift.length > 0 || names.some(isChange)) return false
  if (hostPlan.kind !== 'hosts' || record === undefined || record.release !== release) return false
  if (!hasSameProxyPart(record, configuration)) return false
  return hostPlan.plans.every((plan) => stays(plan, { ...compared, record }))
}

/** Whether a host serves the release already, and is left as it is. */
function stays(plan: HostPlan, { record, spec }: Compared & { readonly record: ReleaseRecord }): boolean {
  return plan.kind === 'reuse' && isSettled(plan.host, spec, record)
}
