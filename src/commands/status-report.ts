import type { Config } from '../config/config.ts'
import { urlOf } from '../domain/host.ts'
import type { Host } from '../domain/host.ts'
import type { ReleaseRecord } from '../domain/release.ts'
import type { ServiceStatus } from '../domain/remote-result.ts'
import type { Report } from '../domain/report.ts'

export interface Seen {
  readonly hosts: readonly Host[]
  /** Versions of the record, newest first. */
  readonly history: readonly ReleaseRecord[]
  /** What the host says, or in words why it says nothing. */
  readonly seen: ServiceStatus | string | undefined
}

/** What is deployed where, as recorded and as the host sees it, and where the two are apart. */
export function statusReport(config: Pick<Config, 'service' | 'host'>, { hosts, history, seen }: Seen): Report {
  const name = `${config.service.name} (${config.service.environment})`
  const [host] = hosts
  const [record] = history
  const live = typeof seen === 'object' ? seen : undefined
  const url = live?.release && host ? urlOf(host, record?.httpPort ?? config.host.httpPort) : ''
  return {
    outcome: 'reported',
    headline: url ? `${name}: ${live?.release} serves at ${url}` : `${name}: ${typeof seen === 'string' ? seen : 'not deployed'}`,
    outputs: {
      url,
      'instance-id': host?.id ?? '',
      'public-ip': host?.publicIp ?? '',
      image: record?.image ?? '',
      digest: record?.digest ?? '',
      release: record?.release ?? '',
      'previous-release': record?.previousRelease ?? '',
      'serving-digest': live?.serving ?? '',
    },
    facts: [
      ...hosts.map(({ id, instanceType, state }): [string, string] => ['Host', `${id} (${instanceType}, ${state})`]),
      ...(url ? [['Address', url] as const] : []),
      ['Recorded', record ? `${record.release}, by ${record.actor} at ${record.deployedAt}` : 'no release'],
      ['Serving', live ? serving(live) : typeof seen === 'string' ? seen : 'nothing'],
      ...(live?.canary ? [['Canary', canaryOf(live.canary)] as const] : []),
      ...driftOf(record, live).map((words): [string, string] => ['Drift', words]),
      ...(live ? [['Ways back', waysBack(live)] as const] : []),
    ],
    history: history.map(({ attempt }) => attempt),
  }
}

function serving({ release, running, healthy }: ServiceStatus): string {
  return `${release || 'nothing'}, ${running ? 'running' : 'not running'}, ${healthy ? 'healthy' : 'not healthy'}`
}

function canaryOf({ release, share, since }: NonNullable<ServiceStatus['canary']>): string {
  return `${release} has ${share}% of the traffic, since ${new Date(since * 1000).toISOString()}`
}

/** Each with the command that heals it. */
function driftOf(record: ReleaseRecord | undefined, live: ServiceStatus | undefined): string[] {
  const words = (live?.drift ?? []).map((drift) => `${drift}; command: deploy heals it`)
  if (!live || !record || live.serving === record.digest) return words
  return [...words, `the host serves ${live.release || 'nothing'}, and ${record.release} is recorded; command: deploy heals it`]
}

function waysBack({ releases }: ServiceStatus): string {
  const earlier = releases.filter(({ active }) => !active)
  if (earlier.length === 0) return 'none yet'
  return earlier.map(({ release, container }) => (container ? release : `${release} (to be pulled)`)).join(', ')
}
