import { refuse } from '../refusal.ts'
import type { Refused } from '../refusal.ts'
import type { ServiceStatus } from './result.ts'

/** A host and its status, or why it has none. */
export interface HostView {
  readonly hostId: string
  readonly status: ServiceStatus | string
}

export type Target =
  | {
      readonly kind: 'target'
      readonly release: string
      /** The hosts' live releases, each once. */
      readonly serving: readonly string[]
      /** Hosts that lack the release, and must get it. */
      readonly strangers: readonly string[]
    }
  | Refused

/** The one release that several hosts return to: `asked`, or the last verified one before the newest that any of them serves. */
export function rollbackTarget(asked: string, views: readonly HostView[]): Target {
  const [silent] = views.flatMap(({ hostId, status }) => (typeof status === 'string' ? `${hostId}: ${status}` : []))
  if (silent !== undefined) return refuse(silent, 'Fix that host with command: deploy, and run this again.')
  const hosts = views.flatMap(({ hostId, status }) => (typeof status === 'string' ? [] : [{ hostId, status }]))
  const serving = [...new Set(hosts.map(({ status }) => status.release))].filter((release) => release !== '')
  const release =
    asked ||
    before(
      hosts.map(({ status }) => status),
      serving,
    )
  if (release === '')
    return refuse(
      'the hosts have no common release before the live one',
      'Name one in the input release (command: status lists them), or deploy the commit that you want to return to.',
    )
  const strangers = hosts.filter(({ status }) => !knows(status, release)).map(({ hostId }) => hostId)
  return { kind: 'target', release, serving, strangers }
}

/** Refuses a release that some hosts lack, and that cannot be brought to them. */
export function refuseStrangers(strangers: readonly string[], release: string): Refused {
  return refuse(
    `${strangers.join(', ')} never served ${release}, and cannot return to it`,
    'Name a release that all hosts know (command: status lists them), or deploy its commit with allow-downgrade: true.',
  )
}

/**
 * Of the live releases, the newest is the one whose host has all the others in its history. Of the releases before it, returns the newest
 * that all hosts have.
 */
function before(hosts: readonly ServiceStatus[], serving: readonly string[]): string {
  const candidates = hosts
    .filter((host) => serving.every((release) => place(host, release) >= place(host, host.release)))
    .toSorted((a, b) => b.releases.length - a.releases.length)
  const earlier = candidates.map(earlierThanLive).find((releases) => releases.length > 0) ?? []
  return earlier.find((release) => hosts.every((host) => knows(host, release))) ?? earlier[0] ?? ''
}

/** Newest first: a higher place is an earlier release. */
function place({ releases }: ServiceStatus, release: string): number {
  return releases.findIndex((known) => known.release === release)
}

function earlierThanLive(host: ServiceStatus): readonly string[] {
  const earlier = host.releases.slice(place(host, host.release) + 1)
  return earlier.filter(({ left }) => left !== true).map(({ release }) => release)
}

function knows(host: ServiceStatus, release: string): boolean {
  return place(host, release) >= 0
}
