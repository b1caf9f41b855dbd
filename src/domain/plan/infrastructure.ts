import type { RiskEvidence } from './evidence.ts'
import type { MonthlyCost } from '../cost/month.ts'
import type { HostsSeen } from '../rollout/host-status.ts'
import { isOwn } from '../host/host.ts'
import type { Host, HostSpec } from '../host/host.ts'
import { freeAddresses, isSettled, needsLaunch, replacedHosts, stayingHost } from '../host/host-plan.ts'
import type { HostPlan, HostsPlan } from '../host/host-plan.ts'
import { portsOf } from '../release/route.ts'
import { closedPorts, portsBeside, portWords } from '../open-ports.ts'
import type { OpenPort } from '../open-ports.ts'
import type { ReleaseRecord } from '../release/record.ts'

/** The service's own resources around its hosts. */
export interface OwnNetwork {
  readonly securityGroup: { readonly id: string; readonly open: boolean } | undefined
  /** The service's Elastic IPs. */
  readonly addresses: readonly string[]
}

/** The service's resources other than its hosts, and the places for new hosts. */
export interface Surroundings extends OwnNetwork {
  /** Missing if nobody has to approve anything. */
  readonly evidence?: RiskEvidence
  /** The answers of the serving hosts; `undefined` if none serves. */
  readonly hosts: HostsSeen | undefined
  /** What the hosts cost in a month after the deploy; `undefined` if they are refused. */
  readonly cost: MonthlyCost | undefined
  /** The shared name of the service's own role and instance profile. */
  readonly hostRole: string | undefined
  /** Missing without a host to launch; otherwise a subnet for each. */
  readonly launch: { readonly ami: string; readonly subnets: readonly { readonly id: string; readonly zone: string }[] } | undefined
}

/** One thing that a deploy does with a resource, or leaves as it is. */
export interface ResourceStep {
  readonly action: 'create' | 'start' | 'keep' | 'change' | 'move' | 'terminate' | 'release'
  readonly what: string
  /** An address that nothing points to yet. */
  readonly newAddress?: true
}

interface Wanted {
  readonly plan: HostsPlan
  readonly spec: HostSpec
  readonly record: ReleaseRecord | undefined
  readonly around: Surroundings
}

/** The host plans, resource by resource; each shared resource appears once. */
export function resourceSteps({ plan, spec, record, around }: Wanted): readonly ResourceStep[] {
  if (plan.kind === 'refuse') return []
  const { plans } = plan
  const launches = plans.filter(needsLaunch)
  const unsettled = plans.filter((one) => isUnsettled(one, spec, record))
  return [
    ...plans.flatMap((one) =>
      hostSteps(one, spec, around.launch && { ...around.launch, subnet: around.launch.subnets[launches.indexOf(one)] }),
    ),
    ...(launches.length > 0 ? [roleStep(spec, around)] : []),
    ...(launches.length > 0 ? groupSteps(spec, spec.ports, { record, around }) : []),
    ...(launches.length === 0 && spec.securityGroupIds.length === 0 && unsettled.some(hasOwnGroup)
      ? groupSteps(spec, portsToOpen(unsettled, spec), { record, around })
      : []),
    ...addressSteps(plans, unsettled, { spec, around }),
    ...replacedHosts(plans).map((host) => endStep(host, spec)),
  ]
}

/** What an earlier run left unfinished on one of the service's own hosts. */
function isUnsettled(plan: HostPlan, spec: HostSpec, record: ReleaseRecord | undefined): boolean {
  if (plan.kind !== 'start' && plan.kind !== 'reuse') return false
  return isOwn(plan.host, spec.service) && !isSettled(plan.host, spec, record)
}

/** The action changes no other group. */
function hasOwnGroup(plan: HostPlan): boolean {
  return 'host' in plan && plan.host.openPorts !== undefined
}

/** Not those that somebody opened by hand for only a few. */
function portsToOpen(plans: readonly HostPlan[], { ports }: HostSpec): readonly OpenPort[] {
  const openPorts = plans.flatMap((plan) => ('host' in plan ? [plan.host.openPorts ?? []] : []))
  return ports.filter((port) => openPorts.some((open) => closedPorts([port], open).length > 0))
}

interface Place {
  readonly ami: string
  readonly subnet: { readonly id: string; readonly zone: string } | undefined
}

function hostSteps(plan: HostPlan, spec: HostSpec, place: Place | undefined): ResourceStep[] {
  switch (plan.kind) {
    case 'launch':
      return launchSteps(spec, place)
    case 'replace':
      return plan.next ? [keep(`host ${plan.next.id}, which an interrupted run launched as the successor`)] : launchSteps(spec, place)
    case 'start':
      return [{ action: 'start', what: nameOf(plan.host) }]
    case 'reuse':
      return [keep(nameOf(plan.host))]
  }
}

function endStep(host: Host, spec: HostSpec): ResourceStep {
  return isOwn(host, spec.service) ? { action: 'terminate', what: nameOf(host) } : keep(`${nameOf(host)}, left running`)
}

function keep(what: string): ResourceStep {
  return { action: 'keep', what }
}

function nameOf({ id, instanceType }: Host): string {
  return `host ${id} (${instanceType})`
}

function launchSteps(spec: HostSpec, place: Place | undefined): ResourceStep[] {
  const where = place?.subnet ? ` from ${place.ami} in ${place.subnet.id} (${place.subnet.zone})` : ''
  return [
    {
      action: 'create',
      what: `${spec.capacity === 'spot' ? 'spot ' : ''}instance ${spec.instanceType}${where}${spec.capacity === 'spot' ? ', or an on-demand one without spot capacity' : ''}`,
    },
    { action: 'create', what: `encrypted gp3 volume of ${spec.volumeGiB} GiB` },
  ]
}

function roleStep({ instanceProfile }: HostSpec, { hostRole }: Surroundings): ResourceStep {
  if (instanceProfile !== undefined) return keep(`instance profile ${instanceProfile}`)
  return hostRole === undefined
    ? { action: 'create', what: 'role and instance profile of the host' }
    : keep(`role and instance profile ${hostRole}`)
}

/** `closed`: the ports to open. */
function groupSteps(
  { securityGroupIds, ports }: HostSpec,
  closed: readonly OpenPort[],
  { record, around: { securityGroup } }: Pick<Wanted, 'record' | 'around'>,
): ResourceStep[] {
  if (securityGroupIds.length > 0) return securityGroupIds.map((id) => keep(`security group ${id}`))
  if (!securityGroup)
    return [{ action: 'create', what: `security group, open for ${portWords(ports)}${ports.length === 0 ? '' : ' to the world'}` }]
  const unneeded = record === undefined ? [] : portsBeside(portsOf(record.route), ports)
  const words = [
    ...(securityGroup.open || closed.length === 0 ? [] : [`open ${portWords(closed)} to the world`]),
    ...(unneeded.length === 0 ? [] : [`close ${portWords(unneeded)}, if no other service of the host needs it`]),
  ]
  if (words.length === 0) return [keep(`security group ${securityGroup.id}`)]
  return [{ action: 'change', what: `security group ${securityGroup.id}: ${words.join('; ')}` }]
}

/** A host keeps its Elastic IP; a host without one takes an unused one, or gets a new one. */
function addressSteps(
  plans: readonly HostPlan[],
  unsettled: readonly HostPlan[],
  { spec, around: { addresses } }: Pick<Wanted, 'spec' | 'around'>,
): ResourceStep[] {
  if (!spec.elasticIp) {
    const what = 'public IPv4 address, if the subnet assigns one; a new one after each stop'
    const released = plans.some(({ kind }) => kind === 'replace') ? addresses : []
    return [
      ...plans.filter(needsLaunch).map(() => ({ action: 'create', what, newAddress: true }) as const),
      ...released.map((address) => ({ action: 'release', what: `Elastic IP ${address}` }) as const),
    ]
  }
  const free = [...freeAddresses(addresses, plans)]
  return plans
    .filter((plan) => plan.kind === 'launch' || plan.kind === 'replace' || unsettled.includes(plan))
    .map((plan) => {
      const own = stayingHost(plan)?.publicIp
      if (own !== undefined && addresses.includes(own)) return keep(`Elastic IP ${own}`)
      const address = free.shift()
      if (address === undefined) return { action: 'create', what: 'Elastic IP', newAddress: true }
      return { action: 'move', what: `Elastic IP ${address} to the host` }
    })
}
