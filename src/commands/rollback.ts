import type { Context } from '../context.ts'
import { planExisting } from '../domain/host/host-plan.ts'
import { servedAsRecorded, migrationsSince, recordedAs, VERSIONS } from '../domain/release/history.ts'
import type { ReleaseRecord } from '../domain/release/record.ts'
import { isVisited, UNKNOWN_PLACE } from '../domain/release/route.ts'
import type { ServedRelease } from '../domain/release/release.ts'
import { refused } from '../errors.ts'
import { findNamed } from '../steps/version/find-named.ts'
import { noneFailed, previousOf, servedByAll, unservedBy } from '../domain/rollout/result.ts'
import type { HostResult } from '../domain/rollout/result.ts'
import type { Report } from '../report/parts/report.ts'
import { revert } from '../steps/rollout/revert.ts'
import { startOf } from '../steps/record/deployment-start.ts'
import { newAttempt, recordFailure, recordRelease } from '../steps/record/record-release.ts'
import { followPorts, withServedPorts } from '../steps/dns/follow-ports.ts'
import { followNames } from '../steps/dns/release-names.ts'
import { applicableHosts } from '../steps/hosts/hosts-snapshot.ts'
import { prepareHosts } from '../steps/hosts/prepare-hosts.ts'
import type { PreparedHosts } from '../steps/hosts/prepare-hosts.ts'
import { chooseTarget, rollbackHosts } from '../steps/rollout/rollback-hosts.ts'
import { failureReport, rollbackSuccess } from '../report/pages/rollback.ts'
import { countOf } from '../domain/host/host.ts'
import { NO_COMMIT } from '../steps/lease/acquire-lease.ts'
import { withLease } from '../steps/lease/with-lease.ts'

/** Returns to an earlier verified release, unchanged: image, configuration, references to secrets. */
export async function rollback(unleased: Context): Promise<Report> {
  return withLease(unleased, NO_COMMIT, async (ctx) => {
    const { progress } = ctx
    const since = ctx.clock.now()
    const { plans, record } = await progress.step('Check what is live', () => applicableHosts(ctx, planExisting))
    const asked = await askedRelease(ctx)
    const [prepared, history] = await Promise.all([
      progress.step('Prepare the host', () => prepareHosts(withServedPorts(ctx, record), { plans, record, spec: ctx.config.spec })),
      // Needed only afterwards, but if it cannot be read, the hosts must not change: nobody could record what they serve.
      ctx.records.history(ctx.config.service, VERSIONS),
    ])
    const way = await chooseTarget(ctx, prepared, { record, asked })
    const hostIds = prepared.hosts.map(({ id }) => id)
    const results = await progress.step(
      `Roll back to ${way.target || 'the last verified release'} on ${countOf(hostIds)}`,
      () => rollbackHosts(ctx, prepared, way),
      noneFailed,
    )
    return conclude(ctx, { ...prepared, asked, record, history, results, since })
  })
}

/** The name of the release in the inputs; empty if they name none. */
async function askedRelease(ctx: Context): Promise<string> {
  const { release = '', versioning, service } = ctx.config
  if (versioning.asked === undefined) return release
  const found = await findNamed(ctx, { service, records: ctx.records, version: versioning.asked })
  if ('kind' in found) throw refused(found)
  ctx.progress.info(`${versioning.asked} is release ${found.release}`)
  return found.release
}

interface Rolled extends PreparedHosts {
  /** Name of the requested release; empty without one. */
  readonly asked: string
  /** Before this run. */
  readonly record: ReleaseRecord | undefined
  /** The record and its earlier versions, also before this run. */
  readonly history: readonly ReleaseRecord[]
  /** One result a host, in the same order. */
  readonly results: readonly HostResult[]
  readonly since: number
}

async function conclude(ctx: Context, rolled: Rolled): Promise<Report> {
  const { hosts, record, history, results, since } = rolled
  const proven = servedByAll(results)
  const served = proven && servedAsRecorded(proven, history)
  const recorded = served && recordedAs(served.name, history)
  const semver = recorded?.semver
  const tried = served ?? { name: rolled.asked || 'unknown', digest: '', commit: '' }
  // Only the hosts know what they return to, so GitHub learns it afterwards.
  if (results.some(({ outcome }) => outcome !== 'unchanged')) ctx.deployment.start(startOf(ctx, { ...tried, semver }, since))
  if (served === undefined) return revertRollback(ctx, rolled)
  const { name: release, commit } = served
  const attempt = newAttempt(ctx, { release, commit, semver, outcome: 'rolled-back', cause: '', since, results })
  const left = record === undefined || record.release === served.name ? {} : { blocked: record.commit }
  const live = {
    served,
    semver,
    hostIds: hosts.map(({ id }) => id),
    previous: previousOf(results),
    fingerprint: recorded?.fingerprint,
    artifact: recorded?.artifact,
    results,
  }
  await ctx.progress.step('Record the release', () => recordRelease(ctx, live, { record, attempt, ...left }))
  await followPorts(ctx, served.route, hosts, record)
  await followNames(ctx, served.route, hosts, record)
  warnOfMigrations(ctx, history, served.name)
  warnOfHttps(ctx, record, served)
  return rollbackSuccess(ctx.config, { hosts, results, served, semver, ...left })
}

/** Returns the hosts that have already rolled back to the newer release, so that all serve the same one. */
async function revertRollback(ctx: Context, { asked, hosts, avoid, record, results, since }: Rolled): Promise<Report> {
  const failed = unservedBy(results)
  const cause = failed.cause ?? 'not-serving'
  const release = results.find(({ served }) => served)?.served?.name ?? ''
  const after = await revert(ctx, { release, record, results, avoid })
  const attempt = newAttempt(ctx, { release: asked, commit: '', semver: undefined, outcome: 'failed', cause, since, results: after })
  await recordFailure(ctx, record, attempt)
  return failureReport(ctx.config, { deed: 'rollback', hosts, results: after, failed, record })
}

/** A migration may have changed data in a way that the release does not understand. A rollback cannot undo that. */
function warnOfMigrations(ctx: Context, history: readonly ReleaseRecord[], target: string): void {
  const passed = migrationsSince(target, history)
  if (passed.length > 0)
    ctx.progress.warn(`Rolled back past ${passed.join(', ')}, marked as a migration: check that ${target} understands the data.`)
}

/** Browsers remember a permanent redirect, and HSTS. */
function warnOfHttps(
  { progress }: Context,
  record: ReleaseRecord | undefined,
  { name, route }: Pick<ServedRelease, 'name' | 'route'>,
): void {
  if (record === undefined || !isVisited(record.route) || !isVisited(route) || route === UNKNOWN_PLACE) return
  if (record.route.tls !== 'off' && route.tls === 'off')
    progress.warn(`${name} is older than HTTPS here and serves only HTTP: browsers that were redirected to HTTPS get no answer there.`)
}
