import type { Config } from '../../config/config.ts'
import { urlOf } from '../../domain/host/host.ts'
import { hostIdsOf } from '../../domain/release/record.ts'
import type { ReleaseRecord } from '../../domain/release/record.ts'
import type { Place } from '../../domain/release/route.ts'
import { volumeWords } from '../../domain/data/volumes.ts'
import type { ServiceStatus } from '../../domain/rollout/result.ts'
import type { HostLine, Report } from '../parts/report.ts'
import { displayName } from '../../domain/service.ts'
import type { HostStatus } from '../../domain/rollout/host-status.ts'
import { noticeOf, outputsOfHosts, tableOf } from '../parts/host-lines.ts'

export interface Seen {
  readonly asked: readonly HostStatus[]
  /** Versions of the record, newest first. */
  readonly history: readonly ReleaseRecord[]
}

/** What is deployed where, as recorded and as the hosts see it, and where the two are apart. */
export function statusReport(config: Pick<Config, 'service' | 'spec'>, { asked, history }: Seen): Report {
  const name = displayName(config.service)
  const [record] = history
  const lines = asked.map((one) => lineOf(one, record?.route ?? config.spec))
  const outputs = { ...outputsOfHosts(lines), ...(lines[0]?.release ? {} : { url: '' }) }
  return {
    outcome: 'reported',
    headline: `${name}: ${headline(asked, lines)}`,
    outputs: {
      ...outputs,
      image: record?.image ?? '',
      digest: record?.digest ?? '',
      release: record?.release ?? '',
      'previous-release': record?.previousRelease ?? '',
      'serving-digest': lines[0]?.digest ?? '',
    },
    facts: [
      ...(asked.length === 1 ? factsOfOne(asked, outputs['url'] ?? '') : []),
      ['Recorded', record ? `${record.release}, by ${record.actor} at ${record.deployedAt}` : 'no release'],
      ...promotedFrom(record),
      ...(asked.length > 1 ? [] : [['Serving', wordsOf(asked[0]?.seen ?? 'nothing')] as const]),
      ...canariesOf(asked),
      ...volumesOf(asked),
      ...driftOf(record, asked).map((words): [string, string] => ['Drift', words]),
      ...waysBack(asked),
    ],
    ...tableOf(lines),
    ...noticeOf(asked.map(({ host, findings }) => ({ hostId: host.id, findings }))),
    history: history.map(({ attempt }) => attempt),
  }
}

function promotedFrom(record: ReleaseRecord | undefined): [string, string][] {
  const promoted = record?.promotedFrom
  return promoted ? [['Promoted from', `${promoted.environment}, release ${promoted.release}`]] : []
}

function lineOf({ host, seen }: HostStatus, place: Place): HostLine {
  const where = { id: host.id, ip: host.publicIp ?? '', url: urlOf(host, place) }
  if (typeof seen === 'string') return { ...where, release: '', digest: '', outcome: seen }
  return { ...where, release: seen.release, digest: seen.serving, outcome: stateOf(seen) }
}

function headline(asked: readonly HostStatus[], lines: readonly HostLine[]): string {
  const serving = lines.filter(({ release }) => release !== '')
  const [first] = serving
  if (first === undefined) return asked.map(({ seen }) => seen).find((seen) => typeof seen === 'string') ?? 'not deployed'
  const releases = [...new Set(serving.map(({ release }) => release))]
  const subject = releases.length === 1 ? `${first.release} serves` : `${releases.join(' and ')} serve`
  return lines.length === 1 ? `${subject} at ${first.url}` : `${subject} on ${serving.length} of ${lines.length} hosts`
}

function factsOfOne(asked: readonly HostStatus[], url: string): [string, string][] {
  const hosts = asked.map(({ host: { id, instanceType, state } }): [string, string] => ['Host', `${id} (${instanceType}, ${state})`])
  return [...hosts, ...(url ? [['Address', url] as [string, string]] : [])]
}

function wordsOf(seen: ServiceStatus | string): string {
  return typeof seen === 'string' ? seen : `${seen.release || 'nothing'}, ${stateOf(seen)}`
}

function stateOf({ running, healthy, healthcheck }: ServiceStatus): string {
  const why = healthcheck === 'unhealthy' ? " (the image's HEALTHCHECK fails)" : ''
  return `${running ? 'running' : 'not running'}, ${healthy ? 'healthy' : 'not healthy'}${why}`
}

function canariesOf(asked: readonly HostStatus[]): [string, string][] {
  return asked.flatMap(({ host, seen }): [string, string][] => {
    if (typeof seen === 'string' || !seen.canary) return []
    const { release, share, since } = seen.canary
    const where = asked.length > 1 ? ` on ${host.id}` : ''
    return [['Canary', `${release} has ${share}% of the traffic${where}, since ${new Date(since * 1000).toISOString()}`]]
  })
}

function volumesOf(asked: readonly HostStatus[]): [string, string][] {
  return asked.flatMap(({ host, seen }) => {
    const volumes = typeof seen === 'string' ? [] : (seen.volumes ?? [])
    const where = asked.length > 1 ? ` on ${host.id}` : ''
    return volumes.map(({ bytes, ...volume }): [string, string] => ['Data', `${volumeWords([volume])}${where}${sizeWords(bytes)}`])
  })
}

function sizeWords(bytes: number | null): string {
  if (bytes === null) return ''
  const units = ['bytes', 'KB', 'MB', 'GB', 'TB']
  const unit = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)))
  return `, ${Number((bytes / 1000 ** unit).toPrecision(3))} ${units[unit]}`
}

/** Each with the command that heals it. */
function driftOf(record: ReleaseRecord | undefined, asked: readonly HostStatus[]): string[] {
  const named = asked.length > 1
  const gone = hostIdsOf(record).filter((id) => asked.every(({ host }) => host.id !== id))
  const words = [
    ...asked.flatMap(({ host, seen }) => driftOn(record, seen, named ? host.id : undefined)),
    ...(asked.length > 0 ? gone.map((id) => `${id} is recorded, and is not there`) : []),
  ]
  return words.map((drift) => `${drift}; command: deploy heals it`)
}

function driftOn(record: ReleaseRecord | undefined, seen: ServiceStatus | string, host: string | undefined): string[] {
  if (typeof seen === 'string') return []
  const words = (seen.drift ?? []).map((drift) => (host === undefined ? drift : `${host}: ${drift}`))
  if (!record || seen.serving === record.digest) return words
  return [...words, `${host ?? 'the host'} serves ${seen.release || 'nothing'}, and ${record.release} is recorded`]
}

/** What all hosts that answer can return to. */
function waysBack(asked: readonly HostStatus[]): [string, string][] {
  const [first, ...others] = asked.flatMap(({ seen }) => (typeof seen === 'string' ? [] : [seen]))
  if (first === undefined) return []
  const common = earlier(first).filter(({ release }) => others.every((other) => earlier(other).some((kept) => kept.release === release)))
  const names = common.map(({ release, container }) => (container ? release : `${release} (to be pulled)`))
  return [['Ways back', names.length === 0 ? 'none yet' : names.join(', ')]]
}

function earlier({ releases }: ServiceStatus): ServiceStatus['releases'] {
  return releases.filter(({ active }) => !active)
}
