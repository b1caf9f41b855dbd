import type { Config } from '../../config/config.ts'
import { isStopped, urlOf } from '../../domain/host/host.ts'
import { driftOf, goneHosts } from '../../domain/rollout/drift.ts'
import { freezeWords } from '../../domain/lease/freeze.ts'
import type { Freeze } from '../../domain/lease/freeze.ts'
import { recordedAs } from '../../domain/release/history.ts'
import { versionOf } from '../../domain/version/version.ts'
import type { ReleaseRecord } from '../../domain/release/record.ts'
import { placeOf } from '../../domain/release/route.ts'
import type { Place } from '../../domain/release/route.ts'
import { volumeWords } from '../../domain/data/volumes.ts'
import type { ServiceStatus, Unwoken } from '../../domain/rollout/result.ts'
import type { HostLine, Report } from '../parts/report.ts'
import { displayName } from '../../domain/service.ts'
import type { HostStatus } from '../../domain/rollout/host-status.ts'
import { changeWords, isOn } from '../../domain/schedule/schedule.ts'
import type { Schedule } from '../../domain/schedule/schedule.ts'
import { scheduleWords } from '../rows/schedule-words.ts'
import { costRows } from '../rows/cost-words.ts'
import type { MonthlyCost } from '../../domain/cost/month.ts'
import { minuteOf } from '../parts/minute.ts'
import { certificateRows, certificatesJson } from '../rows/certificate-rows.ts'
import { rowIf } from '../parts/rows.ts'
import type { Row } from '../parts/rows.ts'
import { addressWords, noticeOf, outputsOfHosts, tableOf } from '../rows/host-lines.ts'

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
  const promoted = record?.promotedFrom
  const lines = asked.map((one) => lineOf(one, record?.route ?? placeOf(config.spec)))
  const outputs = { ...outputsOfHosts(lines), ...(lines[0]?.release ? {} : { url: '' }) }
  return {
    outcome: 'reported',
    headline: `${name}: ${headline(asked, lines, intendedWords(config.schedule, now))}`,
    outputs: {
      ...outputs,
      certificates: certificatesJson(asked),
      ...recordedOutputs(record),
      'serving-digest': lines[0]?.digest ?? '',
    },
    facts: [
      ...rowIf('Frozen', freeze && freezeWords(freeze)),
      ...rowIf('Schedule', config.schedule && scheduleWords(config.schedule, now)),
      ...driftFacts(record, asked),
      ...rowIf('Serving', asked.length > 1 ? '' : wordsOf(asked[0]?.status ?? 'nothing')),
      ['Recorded', record ? `${record.release}, by ${record.actor}, ${minuteOf(record.deployedAt)}` : 'no release'],
      ...rowIf('Version', record?.semver),
      ...rowIf('Promoted from', promoted && `${promoted.environment}, release ${promoted.release}`),
      ...(asked.length === 1 ? hostsOf(asked) : []),
      ...names.map(({ name, words }) => ['Name', `${name} ${words}`] as const),
      ...canariesOf(asked),
      ...volumesOf(asked),
      ...certificateRows(asked),
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
    return `${first.release} ${starts ? 'is asleep' : 'does not start'} ${addressWords(first.url)}`
  }
  const subject = releases.length === 1 ? `${first.release} serves` : `${releases.join(' and ')} serve`
  return lines.length === 1 ? `${subject} ${addressWords(first.url)}` : `${subject} on ${serving.length} of ${lines.length} hosts`
}

function hostsOf(asked: readonly HostStatus[]): readonly Row[] {
  return asked.map(({ host: { id, instanceType, state } }) => ['Host', `${id} (${instanceType}, ${state})`])
}

function wordsOf(status: ServiceStatus | string): string {
  return typeof status === 'string' ? status : `${status.release || 'nothing'}, ${stateOf(status)}`
}

/** Why a service is not healthy, by Docker's word. */
const HEALTHCHECK_WORDS: Readonly<Record<string, string>> = {
  unhealthy: " (the image's HEALTHCHECK fails)",
  starting: " (the image's HEALTHCHECK has no result yet)",
}

function stateOf({ running, asleep, unwoken, healthy, healthcheck }: ServiceStatus): string {
  if (asleep) return unwoken ? unwokenWords(unwoken) : 'asleep: the next request wakes it'
  const why = healthy ? '' : (HEALTHCHECK_WORDS[healthcheck] ?? '')
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

function canariesOf(asked: readonly HostStatus[]): readonly Row[] {
  return asked.flatMap(({ host, status }): readonly Row[] => {
    if (typeof status === 'string' || !status.canary) return []
    const { release, share, since } = status.canary
    const where = asked.length > 1 ? ` on ${host.id}` : ''
    return [['Canary', `${release} has ${share}% of the traffic${where}, since ${minuteOf(new Date(since * 1000).toISOString())}`]]
  })
}

function volumesOf(asked: readonly HostStatus[]): readonly Row[] {
  return asked.flatMap(({ host, status }) => {
    const volumes = typeof status === 'string' ? [] : status.volumes
    const where = asked.length > 1 ? ` on ${host.id}` : ''
    return volumes.map(({ bytes, ...volume }): Row => ['Data', `${volumeWords([volume])}${where}${sizeWords(bytes)}`])
  })
}

function sizeWords(bytes: number | null): string {
  if (bytes === null) return ''
  const units = ['bytes', 'KB', 'MB', 'GB', 'TB']
  const unit = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)))
  return `, ${Number((bytes / 1000 ** unit).toPrecision(3))} ${units[unit]}`
}

function driftFacts(record: ReleaseRecord | undefined, asked: readonly HostStatus[]): readonly Row[] {
  const views = asked.map(({ host, status }) => ({ hostId: host.id, status }))
  const hostIds = views.map(({ hostId }) => hostId)
  return [...driftOf(record, views), ...goneHosts(record, hostIds)].map((words) => ['Drift', words])
}

/** The releases that every answering host can return to. */
function waysBack(asked: readonly HostStatus[], history: readonly ReleaseRecord[]): readonly Row[] {
  const [first, ...others] = asked.flatMap(({ status }) => (typeof status === 'string' ? [] : [status]))
  if (first === undefined) return []
  const common = earlier(first).filter(({ release }) => others.every((other) => earlier(other).some((kept) => kept.release === release)))
  const names = common.map(({ release, container }) => `${calledIn(release, history)}${container ? '' : ' (to be pulled)'}`)
  return [['Can roll back to', names.length === 0 ? 'none yet' : names.join(', ')]]
}

function calledIn(release: string, history: readonly ReleaseRecord[]): string {
  const semver = recordedAs(release, history)?.semver
  return semver === undefined ? release : `${release} (${semver})`
}

function earlier({ releases }: ServiceStatus): ServiceStatus['releases'] {
  return releases.filter(({ active }) => !active)
}
