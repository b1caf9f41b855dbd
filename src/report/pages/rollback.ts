import type { Config } from '../../config/config.ts'
import type { Host } from '../../domain/host/host.ts'
import type { Outcome } from '../../domain/outcome.ts'
import { hostFailure } from '../parts/host-failure.ts'
import type { ReleaseRecord } from '../../domain/release/record.ts'
import { placeOf } from '../../domain/release/route.ts'
import type { ServedRelease } from '../../domain/release/release.ts'
import { previousOf } from '../../domain/rollout/result.ts'
import type { HostResult } from '../../domain/rollout/result.ts'
import type { Report } from '../parts/report.ts'
import { displayName } from '../../domain/service.ts'
import { factsOf, hostFacts, linesOf, noticeOf, outputsOf, outputsOfHosts, placeWords, releaseWords, tableOf } from '../rows/host-lines.ts'
import { shortCommit } from '../../domain/commits.ts'

/** A release that the hosts kept, and that serves again. */
interface Served {
  readonly hosts: readonly Host[]
  readonly results: readonly HostResult[]
  readonly served: ServedRelease
  /** Semantic version of the release; `undefined`: it has none. */
  readonly semver: string | undefined
}

/** `blocked`: the commit that was rolled back, and stays refused. */
export function rollbackSuccess(config: Pick<Config, 'service'>, served: Served & { readonly blocked?: string }): Report {
  const { results, blocked = '' } = served
  const outcome = results.every((result) => result.outcome === 'unchanged') ? 'unchanged' : 'rolled-back'
  const report = success(config, served, { outcome, verb: 'serves again' })
  return { ...report, facts: [...report.facts, ['Rolled back from', previousOf(results)], ...whatIsRefused(blocked)] }
}

function whatIsRefused(commit: string): Report['facts'] {
  return commit === ''
    ? []
    : [['Refused from now on', `commit ${shortCommit(commit)}, until a newer one comes, or allow-rolled-back: true`]]
}

/** The report of a restart. */
export function restartSuccess(config: Pick<Config, 'service'>, served: Served): Report {
  return success(config, served, { outcome: 'restarted', verb: 'was restarted' })
}

function success(
  { service }: Pick<Config, 'service'>,
  { hosts, results, served, semver }: Served,
  { outcome, verb }: { readonly outcome: Outcome; readonly verb: string },
): Report {
  const placed = { hosts, results, release: { ...served, semver }, route: served.route }
  const lines = linesOf(placed)
  return {
    outcome,
    headline: `${displayName(service)}: ${releaseWords(placed.release)} ${verb} ${placeWords(lines)}`,
    outputs: outputsOf(placed),
    facts: factsOf(placed),
    image: served.image,
    ...tableOf(lines),
    ...noticeOf(results),
  }
}

interface Unserved {
  /** The command of the run. */
  readonly deed: 'rollback' | 'restart'
  readonly hosts: readonly Host[]
  readonly results: readonly HostResult[]
  readonly failed: HostResult
  /** Before the run; `undefined`: nothing is recorded. */
  readonly record: ReleaseRecord | undefined
}

/** The report of a rollback or restart that failed on a host. */
export function failureReport(config: Pick<Config, 'service' | 'spec'>, { deed, hosts, results, failed, record }: Unserved): Report {
  const { spec } = config
  const failure = hostFailure(failed, { results, spec })
  const place = hosts.length > 1 ? ` on ${failed.hostId}` : ''
  const lines = linesOf({ hosts, results, route: record?.route ?? placeOf(spec) })
  return {
    outcome: 'failed',
    headline: `${displayName(config.service)}: the ${deed} failed${place}`,
    outputs: { ...outputsOfHosts(lines), cause: failure.cause, 'serving-digest': failed.serving, 'previous-release': failed.previous },
    facts: hostFacts(hosts),
    ...tableOf(lines),
    ...noticeOf(results),
    failure,
  }
}
