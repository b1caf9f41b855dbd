import { isRelease, isVerified } from './delivery.ts'
import type { Delivery } from './delivery.ts'

/** An issue with the incident label. Times are milliseconds since the epoch. */
export interface Incident {
  readonly number: number
  readonly url: string
  readonly openedAt: number
  /** Missing while it is open. */
  readonly closedAt?: number
}

/** What restored a verified release. */
type Way = 'hand' | 'bake' | 'canary'

/** How a bad release was detected: by its own run, by a rollback, or by an issue. */
type Seen = 'run' | 'rollback' | 'issue'

export interface Failure {
  readonly seen: Seen
  /** The id of the change that caused it; missing if the records do not go back to it. */
  readonly change?: string
  readonly release: string
  /** Address of its run or issue. */
  readonly url: string
  readonly from: number
  /** Missing while it lasts. */
  readonly to?: number
  readonly by: Way
  /** A visitor could have reached the bad release. */
  readonly reached: boolean
}

/** `deliveries`: of one environment, oldest first. */
export function failuresOf(deliveries: readonly Delivery[], incidents: readonly Incident[]): readonly Failure[] {
  const failures = deliveries.flatMap((delivery) => failureIn(delivery, deliveries) ?? [])
  return [...failures, ...incidents.map((incident) => incidentFailure(incident, deliveries))]
}

function failureIn(delivery: Delivery, all: readonly Delivery[]): Failure | undefined {
  if (delivery.kind === 'rollback') return leftFailure(delivery, all)
  return delivery.kind === 'change' && !isVerified(delivery) ? changeFailure(delivery, all) : undefined
}

/** A change that failed in its own run: counts from the first visitor who could have reached it, or if none could, from its failure. */
function changeFailure(delivery: Delivery, all: readonly Delivery[]): Failure {
  const { id: change, release, runUrl: url, reachedAt, endedAt, returned, cause } = delivery
  const common = { seen: 'run', change, release, url, from: reachedAt ?? endedAt, reached: reachedAt !== undefined } as const
  if (common.reached && returned) return { ...common, to: endedAt, by: cause.startsWith('canary') ? 'canary' : 'bake' }
  return { ...common, ...endOf(verifiedAfter(endedAt, all)), by: 'hand' }
}

/** A manual rollback shows that the live release was bad, but not since when: counts from the start of the rollback. */
function leftFailure(delivery: Delivery, all: readonly Delivery[]): Failure | undefined {
  const { startedAt, endedAt, runUrl: url, release: target } = delivery
  const left = liveAt(startedAt, all)
  if (left === target) return undefined
  const end = isVerified(delivery) ? endedAt : verifiedAfter(endedAt, all)
  return { seen: 'rollback', ...blamed(left, startedAt, all), url, from: startedAt, ...endOf(end), by: 'hand', reached: true }
}

/** From the opening of the issue until it is closed, or until a rollback was verified. */
function incidentFailure({ openedAt, closedAt, url }: Incident, all: readonly Delivery[]): Failure {
  const rolledBack = all.find((one) => one.kind === 'rollback' && isVerified(one) && one.endedAt > openedAt)?.endedAt
  const ends = [closedAt, rolledBack].filter((end) => end !== undefined)
  const end = ends.length === 0 ? undefined : Math.max(openedAt, Math.min(...ends))
  return { seen: 'issue', ...blamed(liveAt(openedAt, all), openedAt, all), url, from: openedAt, ...endOf(end), by: 'hand', reached: true }
}

function endOf(to: number | undefined): { readonly to?: number } {
  return to === undefined ? {} : { to }
}

function verifiedAfter(time: number, all: readonly Delivery[]): number | undefined {
  return all.find((one) => isRelease(one) && isVerified(one) && one.endedAt > time)?.endedAt
}

/** The live release at that time; `undefined` if no record shows it. */
function liveAt(time: number, all: readonly Delivery[]): string | undefined {
  return all.findLast((one) => isRelease(one) && isVerified(one) && (one.servedAt ?? one.endedAt) <= time)?.release
}

function blamed(release: string | undefined, time: number, all: readonly Delivery[]): Pick<Failure, 'change' | 'release'> {
  const change = all.findLast((one) => one.kind === 'change' && isVerified(one) && one.release === release && one.startedAt <= time)
  return { release: release ?? '', ...(change && { change: change.id }) }
}

/** A time without a verified release; overlapping failures are one. */
export interface Outage {
  readonly from: number
  /** Missing while it lasts. */
  readonly to?: number
  readonly by: Way
  /** A visitor could have reached a bad release. */
  readonly reached: boolean
  /** Oldest first. */
  readonly failures: readonly Failure[]
}

/** Oldest first. Failures that last are one outage: an open one does not hide a later one that has ended. */
export function outagesOf(failures: readonly Failure[]): readonly Outage[] {
  const sorted = failures.toSorted(compareFailures)
  const open = sorted.filter(({ to }) => to === undefined)
  const ended = joined(sorted.filter(({ to }) => to !== undefined))
  return [...ended, ...(open.length > 0 ? [open] : [])].map(outageOf).toSorted((one, other) => one.from - other.from)
}

/** Of failures with the same start, the longest comes first, so that it includes the others. The input's order never matters. */
function compareFailures(one: Failure, other: Failure): number {
  const [end, otherEnd] = [one.to ?? Number.MAX_VALUE, other.to ?? Number.MAX_VALUE]
  return one.from - other.from || otherEnd - end || (keyOf(one) < keyOf(other) ? -1 : 1)
}

function keyOf({ url, seen, change = '' }: Failure): string {
  return [url, seen, change].join(' ')
}

/** Groups of overlapping failures that have ended. */
function joined(sorted: readonly Failure[]): readonly (readonly Failure[])[] {
  return sorted.reduce<readonly (readonly Failure[])[]>((groups, failure) => {
    const last = groups.at(-1)
    return last && failure.from < latest(last) ? [...groups.slice(0, -1), [...last, failure]] : [...groups, [failure]]
  }, [])
}

function latest(failures: readonly Failure[]): number {
  return Math.max(...failures.map(({ to = Infinity }) => to))
}

function outageOf(failures: readonly Failure[]): Outage {
  const end = latest(failures)
  const last = failures.find(({ to = Infinity }) => to === end)
  return {
    from: Math.min(...failures.map(({ from }) => from)),
    ...endOf(Number.isFinite(end) ? end : undefined),
    by: last?.by ?? 'hand',
    reached: failures.some(({ reached }) => reached),
    failures,
  }
}
