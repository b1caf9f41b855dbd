import type { Host, HostInput, HostSpec } from './host.ts'

/** A property that only a new host can have with another value. */
interface HostSetting {
  /** If EC2 does not report the current value, it counts as the requested one. */
  fits(host: Host, spec: HostSpec): boolean
  there(host: Host): string
  wanted(spec: HostSpec): string
}

/**
 * By input: every property of a host that a deploy cannot change on an existing one. It can change the Elastic IP, the open port, the
 * networks for containers and the proxy.
 */
const HOST_SETTINGS: Readonly<Record<HostInput, HostSetting>> = {
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
    // An existing host can get an Elastic IP, but loses one only with a replacement, so that no address is lost by accident.
    fits: ({ elasticIp }, spec) => spec.elasticIp || !elasticIp,
    there: ({ elasticIp }) => String(elasticIp),
    wanted: ({ elasticIp }) => String(elasticIp),
  },
  capacity: {
    // An on-demand host also fits spot: it may have been launched while there was no spot capacity, and it is the safer one.
    fits: ({ spot }, { capacity }) => capacity === 'spot' || !spot,
    there: ({ spot }) => (spot ? 'spot' : 'on-demand'),
    wanted: ({ capacity }) => capacity,
  },
}

/** A requested value that differs from the host's. */
export interface HostDifference {
  readonly input: HostInput
  readonly there: string
  readonly wanted: string
}

/** Only for given inputs: the others request nothing from an existing host. */
export function hostDifferences(host: Host, spec: HostSpec): readonly HostDifference[] {
  return spec.asked
    .map((input) => ({ input, setting: HOST_SETTINGS[input] }))
    .filter(({ setting }) => !setting.fits(host, spec))
    .map(({ input, setting }) => ({ input, there: setting.there(host), wanted: setting.wanted(spec) }))
}

/** Such as `instance-type is t3.small, not t3.large`. */
export function differenceText(differences: readonly HostDifference[]): string {
  return differences.map(({ input, there, wanted }) => `${input} is ${there}, not ${wanted}`).join('; ')
}

/** The requested size, or else that of the existing host. */
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
