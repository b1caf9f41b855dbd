import type { HostSpec } from '../host/host.ts'
import { isSettled } from '../host/host-plan.ts'
import type { HostPlan, HostsPlan } from '../host/host-plan.ts'
import { hasSameProxyPart } from '../release/fingerprint.ts'
import type { ReleaseRecord } from '../release/record.ts'
import { replacesProxy } from '../order/cut-over.ts'
import type { ProxyImage } from '../order/cut-over.ts'
import { isChange } from '../dns/name-step.ts'
import type { NameStep } from '../dns/name-step.ts'
import type { SecretChanges } from '../release/secret-changes.ts'
import type { Specification } from '../release/spec.ts'

/** The snapshot, and the wanted release. */
export interface Compared {
  readonly hostPlan: HostsPlan
  readonly spec: HostSpec
  readonly record: ReleaseRecord | undefined
  /** Name of the wanted release; empty while its image is missing. */
  readonly release: string
  readonly configuration: Specification
  readonly secrets: Pick<SecretChanges, 'changed'>
  readonly names: readonly NameStep[]
  readonly proxyImage: ProxyImage
  /** Drift between hosts and record; empty if nobody asked the hosts. */
  readonly drift: readonly string[]
}

/**
 * Whether a deploy would build, launch, repair and release nothing, by the record and the answers of the hosts. Such a deploy needs neither the
 * lease nor an approval, and its plan is `unchanged`.
 */
export function changesNothing(compared: Compared): boolean {
  const { hostPlan, record, release, configuration, secrets, names, drift, proxyImage } = compared
  if (secrets.changed.length > 0 || drift.length > 0 || names.some(isChange)) return false
  if (hostPlan.kind !== 'hosts' || record === undefined || record.release !== release) return false
  if (!hasSameProxyPart(record, configuration) || replacesProxy(record, proxyImage)) return false
  return hostPlan.plans.every((plan) => stays(plan, { ...compared, record }))
}

/** Whether a host already serves the release, and stays as it is. */
function stays(plan: HostPlan, { record, spec }: Compared & { readonly record: ReleaseRecord }): boolean {
  return plan.kind === 'reuse' && isSettled(plan.host, spec, record)
}
