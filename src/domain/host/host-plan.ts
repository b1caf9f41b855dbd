import { isOwn, isStopped } from './host.ts'
import type { Host, HostSpec } from './host.ts'
import { differenceText, hostDifferences } from './differences.ts'
import type { HostDifference } from './differences.ts'
import { refuse } from '../refusal.ts'
import type { Refused } from '../refusal.ts'
import { portsOf } from '../release/route.ts'
import { closedPorts, portsBeside } from '../open-ports.ts'
import { hostIdsOf } from '../release/record.ts'
import type { ReleaseRecord } from '../release/record.ts'
import { displayName } from '../service.ts'

/** What to do about one host, as data: shown and tested before it is applied. */
export type HostPlan =
  | { readonly kind: 'launch' }
  | { readonly kind: 'start'; readonly host: Host }
  | { readonly kind: 'reuse'; readonly host: Host }
  /** `next` is the new host if an earlier run was interrupted after its launch. `because`: the reason for the new host, in words. */
  | { readonly kind: 'replace'; readonly host: Host; readonly next: Host | undefined; readonly because: string }

/** One plan for each wanted host, or why there is none. */
export type HostsPlan = { readonly kind: 'hosts'; readonly plans: readonly HostPlan[] } | Refused

/** `observed`: the hosts with the service's tags, or the one that `instance-id` names; none of them terminated. */
export function planHosts(spec: HostSpec, observed: readonly Host[]): HostsPlan {
  if (spec.instanceId !== undefined) return refuseOthers(spec, planNamedHost(spec.instanceId, observed))
  const hosts = withoutSuccessors(observed)
  if (hosts.length > spec.instances) return tooMany(spec, hosts)
  const plans = hosts.map((host) => planHost(spec, host, successorOf(host, observed)))
  const refusal = plans.find((plan) => plan.kind === 'refuse')
  if (refusal) return refusal
  const missing = Array.from({ length: spec.instances - hosts.length }, () => ({ kind: 'launch' }) as const)
  return { kind: 'hosts', plans: [...plans.filter((plan) => plan.kind !== 'refuse'), ...missing] }
}

/** For a rollback or a restart: every existing host, whatever their number and type. */
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
    `${hosts.length} hosts have the tags of ${displayName(service)}, but instances is ${instances}: ${ids}`,
    `Set instances: ${hosts.length} to deploy to all of them, terminate the ones that you do not need, or remove their tags. instance-id selects a single one.`,
  )
}

function planHost(spec: HostSpec, host: Host, next: Host | undefined): HostPlan | Refused {
  if (next) return continued(spec, host, next)
  const differences = hostDifferences(host, spec)
  if (!spec.renew && differences.length === 0) return startOrReuse(host)
  if (!isOwn(host, spec.service)) return refuseForeign(host, differences)
  const because = differenceText(differences) || 'renew asks for a new host'
  return spec.renew || spec.allowReplacement ? { kind: 'replace', host, next: undefined, because } : refuseReplacement(host, differences)
}

/** The replacement must match the current inputs. */
function continued(spec: HostSpec, host: Host, next: Host): HostPlan | Refused {
  const differences = hostDifferences(next, spec)
  if (differences.length === 0) return { kind: 'replace', host, next, because: 'an interrupted run launched its successor' }
  return refuse(
    `${next.id}, which an interrupted run launched to replace ${host.id}, does not match the inputs: ${differenceText(differences)}`,
    `Set ${keeping(differences)} to continue with it, or terminate ${next.id} and run this again.`,
  )
}

function refuseReplacement(host: Host, differences: readonly HostDifference[]): Refused {
  return refuse(
    `${host.id} does not match the inputs, which need a new host: ${differenceText(differences)}`,
    `Set ${keeping(differences)} to keep the host, or allow-replacement: true to launch another one and move the service there. Data on the host does not move.`,
  )
}

function refuseForeign(host: Host, differences: readonly HostDifference[]): Refused {
  const what = differences.length === 0 ? 'renew asks for a new one' : differenceText(differences)
  return refuse(
    `the action did not create ${host.id} for this service, so it does not replace it: ${what}`,
    differences.length === 0 ? 'Leave renew out.' : `Set ${keeping(differences)}, or leave ${inputs(differences)} out.`,
  )
}

/** A host that `instance-id` names is never replaced. */
function refuseOthers(spec: HostSpec, plan: HostsPlan): HostsPlan {
  const [named] = plan.kind === 'hosts' ? plan.plans : []
  const differences = named && 'host' in named ? hostDifferences(named.host, spec) : []
  if (differences.length === 0) return plan
  return refuse(
    `the host in instance-id, ${spec.instanceId}, does not match the inputs, and the action does not replace it: ${differenceText(differences)}`,
    `Set ${keeping(differences)}, or leave ${inputs(differences)} out.`,
  )
}

/** The inputs that would describe a host as it is. */
function keeping(differences: readonly HostDifference[]): string {
  return differences.map(({ input, there }) => `${input}: ${there}`).join(' and ')
}

function inputs(differences: readonly HostDifference[]): string {
  return differences.map(({ input }) => input).join(' and ')
}

function startOrReuse(host: Host): HostPlan {
  return isStopped(host) ? { kind: 'start', host } : { kind: 'reuse', host }
}

function successorOf({ id }: Host, observed: readonly Host[]): Host | undefined {
  return observed.find(({ replaces }) => replaces === id)
}

/** A host that was launched to replace another one counts only after that one is gone. */
function withoutSuccessors(observed: readonly Host[]): readonly Host[] {
  return observed.filter(({ replaces }) => replaces === undefined || observed.every(({ id }) => id !== replaces))
}

/**
 * Whether a deploy leaves the host as it is: an earlier run has finished its port and its address, and nobody has closed the port since. Neither ever
 * changes on a host that this action did not create for the service.
 */
export function isSettled(host: Host, spec: HostSpec, record: ReleaseRecord | undefined): boolean {
  if (!hostIdsOf(record).includes(host.id)) return false
  return !isOwn(host, spec.service) || (hasPorts(record, spec) && isOpen(host, spec) && (host.elasticIp || !spec.elasticIp))
}

function isOpen({ openPorts }: Host, { ports }: HostSpec): boolean {
  return openPorts === undefined || closedPorts(ports, openPorts).length === 0
}

function hasPorts(record: ReleaseRecord | undefined, { ports }: HostSpec): boolean {
  const open = record === undefined ? [] : portsOf(record.route)
  return [...portsBeside(open, ports), ...portsBeside(ports, open)].length === 0
}

/** Subnets of the remaining hosts. */
export function subnetsTaken(plans: readonly HostPlan[]): readonly (string | undefined)[] {
  return plans.map((plan) => (plan.kind === 'start' || plan.kind === 'reuse' ? plan.host.subnetId : undefined))
}

/** The existing host of a plan that remains after it. */
export function stayingHost(plan: HostPlan): Host | undefined {
  if (plan.kind === 'launch') return undefined
  return plan.kind === 'replace' ? plan.next : plan.host
}

/** Elastic IPs of the service that no host has after these plans, unless one gets it. */
export function freeAddresses(addresses: readonly string[], plans: readonly HostPlan[]): readonly string[] {
  const kept = plans.flatMap((plan) => stayingHost(plan)?.publicIp ?? [])
  return addresses.filter((address) => !kept.includes(address))
}

/** The hosts that will be replaced. */
export function replacedHosts(plans: readonly HostPlan[]): readonly Host[] {
  return plans.flatMap((plan) => (plan.kind === 'replace' ? [plan.host] : []))
}

/** The hosts that are used as they are, started if necessary. */
export function keptHosts(plans: readonly HostPlan[]): readonly Host[] {
  return plans.flatMap((plan) => (plan.kind === 'start' || plan.kind === 'reuse' ? [plan.host] : []))
}

/** Whether a host after these plans is, or can become, a spot instance. */
export function usesSpot(plans: readonly HostPlan[], { capacity }: HostSpec): boolean {
  return plans.some((plan) => stayingHost(plan)?.spot ?? capacity === 'spot')
}

/** Whether a plan launches a host. A replacement that an earlier run launched needs none. */
export function needsLaunch(plan: HostPlan): boolean {
  return plan.kind === 'launch' || (plan.kind === 'replace' && plan.next === undefined)
}
