import { isOwn } from './host.ts'
import type { Host, HostSpec } from './host.ts'
import { refuse } from '../refusal.ts'
import type { Refused } from '../refusal.ts'
import { hostIdsOf } from '../release/record.ts'
import type { ReleaseRecord } from '../release/record.ts'
import { displayName } from '../service.ts'

/** What to do about one host, as data: it is shown, tested and only then applied. */
export type HostPlan =
  | { readonly kind: 'launch' }
  | { readonly kind: 'start'; readonly host: Host }
  | { readonly kind: 'reuse'; readonly host: Host }
  /** `next` is the successor when an earlier run was interrupted after launching it. */
  | { readonly kind: 'replace'; readonly host: Host; readonly next: Host | undefined }

/** One plan for each host that there is to be, or why there is none. */
export type HostsPlan = { readonly kind: 'hosts'; readonly plans: readonly HostPlan[] } | Refused

/** `observed`: the hosts that carry the service's tags, or the one that `instance-id` names; none of them terminated. */
export function planHosts(spec: HostSpec, observed: readonly Host[]): HostsPlan {
  if (spec.instanceId !== undefined) return planNamedHost(spec.instanceId, observed)
  const hosts = withoutSuccessors(observed)
  if (hosts.length > spec.instances) return tooMany(spec, hosts)
  const plans = hosts.map((host) => planHost(spec, host, successorOf(host, observed)))
  const refusal = plans.find((plan) => plan.kind === 'refuse')
  if (refusal) return refusal
  const missing = Array.from({ length: spec.instances - hosts.length }, () => ({ kind: 'launch' }) as const)
  return { kind: 'hosts', plans: [...plans.filter((plan) => plan.kind !== 'refuse'), ...missing] }
}

/** For a rollback or a restart: every host that is there, whatever their number and their type. */
export function planExisting(spec: HostSpec, observed: readonly Host[]): HostsPlan {
  if (spec.instanceId !== undefined) return planNamedHost(spec.instanceId, observed)
  const hosts = withoutSuccessors(observed)
  if (hosts.length > 0) return { kind: 'hosts', plans: hosts.map(startOrReuse) }
  return refuse('nothing is deployed here', 'Check the inputs service, environment and aws-region.')
}

function planNamedHost(id: string, observed: readonly Host[]): HostsPlan {
  const host = observed.find((candidate) => candidate.id === id)
  if (host) return { kind: 'hosts', plans: [startOrReuse(host)] }
  return refuse(`instance-id ${id} does not exist in this region, or was terminated`, 'Check the inputs instance-id and aws-region.')
}

function tooMany({ service, instances }: HostSpec, hosts: readonly Host[]): Refused {
  const ids = hosts.map(({ id }) => id).join(', ')
  return refuse(
    `${hosts.length} hosts carry the tags of ${displayName(service)}, and instances is ${instances}: ${ids}`,
    `Set instances: ${hosts.length} to deploy to all of them, or terminate those that are to go, or remove their tags; instance-id chooses a single one.`,
  )
}

function planHost(spec: HostSpec, host: Host, next: Host | undefined): HostPlan | Refused {
  if (next) return { kind: 'replace', host, next }
  if (!isOwn(host, spec.service) || host.instanceType === spec.instanceType) return startOrReuse(host)
  if (spec.allowReplacement) return { kind: 'replace', host, next: undefined }
  return refuse(
    `${host.id} is a ${host.instanceType}, and instance-type asks for ${spec.instanceType}, which needs a new host`,
    `Set instance-type: ${host.instanceType} to keep it, or allow-replacement: true to launch a ${spec.instanceType} and move the service there. Data on the host does not move.`,
  )
}

function startOrReuse(host: Host): HostPlan {
  return host.state === 'stopped' || host.state === 'stopping' ? { kind: 'start', host } : { kind: 'reuse', host }
}

function successorOf({ id }: Host, observed: readonly Host[]): Host | undefined {
  return observed.find(({ replaces }) => replaces === id)
}

/** A host that was launched to replace another one counts only when that one is gone. */
function withoutSuccessors(observed: readonly Host[]): readonly Host[] {
  return observed.filter(({ replaces }) => replaces === undefined || observed.every(({ id }) => id !== replaces))
}

/** Whether nothing is left to do about the port and the address of a host that is there: an earlier run has finished it. */
export function isSettled(host: Host, { httpPort, elasticIp }: HostSpec, record: ReleaseRecord | undefined): boolean {
  return hostIdsOf(record).includes(host.id) && record?.route['http-port'] === httpPort && (host.elasticIp || !elasticIp)
}

/** Subnets of the hosts that stay. */
export function subnetsTaken(plans: readonly HostPlan[]): readonly (string | undefined)[] {
  return plans.map((plan) => (plan.kind === 'start' || plan.kind === 'reuse' ? plan.host.subnetId : undefined))
}

export function needsLaunch(plan: HostPlan): boolean {
  return plan.kind === 'launch' || (plan.kind === 'replace' && plan.next === undefined)
}
