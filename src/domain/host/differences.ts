import type { Host, HostInput, HostSpec } from './host.ts'

/** A property that only a new host can have another one of. */
interface HostSetting {
  /** Where EC2 does not tell what is there, it counts as what is asked for. */
  fits(host: Host, spec: HostSpec): boolean
  there(host: Host): string
  wanted(spec: HostSpec): string
}

/**
 * By the input that asks for it: every property of a host but those that a deploy gives to one that is there: its Elastic IP, its open port, its
 * networks for containers, its proxy.
 */
const HOST_SETTINGS = {
  'instance-type': setting(
    ({ instanceType }) => instanceType,
    ({ instanceType }) => instanceType,
  ),
  ami: setting(
    ({ ami }) => ami,
    ({ ami }) => ami,
  ),
  'volume-size': setting(
    ({ volumeGiB }) => volumeGiB,
    ({ volumeGiB }) => volumeGiB,
  ),
  'subnet-ids': {
    fits: ({ subnetId }, { subnetIds }) => subnetId === undefined || subnetIds.length === 0 || subnetIds.includes(subnetId),
    there: ({ subnetId = '' }) => subnetId,
    wanted: ({ subnetIds }) => subnetIds.join(', '),
  },
  'security-group-ids': {
    fits: (host, spec) => spec.securityGroupIds.length === 0 || sorted(host.securityGroupIds) === sorted(spec.securityGroupIds),
    there: ({ securityGroupIds }) => sorted(securityGroupIds) || 'none',
    wanted: ({ securityGroupIds }) => sorted(securityGroupIds),
  },
  'instance-profile': setting(
    ({ instanceProfile = 'none' }) => instanceProfile,
    ({ instanceProfile }) => instanceProfile,
  ),
  'elastic-ip': {
    // One that is missing is given to the host that is there; one that it has goes only with the host, so that no address is lost by the way.
    fits: ({ elasticIp }, spec) => spec.elasticIp || !elasticIp,
    there: ({ elasticIp }) => String(elasticIp),
    wanted: ({ elasticIp }) => String(elasticIp),
  },
} as const satisfies Record<HostInput, HostSetting>

/** What an input asks for, and the host has otherwise. */
export interface HostDifference {
  readonly input: HostInput
  readonly there: string
  readonly wanted: string
}

/** Of what was asked for; an input that was not given asks for nothing of a host that is there. */
export function hostDifferences(host: Host, spec: HostSpec): readonly HostDifference[] {
  return spec.asked
    .map((input) => ({ input, setting: HOST_SETTINGS[input] as HostSetting }))
    .filter(({ setting }) => !setting.fits(host, spec))
    .map(({ input, setting }) => ({ input, there: setting.there(host), wanted: setting.wanted(spec) }))
}

/** Such as `instance-type is t3.small, not t3.large`. */
export function differenceText(differences: readonly HostDifference[]): string {
  return differences.map(({ input, there, wanted }) => `${input} is ${there}, not ${wanted}`).join('; ')
}

/** What is asked for, and where nothing is, the size of a host that is there. */
export function asLargeAs({ instanceType, volumeGiB }: Pick<Host, 'instanceType' | 'volumeGiB'>, spec: HostSpec): HostSpec {
  return {
    ...spec,
    instanceType: spec.asked.includes('instance-type') ? spec.instanceType : instanceType,
    volumeGiB: spec.asked.includes('volume-size') ? spec.volumeGiB : (volumeGiB ?? spec.volumeGiB),
  }
}

type Told = string | number | undefined

function setting(there: (host: Host) => Told, wanted: (spec: HostSpec) => Told): HostSetting {
  return {
    fits: (host, spec) => there(host) === undefined || wanted(spec) === undefined || there(host) === wanted(spec),
    there: (host) => String(there(host)),
    wanted: (spec) => String(wanted(spec)),
  }
}

function sorted(ids: readonly string[]): string {
  return ids.toSorted().join(', ')
}
