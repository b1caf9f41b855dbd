import type { StoredRelease } from '../release/release-document.ts'
import { refuse } from '../refusal.ts'
import type { Refused } from '../refusal.ts'
import type { ReleaseRecord } from '../release/record.ts'
import { recordedAs, servedTime, wasLeft } from '../release/history.ts'
import { seconds } from '../duration.ts'
import { spellDuration } from '../field/fields.ts'
import type { Service } from '../service.ts'
import type { HostsSeen } from './host-status.ts'

/** Whether a release can go on to the next environment. */
export type Verdict =
  | {
      readonly kind: 'promote'
      readonly release: StoredRelease
      /** Its semantic version where it is verified; `undefined`: it has none. */
      readonly semver: string | undefined
      readonly note: string | undefined
    }
  | Refused

/** A release in the registry. `elsewhere`: the record points to another registry; `unreadable`: not in the format of this version. */
export type StoredSpecification = StoredRelease | 'gone' | 'elsewhere' | 'unreadable'

export interface Verification {
  readonly from: Service
  /** The release to promote. */
  readonly release: string
  /** The current record. */
  readonly record: ReleaseRecord
  /** Its versions, newest first: each shows what was verified at the time. */
  readonly history: readonly ReleaseRecord[]
  /** `undefined`: no record contains the release. */
  readonly specification: StoredSpecification | undefined
  readonly hosts: HostsSeen
  /** Accept a release that was rolled back. */
  readonly allowRolledBack: boolean
  /** How long it must have served there, and the current time, both in milliseconds. */
  readonly minSoakMs: number
  readonly now: number
}

/**
 * Only a release that `promote-from` has verified, by its record and with the registry's content, and not while its hosts report that they are
 * unhealthy.
 */
export function judgePromotion(verification: Verification): Verdict {
  const { from, release, record, history, specification } = verification
  const refusal =
    refuseUnverified(verification) ?? refuseSpecification(verification) ?? refuseUnwell(verification) ?? refuseUnsoaked(verification)
  if (refusal !== undefined) return refusal
  if (typeof specification !== 'object') throw new Error('A release that is not refused has a specification.')
  return { kind: 'promote', release: specification, semver: recordedAs(release, history)?.semver, note: noteOn(record, from.environment) }
}

function refuseUnverified({ from: { environment }, release, history, allowRolledBack }: Verification): Refused | undefined {
  if (recordedAs(release, history) === undefined) {
    const known = [...new Set(history.map((version) => version.release))].join(', ')
    return refuse(
      `${release} is not verified in ${environment}; these are: ${known}`,
      `Choose one of them, or deploy it to ${environment} first.`,
    )
  }
  if (allowRolledBack || !wasLeft(release, history)) return undefined
  return refuse(`${release} was rolled back in ${environment}`, 'Choose another one, or set allow-rolled-back: true to promote it anyway.')
}

function refuseSpecification({ from: { environment }, release, specification }: Verification): Refused | undefined {
  if (typeof specification === 'object') return undefined
  const what = {
    gone: 'is not in the registry any more',
    elsewhere: 'is in a registry of another account or region than its record',
    unreadable: 'was written by another version of this action, or does not match the record',
  }[specification ?? 'gone']
  return refuse(`the specification of ${release} in ${environment} ${what}`, `Deploy it to ${environment} again with this version.`)
}

/** Unreachable hosts prevent nothing: a verified release stays verified. */
function refuseUnwell({ from: { environment }, release, record, hosts }: Verification): Refused | undefined {
  const heal = `Wait for the run in progress there, or run command: deploy for ${environment}. command: status shows what is there.`
  for (const { hostId, status } of hosts.kind === 'asked' ? hosts.hosts : []) {
    const live = status?.release ?? ''
    if (live !== record.release)
      return refuse(`${environment} is inconsistent: ${hostId} serves ${live || 'nothing'}, but ${record.release} is recorded`, heal)
    if (release === live && (status?.serving !== record.digest || !status.healthy))
      return refuse(`${live} is not healthy on ${hostId} of ${environment}`, heal)
  }
  return undefined
}

/** A live release counts from the latest start of its containers, if the hosts report it: one that crashed has not served all the time. */
function refuseUnsoaked({ from: { environment }, release, history, hosts, minSoakMs, now }: Verification): Refused | undefined {
  const served = servedTime(release, history)
  if (minSoakMs === 0 || served === undefined) return undefined
  const since = served.until === undefined ? Math.max(served.since, ...startsOn(hosts)) : served.since
  const soakedMs = Math.max(0, (served.until ?? now) - since) || 0
  if (soakedMs >= minSoakMs) return undefined
  return refuse(
    `${release} ${served.until === undefined ? 'has served' : 'served'} ${environment} for ${seconds(soakedMs)}, but min-soak is ${spellDuration(minSoakMs / 1000)}`,
    served.until === undefined
      ? `Run this again in ${seconds(minSoakMs - soakedMs)}, or lower min-soak.`
      : 'Choose a release that served longer, or lower min-soak.',
  )
}

function startsOn(hosts: HostsSeen): readonly number[] {
  if (hosts.kind !== 'asked') return []
  return hosts.hosts.map(({ status }) => Date.parse(status?.startedAt ?? '')).filter((at) => !Number.isNaN(at))
}

/** The live release was verified; whoever promotes it should know that a later attempt failed. */
function noteOn({ attempt, release }: ReleaseRecord, environment: string): string | undefined {
  if (attempt.cause === '') return undefined
  const what = attempt.release === '' ? 'a rollback' : attempt.release
  return `The last run in ${environment} (${what}) ended as ${attempt.outcome}: ${attempt.cause}. The verified release ${release} still serves there.`
}
