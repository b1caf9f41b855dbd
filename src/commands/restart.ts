import type { Context } from '../context.ts'
import type { Host } from '../domain/host/host.ts'
import { planExisting } from '../domain/host/host-plan.ts'
import { servedAsRecorded, VERSIONS } from '../domain/release/history.ts'
import type { ServedRelease } from '../domain/release/release.ts'
import type { ReleaseRecord } from '../domain/release/record.ts'
import { restartOrder } from '../domain/order/restart-order.ts'
import { noneFailed, servedByAll, unservedBy } from '../domain/rollout/result.ts'
import type { HostResult } from '../domain/rollout/result.ts'
import type { Report } from '../report/parts/report.ts'
import { newAttempt, recordFailure, recordRelease, recordRestart } from '../steps/record/record-release.ts'
import { followPorts, withServedPorts } from '../steps/dns/follow-ports.ts'
import { followNames } from '../steps/dns/release-names.ts'
import { applicableHosts } from '../steps/hosts/hosts-snapshot.ts'
import { cutOverSpec, orderSpec } from '../steps/orders/order-spec.ts'
import { prepareHosts } from '../steps/hosts/prepare-hosts.ts'
import type { PreparedHosts } from '../steps/hosts/prepare-hosts.ts'
import { countOf } from '../domain/host/host.ts'
import { failureReport, restartSuccess } from '../report/pages/rollback.ts'
import { startOf } from '../steps/record/deployment-start.ts'
import { runOnHosts } from '../steps/rollout/run-on-hosts.ts'
import { sendOnLive } from '../steps/rollout/send-on-live.ts'
import { NO_COMMIT } from '../steps/lease/acquire-lease.ts'
import { withLease } from '../steps/lease/with-lease.ts'

/** Starts the live release again on all its hosts, in a new container beside the serving one, so that it reads its secrets again. Builds nothing. */
export async function restart(asked: Context): Promise<Report> {
  return withLease(asked, NO_COMMIT, async (ctx) => {
    const { progress } = ctx
    const since = ctx.clock.now()
    const { plans, record } = await progress.step('Check what is live', () => applicableHosts(ctx, planExisting))
    const prepared = await progress.step('Prepare the host', () =>
      prepareHosts(withServedPorts(ctx, record), { plans, record, spec: ctx.config.spec }),
    )
    const { hosts } = prepared
    if (record) ctx.deployment.start(startOf(ctx, { ...record, name: record.release }, since))
    const results = await progress.step(
      `Restart ${record?.release ?? 'the live release'} on ${countOf(hosts.map(({ id }) => id))}`,
      () => restartOnHosts(ctx, prepared, record),
      noneFailed,
    )
    return conclude(ctx, { hosts, record, results, since })
  })
}

/** In waves. If the hosts serve different releases, only a deploy can fix that. */
function restartOnHosts(ctx: Context, { hosts, avoid }: PreparedHosts, record: ReleaseRecord | undefined): Promise<readonly HostResult[]> {
  const hostIds = hosts.map(({ id }) => id)
  const { release = '*', login } = record ?? {}
  return sendOnLive(ctx, [release], (base) => {
    const order = restartOrder({ ...orderSpec(ctx), ...cutOverSpec(ctx, avoid), ownRegistry: login, base })
    return runOnHosts(ctx, { hostIds, order, concurrency: ctx.config.maxConcurrency, live: record }, base.join(' '))
  })
}

interface Restarted {
  readonly hosts: readonly Host[]
  /** Before this run. */
  readonly record: ReleaseRecord | undefined
  /** One result a host, in the same order. */
  readonly results: readonly HostResult[]
  readonly since: number
}

async function conclude(ctx: Context, restarted: Restarted): Promise<Report> {
  const { hosts, record, results, since } = restarted
  const served = await provenRelease(ctx, restarted)
  if (served === undefined) return failRestart(ctx, restarted)
  const semver = record?.release === served.name ? record.semver : undefined
  ctx.deployment.start(startOf(ctx, { ...served, semver }, since))
  const attempt = newAttempt(ctx, { release: served.name, commit: served.commit, semver, outcome: 'restarted', cause: '', since, results })
  const live = {
    served,
    semver,
    hostIds: hosts.map(({ id }) => id),
    previous: record?.release ?? '',
    fingerprint: undefined,
    artifact: undefined,
    results,
  }
  await ctx.progress.step('Record the restart', () =>
    record?.release === served.name ? recordRestart(ctx, record, { results, attempt }) : recordRelease(ctx, live, { record, attempt }),
  )
  await followPorts(ctx, served.route, hosts, record)
  await followNames(ctx, served.route, hosts, record)
  return restartSuccess(ctx.config, { hosts, results, served, semver })
}

/** The release that all hosts serve, if the records name the same image for it. */
async function provenRelease({ config, records }: Context, { record, results }: Restarted): Promise<ServedRelease | undefined> {
  const told = servedByAll(results)
  if (told === undefined) return undefined
  return servedAsRecorded(told, told.name === record?.release ? [record] : await records.history(config.service, VERSIONS))
}

/** Each host serves the same release as before, so the restarted hosts stay as they are. */
async function failRestart(ctx: Context, { hosts, record, results, since }: Restarted): Promise<Report> {
  const failed = unservedBy(results)
  const { cause = 'not-serving' } = failed
  const { release = '', commit = '', semver } = record ?? {}
  await recordFailure(ctx, record, newAttempt(ctx, { release, commit, semver, outcome: 'failed', cause, since, results }))
  return failureReport(ctx.config, { deed: 'restart', hosts, results, failed, record })
}
