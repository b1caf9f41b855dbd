import { urlOf } from '../../domain/host/host.ts'
import type { Host } from '../../domain/host/host.ts'
import type { Release } from '../../domain/release/release.ts'
import type { Place } from '../../domain/release/route.ts'
import { warningsOf } from '../../domain/cause/findings.ts'
import type { HostFindings } from '../../domain/cause/findings.ts'
import { versionOf } from '../../domain/version/version.ts'
import { previousOf } from '../../domain/rollout/result.ts'
import type { HostResult } from '../../domain/rollout/result.ts'
import type { HostLine, Report } from '../parts/report.ts'

interface Called {
  /** Semantic version of the release; `undefined`: it has none. */
  readonly semver: string | undefined
}

/** The release's name in a headline. */
export function releaseWords({ name, semver }: { readonly name: string } & Called): string {
  return semver === undefined ? `release ${name}` : `${semver} (release ${name})`
}

/** A release on its hosts, and the result of each, in the same order. */
export interface Placed {
  readonly hosts: readonly Host[]
  readonly release: Pick<Release, 'name' | 'digest' | 'image' | 'commit'> & Called
  readonly route: Place
  readonly results: readonly HostResult[]
}

/** Rows that locate the service: with several hosts, the first one. */
export function outputsOfHosts(lines: readonly HostLine[]): Record<string, string> {
  const [first] = lines
  return { url: first?.url ?? '', 'instance-id': first?.id ?? '', 'public-ip': first?.ip ?? '', hosts: JSON.stringify(lines) }
}

/** The outputs for a release on its hosts. */
export function outputsOf(placed: Placed): Record<string, string> {
  const { release, results } = placed
  return {
    ...outputsOfHosts(linesOf(placed)),
    image: release.image,
    digest: release.digest,
    release: release.name,
    version: versionOf(release),
    'previous-release': previousOf(results),
    'serving-digest': results.find(({ serving }) => serving !== '')?.serving ?? '',
  }
}

/** What the headline leaves out: it already has the release and its address. */
export function factsOf({
  hosts,
  release,
}: {
  readonly hosts: Placed['hosts']
  readonly release: Pick<Release, 'digest'>
}): Report['facts'] {
  return [['Digest', release.digest], ...hostFacts(hosts)]
}

/** The only host; several hosts have their own table. */
export function hostFacts(hosts: readonly Host[]): Report['facts'] {
  return hosts.length === 1 ? hosts.map(({ id, instanceType }) => ['Host', `${id} (${instanceType})`] as const) : []
}

/** The table of several hosts. */
export function tableOf(lines: readonly HostLine[]): Pick<Report, 'hosts'> {
  return lines.length > 1 ? { hosts: lines } : {}
}

/** Findings of the hosts about themselves that need no immediate action. */
export function noticeOf(hosts: readonly HostFindings[]): Pick<Report, 'warnings'> {
  const warnings = warningsOf(hosts)
  return warnings.length === 0 ? {} : { warnings }
}

/** Stands where a page would show an address. */
export const NO_ADDRESS = 'no port: a worker'

/** Where it answers, in words: `at URL`, `on 3 hosts at URL`, or `on 3 hosts`, whose table has the address of each. */
export function placeWords(lines: readonly HostLine[]): string {
  const [first, ...others] = new Set(lines.map(({ url }) => url))
  const at = others.length > 0 ? '' : addressWords(first ?? '')
  return [...(lines.length > 1 ? [`on ${lines.length} hosts`] : []), at].join(' ').trim()
}

/** `at URL`, or what a worker has instead. */
export function addressWords(url: string): string {
  return url === '' ? `(${NO_ADDRESS})` : `at ${url}`
}

/** A line for each host. */
export function linesOf({ hosts, results, route }: Omit<Placed, 'release'>): readonly HostLine[] {
  return hosts.map((host, at) => {
    const result = results[at]
    return {
      id: host.id,
      ip: host.publicIp ?? '',
      url: urlOf(host, route),
      release: result?.servingRelease ?? '',
      digest: result?.serving ?? '',
      outcome: result === undefined ? '' : outcomeOn(result),
    }
  })
}

/** The result of a run on one host. */
function outcomeOn({ outcome, cause, rolledBack }: HostResult): string {
  if (cause === 'not-started') return 'not-started'
  return rolledBack ? 'rolled-back' : outcome
}
