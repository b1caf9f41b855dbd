import type { Host, HostSpec } from '../host/host.ts'
import { isOwn } from '../host/host.ts'
import type { HostPlan } from '../host/host-plan.ts'
import { hostIdsOf } from '../release/record.ts'
import type { ReleaseRecord } from '../release/record.ts'
import type { Destination } from './name-step.ts'

/** Where names lead after the plans are carried out. */
export function plannedDestination(plans: readonly HostPlan[], spec: HostSpec): Destination {
  const known = plans.map((plan) => plannedAddress(plan, spec))
  const addresses = known.filter((address) => address !== undefined)
  return { addresses, pending: known.length - addresses.length }
}

/** `undefined` if it is unknown yet. */
function plannedAddress(plan: HostPlan, spec: HostSpec): string | undefined {
  switch (plan.kind) {
    case 'launch':
      return undefined
    case 'replace':
      return spec.elasticIp && plan.host.elasticIp ? plan.host.publicIp : undefined
    case 'start':
    case 'reuse':
      return keepsAddress(plan, spec) ? addressOf(plan.host) : undefined
  }
}

function keepsAddress({ kind, host }: Extract<HostPlan, { kind: 'start' | 'reuse' }>, spec: HostSpec): boolean {
  if (host.elasticIp) return true
  return kind === 'reuse' && (!spec.elasticIp || !isOwn(host, spec.service))
}

function addressOf({ publicIp, privateIp }: Host): string | undefined {
  return publicIp ?? privateIp
}

/** Where names lead during a deploy: to the serving hosts or, before there is one, to all future ones. A host to be replaced serves until the end. */
export function servingDestination(plans: readonly HostPlan[], hosts: readonly Host[], record: ReleaseRecord | undefined): Destination {
  const now = hosts.map((host, at) => {
    const plan = plans[at]
    return plan?.kind === 'replace' ? plan.host : host
  })
  const serving = now.filter(({ id }) => hostIdsOf(record).includes(id))
  return destinationOf(serving.length > 0 ? serving : now)
}

/** All of these hosts. */
export function destinationOf(hosts: readonly Host[]): Destination {
  return { addresses: hosts.flatMap((host) => addressOf(host) ?? []), pending: 0 }
}
