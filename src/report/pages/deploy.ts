import type { Config } from '../../config/config.ts'
import { repositoryUrl } from '../../config/job.ts'
import { canaryTable } from '../../domain/canary/table.ts'
import type { Watch } from '../../domain/canary/watch.ts'
import type { Host } from '../../domain/host/host.ts'
import { hostFailure } from '../parts/host-failure.ts'
import { isFailed, isTakenBack } from '../parts/other-hosts.ts'
import type { Release } from '../../domain/release/release.ts'
import { placeOf } from '../../domain/release/route.ts'
import type { ReleaseRecord } from '../../domain/release/record.ts'
import { failureOf } from '../../domain/rollout/result.ts'
import type { HostResult } from '../../domain/rollout/result.ts'
import type { Change, Report } from '../parts/report.ts'
import { displayName } from '../../domain/service.ts'
import type { Comparison } from '../../domain/commits.ts'
import { sinceLive } from '../../domain/commits.ts'
import { minuteOf } from '../parts/minute.ts'
import { factsOf, hostFacts, linesOf, noticeOf, outputsOf, placeWords, releaseWords, tableOf } from '../rows/host-lines.ts'

type Reported = Pick<Config, 'service' | 'job'>

export interface Deployed {
  readonly hosts: readonly Host[]
  readonly release: Release
  /** One result a host, in the same order. */
  readonly results: readonly HostResult[]
  /** Only for a canary. */
  readonly watch: Watch | undefined
  /** Before this run. */
  readonly snapshot: {
    readonly record: ReleaseRecord | undefined
    readonly comparison: Comparison | undefined
    /** Semantic version of the release; `undefined`: it has none. */
    readonly semver: string | undefined
    /** The proposed version; empty without one. */
    readonly nextVersion: string
  }
}

/** Reports the deploy. Green only if the proxy of every host was seen to serve the requested digest. */
export function deployReport(config: Reported, deployed: Deployed, failed = failureOf(deployed.results)): Report {
  const { release, results } = deployed
  const wrong = failed ?? results.find(({ serving }) => serving !== release.digest)
  return wrong ? failure(config, deployed, wrong) : success(config, deployed)
}

function success(config: Reported, deployed: Deployed): Report {
  const { hosts, release, results, watch } = deployed
  const placed = placedOf(deployed)
  const lines = linesOf(placed)
  const outcome = results.every((result) => result.outcome === 'unchanged') ? 'unchanged' : 'deployed'
  const verb = outcome === 'unchanged' ? 'was already live' : 'is live'
  return {
    outcome,
    headline: `${displayName(config.service)}: ${releaseWords(placed.release)} ${verb} ${placeWords(lines)}`,
    outputs: { ...outputsOf(placed), 'next-version': deployed.snapshot.nextVersion },
    facts: [...(outcome === 'deployed' ? hostFacts(hosts) : factsOf(placed)), ...nextFacts(deployed.snapshot)],
    image: release.image,
    ...tableOf(lines),
    ...noticeOf(results),
    ...(watch ? { canary: canaryTable(watch) } : {}),
    ...(outcome === 'deployed' ? { change: changeOf(config, release, deployed.snapshot) } : {}),
  }
}

function failure(config: Reported, deployed: Deployed, failed: HostResult): Report {
  const { hosts, release, results, watch } = deployed
  const placed = placedOf(deployed)
  const isBack = isTakenBack(results)
  const verdict = isBack && watch && !watch.promoted ? canaryVerdict(watch) : verdictOn(failed, results)
  // All hosts drop a canary for the same cause, so the page shows it once.
  const others = watch ? results.filter((result) => result.cause !== failed.cause) : results
  const shown = hostFailure(failed, { results: others, spec: release.spec })
  return {
    outcome: isBack ? 'rolled-back' : 'failed',
    headline: `${displayName(config.service)}: ${releaseWords(placed.release)} ${verdict}`,
    outputs: { ...outputsOf(placed), 'next-version': deployed.snapshot.nextVersion, cause: shown.cause },
    facts: hostFacts(hosts),
    ...tableOf(linesOf(placed)),
    ...noticeOf(results),
    ...(watch ? { canary: canaryTable(watch) } : {}),
    failure: shown,
  }
}

function nextFacts({ nextVersion }: Deployed['snapshot']): Report['facts'] {
  return nextVersion === '' ? [] : [['Next version', nextVersion]]
}

/** Where no host has the release, the recorded one still answers at its own place. */
function placedOf({ hosts, release, results, snapshot }: Deployed) {
  const { record, semver } = snapshot
  const isElsewhere = record !== undefined && results.every(({ servingRelease }) => servingRelease === record.release)
  return { hosts, results, release: { ...release, semver }, route: isElsewhere ? record.route : placeOf(release.spec) }
}

function canaryVerdict({ done }: Watch): string {
  return `was rolled back at ${done.at(-1)?.share ?? 0}% of the traffic`
}

function verdictOn(failed: HostResult, results: readonly HostResult[]): string {
  const where = results.length > 1 ? ` on ${failedHosts(failed, results)}` : ''
  if (failed.rolledBack) return `went bad${where} after the cut-over, and was rolled back`
  return where === '' ? 'did not go live' : `failed${where}`
}

/** Such as `i-1`, or `2 of 3 hosts`, whose names come later. */
function failedHosts({ hostId }: HostResult, results: readonly HostResult[]): string {
  const failing = results.filter(isFailed).length
  return failing > 1 ? `${failing} of ${results.length} hosts` : hostId
}

function changeOf({ job }: Pick<Config, 'job'>, { name, digest, commit }: Release, seen: Deployed['snapshot']): Change {
  const { record, comparison, semver } = seen
  const repository = repositoryUrl(job)
  return {
    before: record && { ...record, deployed: `by ${record.actor}, ${minuteOf(record.deployedAt)}` },
    after: { release: name, digest, commit, semver, deployed: `by ${job.actor}, with this run` },
    repository,
    ...sinceLive({ repository, commit }, record?.commit, comparison),
  }
}
