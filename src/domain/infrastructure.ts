import { ADDRESS_MONTH, instanceMonth, volumeMonth } from './cost.ts'
import { isOwn } from './host.ts'
import type { Host, HostSpec } from './host.ts'
import { isSettled } from './host-plan.ts'
import type { HostPlan } from './host-plan.ts'
import type { ReleaseRecord } from './release.ts'

/** What is there for the service beside its hosts, and where a new host would come up. */
export interface Surroundings {
  /** The service's own role and instance profile, by their common name. */
  readonly hostRole: string | undefined
  readonly securityGroup: { readonly id: string; readonly open: boolean } | undefined
  /** The service's Elastic IP. */
  readonly address: string | undefined
  /** Missing where no host is to be launched. */
  readonly launch: { readonly ami: string; readonly subnet: string; readonly zone: string } | undefined
}

/** One thing that a deploy does to a resource, or leaves as it is. */
export interface ResourceStep {
  readonly action: 'create' | 'start' | 'keep' | 'change' | 'move' | 'terminate'
  readonly what: string
  /** Rough US dollars a month for something new that costs. */
  readonly month?: number | 'unknown'
}

interface Wanted {
  readonly plan: HostPlan
  readonly spec: HostSpec
  readonly record: ReleaseRecord | undefined
  readonly around: Surroundings
}

/** The host plan, resource by resource. */
export function resourceSteps({ plan, spec, record, around }: Wanted): readonly ResourceStep[] {
  switch (plan.kind) {
    case 'refuse':
      return []
    case 'launch':
      return [...launchSteps(spec, around), ...addressSteps(spec, around, undefined)]
    case 'replace':
      return [
        ...(plan.next ? [keep(`host ${plan.next.id}, which an interrupted run launched as the successor`)] : launchSteps(spec, around)),
        ...(spec.elasticIp ? addressSteps(spec, around, plan.next) : []),
        isOwn(plan.host, spec.service) ? { action: 'terminate', what: nameOf(plan.host) } : keep(`${nameOf(plan.host)}, left running`),
      ]
    case 'start':
      return [{ action: 'start', what: nameOf(plan.host) }, ...settleSteps(plan.host, { spec, record, around })]
    case 'reuse':
      return [keep(nameOf(plan.host)), ...settleSteps(plan.host, { spec, record, around })]
  }
}

function keep(what: string): ResourceStep {
  return { action: 'keep', what }
}

function nameOf({ id, instanceType }: Host): string {
  return `host ${id} (${instanceType})`
}

function launchSteps(spec: HostSpec, around: Surroundings): ResourceStep[] {
  const where = around.launch ? ` from ${around.launch.ami} in ${around.launch.subnet} (${around.launch.zone})` : ''
  return [
    { action: 'create', what: `instance ${spec.instanceType}${where}`, month: instanceMonth(spec.instanceType) ?? 'unknown' },
    { action: 'create', what: `encrypted gp3 volume of ${spec.volumeGiB} GiB`, month: volumeMonth(spec.volumeGiB) },
    roleStep(spec, around),
    ...groupSteps(spec, around),
  ]
}

function roleStep({ instanceProfile }: HostSpec, { hostRole }: Surroundings): ResourceStep {
  if (instanceProfile !== undefined) return keep(`instance profile ${instanceProfile}`)
  return hostRole === undefined
    ? { action: 'create', what: 'role and instance profile of the host' }
    : keep(`role and instance profile ${hostRole}`)
}

function groupSteps({ securityGroupIds, httpPort }: HostSpec, { securityGroup }: Surroundings): ResourceStep[] {
  if (securityGroupIds.length > 0) return securityGroupIds.map((id) => keep(`security group ${id}`))
  if (!securityGroup) return [{ action: 'create', what: `security group, open for port ${httpPort} to the world` }]
  if (securityGroup.open) return [keep(`security group ${securityGroup.id}`)]
  return [{ action: 'change', what: `security group ${securityGroup.id}: open port ${httpPort} to the world` }]
}

function addressSteps({ elasticIp }: HostSpec, { address }: Surroundings, host: Host | undefined): ResourceStep[] {
  if (!elasticIp)
    return [
      { action: 'create', what: 'public IPv4 address, where the subnet gives one; another one after each stop', month: ADDRESS_MONTH },
    ]
  if (address === undefined) return [{ action: 'create', what: 'Elastic IP', month: ADDRESS_MONTH }]
  return address === host?.publicIp ? [keep(`Elastic IP ${address}`)] : [{ action: 'move', what: `Elastic IP ${address} to the host` }]
}

/** What an earlier run left undone on a host that is the service's own. */
function settleSteps(host: Host, { spec, record, around }: Omit<Wanted, 'plan'>): ResourceStep[] {
  if (!isOwn(host, spec.service) || isSettled(host, spec, record)) return []
  return [
    ...(spec.securityGroupIds.length > 0 ? [] : groupSteps(spec, around)),
    ...(spec.elasticIp ? addressSteps(spec, around, host) : []),
  ]
}
