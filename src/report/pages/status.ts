import type { Config } from '../../config/config.ts'
import { isStopped, urlOf } from '../../domain/host/host.ts'
import { driftOf, goneHosts } from '../../domain/rollout/drift.ts'
import { freezeWords } from '../../domain/lease/freeze.ts'
import type { Freeze } from '../../domain/lease/freeze.ts'
import { recordedAs } from '../../domain/release/history.ts'
import { versionOf } from '../../domain/version/version.ts'
import type { ReleaseRecord } from '../../domain/release/record.ts'
import type { Place } from '../../domain/release/route.ts'
import { volumeWords } from '../../domain/data/volumes.ts'
import type { ServiceStatus, Unwoken } from '../../domain/rollout/result.ts'
import type { HostLine, Report } from '../parts/report.ts'
import { displayName } from '../../domain/service.ts'
import type { HostStatus } from '../../domain/rollout/host-status.ts'
import { changeWords, isOn } from '../../domain/schedule/schedule.ts'
import type { Schedule } from '../../domain/schedule/schedule.ts'
import { scheduleWords } from '../parts/schedule-words.ts'
import { costRows } from '../parts/cost-words.ts'
import type { MonthlyCost } from '../../domain/cost/month.ts'
import { minuteOf } from '../parts/minute.ts'
import { noticeOf, outputsOfHosts, tableOf } from '../parts/host-lines.ts'

export interface StatusFacts {
  readonly asked: readonly HostStatus[]
  /** Where the names of the service lead, in words. */
  readonly names: readonly { readonly name: string; readonly words: string }[]
  /** What the hosts cost in a month; `undefined` without a host. */
  readonly cost: MonthlyCost | undefined
  /** Versions of the record, newest first. */
  readonly history: readonly ReleaseRecord[]
  /** Milliseconds since the epoch. */
  readonly now: number
  /** The freeze in effect. */
  readonly freeze: Freeze | undefined
}

/** What is deployed where, by the record and by the hosts, and any drift between the two. */
export function statusReport(
  config: Pick<Config, 'service' | 'spec' | 'schedule'>,
  { asked, names, cost, history, freeze, now }: StatusFacts,
): Report {
  const name = displayName(config.service)
  const [record] = history
  const lines = asked.map((one) => lineOf(one, record?.route ?? config.spec))
  const outputs = { ...outputsOfHosts(lines), ...(lines[0]?.release ? {} : { url: '' }) }
  return {
    outcome: 'reported',
    headline: `${name}: ${headline(asked, lines, intendedWords(config.schedule, now))}`,
    outputs: {
      ...outputs,
      certificates: JSON.stringify(certificatesOf(asked).slice(0, MOST_CERTIFICATES)),
      ...recordedOutputs(record),
      'serving-digest': lines[0]?.digest ?? '',
    },
    facts: [
      ...frozen(freeze),
      ...scheduled(config.schedule, now),
      ...driftFacts(record, asked),
      ...(asked.length > 1 ? [] : [['Serving', wordsOf(asked[0]?.status ?? 'nothing')] as const]),
      ['Recorded', record ? `${record.release}, by ${record.actor}, ${minuteOf(record.deployedAt)}` : 'no release'],
      ...(record?.semver === undefined ? [] : [['Version', record.semver] as const]),
      ...promotedFrom(record),
      ...(asked.length === 1 ? hostsOf(asked) : []),
      ...names.map(({ name, words }) => ['Name', `${name} ${words}`] as const),
      ...canariesOf(asked),
      ...volumesOf(asked),
      ...certificateFacts(asked),
      ...waysBack(asked, history),
      ...(cost === undefined ? [] : costRows(cost)),
    ],
    ...tableOf(lines),
    ...noticeOf(asked.map(({ host, findings }) => ({ hostId: host.id, findings }))),
    ...lastLinesOf(asked),
    history: history.map(({ attempt }) => attempt),
  }
}

function recordedOutputs(record: ReleaseRecord | undefined): Readonly<Record<string, string>> {
  return {
    image: record?.image ?? '',
    digest: record?.digest ?? '',
    release: record?.release ?? '',
    version: record === undefined ? '' : versionOf(record),
    'previous-release': record?.previousRelease ?? '',
  }
}

/** Why no host runs now, if its schedule says so. */
function intendedWords(schedule: Schedule | undefined, now: number): string | undefined {
  return schedule === undefined || isOn(schedule, now) ? undefined : `stopped by its schedule until ${changeWords(schedule, now)}`
}

function scheduled(schedule: Schedule | undefined, now: number): [string, string][] {
  return schedule === undefined ? [] : [['Schedule', scheduleWords(schedule, now)]]
}

function promotedFrom(record: ReleaseRecord | undefined): [string, string][] {
  const promoted = record?.promotedFrom
  return promoted ? [['Promoted from', `${promoted.environment}, release ${promoted.release}`]] : []
}

function frozen(freeze: Freeze | undefined): [string, string][] {
  return freeze ? [['Frozen', freezeWords(freeze)]] : []
}

function lineOf({ host, status }: HostStatus, place: Place): HostLine {
  const where = { id: host.id, ip: host.publicIp ?? '', url: urlOf(host, place) }
  if (typeof status === 'string') return { ...where, release: '', digest: '', outcome: status }
  return { ...where, release: status.release, digest: status.serving, outcome: stateOf(status) }
}

function headline(asked: readonly HostStatus[], lines: readonly HostLine[], intended: string | undefined): string {
  const serving = lines.filter(({ release }) => release !== '')
  const [first] = serving
  if (first === undefined && intended !== undefined && asked.length > 0 && asked.every(({ host }) => isStopped(host))) return intended
  if (first === undefined) return asked.map(({ status }) => status).find((status) => typeof status === 'string') ?? 'not deployed'
  const releases = [...new Set(serving.map(({ release }) => release))]
  if (asked.every(({ status }) => typeof status !== 'string' && status.asleep)) {
    const starts = asked.every(({ status }) => typeof status === 'string' || !status.unwoken)
    return `${first.release} ${starts ? 'is asleep' : 'does not start'} at ${first.url}`
  }
  const subject = releases.length === 1 ? `${first.release} serves` : `${releases.join(' and ')} serve`
  return lines.length === 1 ? `${subject} at ${first.url}` : `${subject} on ${serving.length} of ${lines.length} hosts`
}

function hostsOf(asked: readonly HostStatus[]): [string, string][] {
  return asked.map(({ host: { id, instanceType, state } }) => ['Host', `${id} (${instanceType}, ${state})`])
}

function wordsOf(status: ServiceStatus | string): string {
  return typeof status === 'string' ? status : `${status.release || 'nothing'}, ${stateOf(status)}`
}

function stateOf({ running, asleep, unwoken, healthy, healthcheck }: ServiceStatus): string {
  if (asleep) return unwoken ? unwokenWords(unwoken) : 'asleep: the next request wakes it'
  const why = healthcheck === 'unhealthy' ? " (the image's HEALTHCHECK fails)" : ''
  return `${running ? 'running' : 'not running'}, ${healthy ? 'healthy' : 'not healthy'}${why}`
}

function unwokenWords({ cause, detail, at }: Unwoken): string {
  const why = detail === '' ? cause : `${cause}: ${detail}`
  return `asleep, and did not start for its last visitor (${minuteOf(new Date(at * 1000).toISOString())}): ${why}`
}

/** Of the first host on which the service does not start. */
function lastLinesOf(asked: readonly HostStatus[]): Pick<Report, 'lastLines'> {
  const logs = asked.flatMap(({ status }) => (typeof status === 'string' ? [] : (status.unwoken?.logs ?? []))).find((text) => text !== '')
  return logs === undefined ? {} : { lastLines: logs }
}

function canariesOf(asked: readonly HostStatus[]): [string, string][] {
  return asked.flatMap(({ host, status }): [string, string][] => {
    if (typeof status === 'string' || !status.canary) return []
    const { release, share, since } = status.canary
    const where = asked.length > 1 ? ` on ${host.id}` : ''
    return [['Canary', `${release} has ${share}% of the traffic${where}, since ${minuteOf(new Date(since * 1000).toISOString())}`]]
  })
}

function volumesOf(asked: readonly HostStatus[]): [string, string][] {
  return asked.flatMap(({ host, status }) => {
    const volumes = typeof status === 'string' ? [] : (status.volumes ?? [])
    const where = asked.length > 1 ? ` on ${host.id}` : ''
    return volumes.map(({ bytes, ...volume }): [string, string] => ['Data', `${volumeWords([volume])}${where}${sizeWords(bytes)}`])
  })
}

interface CertificateLine {
  readonly host: string
  readonly name: string
  readonly issuer: string
  /** ISO 8601. */
  readonly expires: string | null
}

/** How many an output has: GitHub accepts a megabyte of outputs from a job. */
const MOST_CERTIFICATES = 1000
/** How many a page shows. */
const SHOWN_CERTIFICATES = 50

/** The first to expire first; if several expire together, by host as given. */
function certificatesOf(asked: readonly HostStatus[]): CertificateLine[] {
  const found = asked.flatMap(({ host, status }) =>
    typeof status === 'string'
      ? []
      : (status.certificates ?? []).map(({ expires, ...one }) => ({ host: host.id, ...one, expires: isoOf(expires) })),
  )
  return found.toSorted((a, b) => Date.parse(a.expires ?? '1970') - Date.parse(b.expires ?? '1970'))
}

function certificateFacts(asked: readonly HostStatus[]): [string, string][] {
  const found = certificatesOf(asked)
  const shown = found.slice(0, SHOWN_CERTIFICATES)
  const more = found.length - shown.length
  return [
    ...shown.map((one): [string, string] => ['Certificate', `${certificateWords(one)}${asked.length > 1 ? ` on ${one.host}` : ''}`]),
    ...(more > 0 ? [['Certificates', `and ${more} more, which expire later`] as [string, string]] : []),
  ]
}

function isoOf(seconds: number | null): string | null {
  return seconds === null ? null : new Date(seconds * 1000).toISOString()
}

function certificateWords({ name, issuer, expires }: CertificateLine): string {
  return expires === null ? `${name}: none` : `${name}, by ${issuer}, until ${minuteOf(expires)}`
}

function sizeWords(bytes: number | null): string {
  if (bytes === null) return ''
  const units = ['bytes', 'KB', 'MB', 'GB', 'TB']
  const unit = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)))
  return `, ${Number((bytes / 1000 ** unit).toPrecision(3))} ${units[unit]}`
}

function driftFacts(record: ReleaseRecord | undefined, asked: readonly HostStatus[]): [string, string][] {
  const views = asked.map(({ host, status }) => ({ hostId: host.id, status }))
  const hostIds = views.map(({ hostId }) => hostId)
  return [...driftOf(record, views), ...goneHosts(record, hostIds)].map((words) => ['Drift', words])
}

/** The releases that every answering host can return to. */
function waysBack(asked: readonly HostStatus[], history: readonly ReleaseRecord[]): [string, string][] {
  const [first, ...others] = asked.flatMap(({ status }) => (typeof status === 'string' ? [] : [status]))
  if (first === undefined) return []
  const common = earlier(first).filter(({ release }) => others.every((other) => earlier(other).some((kept) => kept.release === release)))
  const names = common.map(({ release, container }) => `${calledIn(release, history)}${container ? '' : ' (to be pulled)'}`)
  return [['Ways back', names.length === 0 ? 'none yet' : names.join(', ')]]
}

function calledIn(release: string, history: readonly ReleaseRecord[]): string {
  const semver = recordedAs(release, history)?.semver
  return semver === undefined ? release : `${release} (${semver})`
}

function earlier({ releases }: ServiceStatus): ServiceStatus['releases'] {
  return releases.filter(({ active }) => !active)
}
