import type { Context } from '../context.ts'
import { explainCause } from '../domain/cause.ts'
import { canaryTable, describeCost } from '../domain/canary-table.ts'
import type { Watch } from '../domain/canary-watch.ts'
import { urlOf } from '../domain/host.ts'
import type { Host } from '../domain/host.ts'
import type { Release, ReleaseRecord } from '../domain/release.ts'
import { whatServes } from '../domain/remote-result.ts'
import type { DeployResult } from '../domain/remote-result.ts'
import type { Change, Failure, Report } from '../domain/report.ts'
import type { Comparison } from '../ports/commits.ts'
import { factsOf, nameOf, outputsOf } from './what-is-live.ts'

export interface Deployed {
  readonly host: Host
  readonly release: Release
  readonly result: DeployResult
  readonly watch: Watch | undefined
  /** What was there before this run. */
  readonly seen: { readonly record: ReleaseRecord | undefined; readonly comparison: Comparison | undefined }
}

/** Tells how the deploy went. Green only if the proxy was seen to serve the digest that was asked for. */
export function deployReport(ctx: Context, deployed: Deployed): Report {
  const { release, result } = deployed
  const proven = result.outcome !== 'failed' && result.serving === release.digest
  return proven ? success(ctx, deployed) : failure(ctx, deployed)
}

function success(ctx: Context, { host, release, result, watch, seen }: Deployed): Report {
  const url = urlOf(host, release.httpPort)
  const outcome = result.outcome === 'unchanged' ? 'unchanged' : 'deployed'
  const verb = outcome === 'unchanged' ? 'was already live' : 'is live'
  return {
    outcome,
    headline: `${nameOf(ctx)}: release ${release.name} ${verb} at ${url}`,
    outputs: outputsOf({ host, release, result }),
    facts: factsOf({ host, release, result }),
    ...(watch ? { canary: canaryTable(watch) } : {}),
    ...(outcome === 'deployed' ? { change: changeOf(ctx, release, seen) } : {}),
  }
}

function failure(ctx: Context, { host, release, result, watch }: Deployed): Report {
  const cause = result.cause ?? 'not-serving'
  const explained = explainCause({ ...result, cause, port: release.run.port, healthPath: release.health.path })
  const cost = watch ? ` ${describeCost(watch)}` : ''
  const failed: Failure = {
    cause,
    sentence: `Release ${release.name} ${verdictOn(result, watch)}: ${explained.sentence}.${cost} ${whatServes(result)}`,
    next: explained.next,
    evidence: result.evidence,
  }
  return {
    outcome: result.rolledBack ? 'rolled-back' : 'failed',
    headline: `${nameOf(ctx)}: ${failed.sentence}`,
    outputs: { ...outputsOf({ host, release, result }), cause },
    facts: [
      ['Host', `${host.id} (${host.instanceType})`],
      ['Serving', result.serving === '' ? whatServes(result) : `${result.servingRelease} ${result.serving}`],
    ],
    ...(watch ? { canary: canaryTable(watch) } : {}),
    failure: failed,
  }
}

function verdictOn({ rolledBack }: DeployResult, watch: Watch | undefined): string {
  if (!rolledBack) return 'was refused'
  const share = watch?.done.at(-1)?.share
  const traffic = share === undefined ? 'the traffic' : `${share}% of the traffic as a canary`
  return `was taken back after it had been given ${traffic}`
}

function changeOf({ config }: Context, release: Release, { record, comparison }: Deployed['seen']): Change {
  const repository = `${config.job.serverUrl}/${config.job.repository}`
  const before = record && { release: record.release, digest: record.digest, commit: record.commit }
  const moved = before !== undefined && before.commit !== release.commit
  return {
    before,
    after: { release: release.name, digest: release.digest, commit: release.commit },
    compareUrl: moved ? `${repository}/compare/${before.commit}...${release.commit}` : undefined,
    commits: (comparison?.commits ?? []).map((commit) => ({ ...commit, url: `${repository}/commit/${commit.sha}` })),
  }
}
