import type { Context } from '../context.ts'
import { explainCause } from '../domain/report/cause.ts'
import type { Host } from '../domain/host/host.ts'
import { whatOfTheOthers } from '../domain/report/other-hosts.ts'
import type { ServedRelease } from '../domain/release/release.ts'
import { previousOf, whatServes } from '../domain/remote/result.ts'
import type { HostResult } from '../domain/remote/result.ts'
import type { Report } from '../domain/report/report.ts'
import { displayName } from '../domain/service.ts'
import { factsOf, hostFacts, linesOf, noticeOf, outputsOf, outputsOfHosts, placeOf, tableOf } from './report-parts.ts'

interface Returned {
  readonly hosts: readonly Host[]
  readonly results: readonly HostResult[]
  readonly served: ServedRelease
}

export function rollbackSuccess(ctx: Context, { hosts, results, served }: Returned): Report {
  const placed = { hosts, results, release: served }
  const lines = linesOf({ ...placed, route: served.route })
  return {
    outcome: results.every(({ outcome }) => outcome === 'unchanged') ? 'unchanged' : 'rolled-back',
    headline: `${displayName(ctx.config.service)}: release ${served.name} serves again ${placeOf(lines)}`,
    outputs: outputsOf(placed),
    facts: [...factsOf(placed), ['Rolled back from', previousOf(results)]],
    ...tableOf(lines),
    ...noticeOf(results),
  }
}

interface Unserved {
  /** What the run was asked for. */
  readonly deed: 'rollback' | 'restart'
  readonly hosts: readonly Host[]
  readonly results: readonly HostResult[]
  readonly failed: HostResult
}

export function failureReport(ctx: Context, { deed, hosts, results, failed }: Unserved): Report {
  const { run, health, route } = ctx.config
  const { cause = 'not-serving' } = failed
  const explained = explainCause({ ...failed, cause, port: run.port, healthPath: health.path })
  const place = hosts.length > 1 ? ` on ${failed.hostId}` : ''
  const others = whatOfTheOthers(results, failed)
  const sentence = [`The ${deed} failed${place}: ${explained.sentence}.`, whatServes(failed), ...others].join(' ')
  const lines = linesOf({ hosts, results, route })
  return {
    outcome: 'failed',
    headline: `${displayName(ctx.config.service)}: ${sentence}`,
    outputs: { ...outputsOfHosts(lines), cause, 'serving-digest': failed.serving, 'previous-release': failed.previous },
    facts: hostFacts(hosts),
    ...tableOf(lines),
    ...noticeOf(results),
    failure: { cause, sentence, next: explained.next, evidence: failed.evidence },
  }
}
