import type { OpenPort } from '../open-ports.ts'
import { urlAt } from '../release/route.ts'
import type { Place } from '../release/route.ts'
import type { Service } from '../service.ts'
import type { Architecture, Platform } from '../platform.ts'

export type HostState = 'pending' | 'running' | 'stopping' | 'stopped' | 'shutting-down' | 'terminated'

/** An EC2 instance, as observed. */
export interface Host {
  readonly id: string
  readonly state: HostState
  readonly instanceType: string
  readonly architecture: Architecture
  readonly publicIp: string | undefined
  /** Whether that is an Elastic IP: any other goes with the next stop. */
  readonly elasticIp: boolean
  readonly privateIp: string | undefined
  readonly subnetId: string | undefined
  readonly vpcId: string | undefined
  /** Ids of the attached security groups. */
  readonly securityGroupIds: readonly string[]
  /** Name of the attached instance profile. */
  readonly instanceProfile: string | undefined
  /** The machine image that it was launched from. */
  readonly ami: string | undefined
  /** Id of its root volume. */
  readonly rootVolume: string | undefined
  /** Size of that; only where it was asked for. */
  readonly volumeGiB: number | undefined
  /** Hops over which its metadata service answers: one is to the host itself alone. `undefined` where EC2 does not tell. */
  readonly hopLimit: number | undefined
  /** The service that this action created it for; `undefined` for a host that somebody else made. */
  readonly madeFor: Service | undefined
  /** Id of the host that this one was launched to replace. */
  readonly replaces: string | undefined
}

/** The inputs that ask for a property which only a new host can have another one of. */
export const HOST_INPUTS = [
  'instance-type',
  'ami',
  'volume-size',
  'subnet-ids',
  'security-group-ids',
  'instance-profile',
  'elastic-ip',
] as const

export type HostInput = (typeof HOST_INPUTS)[number]

/** What the inputs ask for. Empty lists and `undefined` mean: choose a default. */
export interface HostSpec {
  readonly service: Service
  readonly instanceId: string | undefined
  /** How many there are to be. */
  readonly instances: number
  readonly instanceType: string
  readonly ami: string | undefined
  readonly subnetIds: readonly string[]
  readonly securityGroupIds: readonly string[]
  readonly instanceProfile: string | undefined
  readonly volumeGiB: number
  readonly elasticIp: boolean
  /** By which visitors reach it. */
  readonly ports: readonly OpenPort[]
  /** Allows a host to be replaced by one with what is asked for. */
  readonly allowReplacement: boolean
  /** Asks for a new host in place of each that is there. */
  readonly renew: boolean
  /** The inputs that were given, and so ask for something of a host that is there, too. */
  readonly asked: readonly HostInput[]
}

/** One fully resolved attempt to launch an instance, in one subnet. */
export interface LaunchSpec {
  readonly service: Service
  readonly instanceType: string
  readonly ami: string
  readonly rootDevice: string
  readonly subnetId: string
  readonly securityGroupIds: readonly string[]
  readonly instanceProfile: string
  readonly volumeGiB: number
  /** Of the metadata service. */
  readonly hopLimit: number
  readonly replaces: string | undefined
}

/** Those with one of the `recorded` ids first, in that order, then the others by id: whoever looks sees the same first host. */
export function inOrder(hosts: readonly Host[], recorded: readonly string[]): readonly Host[] {
  const place = ({ id }: Host): number => (recorded.includes(id) ? recorded.indexOf(id) : recorded.length)
  return hosts.toSorted((a, b) => place(a) - place(b) || a.id.localeCompare(b.id))
}

/** Where a service answers on a host: `http://203.0.113.7`, with the port where it is not the usual one. */
export function urlOf({ publicIp, privateIp }: Pick<Host, 'publicIp' | 'privateIp'>, place: Place): string {
  return urlAt(publicIp ?? privateIp ?? '', place)
}

/** Whether a run of the service may change, replace or destroy the host: only where this action made it for that very service. */
export function isOwn(host: Pick<Host, 'madeFor'>, service: Service): boolean {
  return host.madeFor?.name === service.name && host.madeFor.environment === service.environment
}

export function platformOf(architecture: Architecture): Platform {
  return architecture === 'arm64' ? 'linux/arm64' : 'linux/amd64'
}

/** Hosts in a few words: `i-1`, or `3 hosts`. */
export function countOf(ids: readonly string[]): string {
  return ids.length === 1 ? (ids[0] ?? '') : `${ids.length} hosts`
}
