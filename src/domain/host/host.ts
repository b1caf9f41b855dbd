import type { OpenPort, PortRange } from '../open-ports.ts'
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
  /** Whether it is an Elastic IP: any other address is lost at the next stop. */
  readonly elasticIp: boolean
  readonly privateIp: string | undefined
  readonly subnetId: string | undefined
  readonly vpcId: string | undefined
  /** Ids of the attached security groups. */
  readonly securityGroupIds: readonly string[]
  /** The ports that the service's own security group opens to anybody; `undefined` if the host has only other groups, or nobody looked. */
  readonly openPorts: readonly PortRange[] | undefined
  /** Name of the attached instance profile. */
  readonly instanceProfile: string | undefined
  /** A spot instance, which AWS can take back. */
  readonly spot: boolean
  /** The machine image that launched it. */
  readonly ami: string | undefined
  /** Id of its root volume. */
  readonly rootVolume: string | undefined
  /** GiB; only if an input needs it. */
  readonly volumeGiB: number | undefined
  /** Hop limit of its metadata service: with one hop, only the host itself gets answers. `undefined` if EC2 does not report it. */
  readonly hopLimit: number | undefined
  /** The service that this action created it for; `undefined` for a host that somebody else created. */
  readonly madeFor: Service | undefined
  /** Id of the host that this one was launched to replace. */
  readonly replaces: string | undefined
}

/** Whether it runs, or will in a moment. */
export function isRunning({ state }: Pick<Host, 'state'>): boolean {
  return state === 'pending' || state === 'running'
}

/** Whether it is stopped, or will be in a moment. */
export function isStopped({ state }: Pick<Host, 'state'>): boolean {
  return state === 'stopping' || state === 'stopped'
}

/** Inputs for properties that only a new host can get. */
export const HOST_INPUTS = [
  'instance-type',
  'ami',
  'volume-size',
  'subnet-ids',
  'security-group-ids',
  'instance-profile',
  'elastic-ip',
  'capacity',
] as const

export type HostInput = (typeof HOST_INPUTS)[number]

/** What the inputs request. Empty lists and `undefined` mean: choose a default. */
export interface HostSpec {
  readonly service: Service
  readonly instanceId: string | undefined
  /** How many hosts. */
  readonly instances: number
  readonly instanceType: string
  readonly ami: string | undefined
  readonly subnetIds: readonly string[]
  readonly securityGroupIds: readonly string[]
  readonly instanceProfile: string | undefined
  readonly volumeGiB: number
  readonly elasticIp: boolean
  /** `spot`: a spot instance, or an on-demand one while AWS has no spot capacity. */
  readonly capacity: 'on-demand' | 'spot'
  /** The ports for visitors. */
  readonly ports: readonly OpenPort[]
  /** Allow the replacement of a host that differs from the inputs. */
  readonly allowReplacement: boolean
  /** Replace each existing host with a new one. */
  readonly renew: boolean
  /** The given inputs, which also apply to an existing host. */
  readonly asked: readonly HostInput[]
}

/** One complete request to launch an instance in one subnet. */
export interface LaunchSpec {
  readonly service: Service
  readonly instanceType: string
  readonly ami: string
  readonly rootDevice: string
  readonly subnetId: string
  readonly securityGroupIds: readonly string[]
  readonly instanceProfile: string
  readonly volumeGiB: number
  readonly spot: boolean
  /** Hop limit of the metadata service. */
  readonly hopLimit: number
  readonly replaces: string | undefined
}

/** The `recorded` hosts first, in that order, then the others by id, so that every run sees the same first host. */
export function inOrder(hosts: readonly Host[], recorded: readonly string[]): readonly Host[] {
  const place = ({ id }: Host): number => (recorded.includes(id) ? recorded.indexOf(id) : recorded.length)
  return hosts.toSorted((a, b) => place(a) - place(b) || a.id.localeCompare(b.id))
}

/** Address of a service on a host: `http://203.0.113.7`, with the port if it is not the default. */
export function urlOf({ publicIp, privateIp }: Pick<Host, 'publicIp' | 'privateIp'>, place: Place): string {
  return urlAt(publicIp ?? privateIp ?? '', place)
}

/** Whether a run of the service is allowed to change, replace or destroy the host: only if this action created it for exactly this service. */
export function isOwn(host: Pick<Host, 'madeFor'>, service: Service): boolean {
  return host.madeFor?.name === service.name && host.madeFor.environment === service.environment
}

/** The platform of images for an architecture of hosts. */
export function platformOf(architecture: Architecture): Platform {
  return architecture === 'arm64' ? 'linux/arm64' : 'linux/amd64'
}

/** Hosts in a few words: `i-1`, or `3 hosts`. */
export function countOf(ids: readonly string[]): string {
  return ids.length === 1 ? (ids[0] ?? '') : `${ids.length} hosts`
}
