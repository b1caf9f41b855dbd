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
import { runOnHosts } from '../steps/rollout/run-on-hosts.ts'
import { sendOnLive } from '../steps/rollout/send-on-live.ts'
import { NO_COMMIT } from '../steps/lease/acquire-lease.ts'
import { withLease } from '../steps/lease/with-lease.ts'

/** Makes the live release anew on all its hosts, beside the container that serves, so that it reads its secrets again. Builds nothing. */
export async function restart(asked: Context): Promise<Report> {
  return withLease(asked, NO_COMMIT, async (ctx) => {
    const { progress } = ctx
    const since = ctx.clock.now()
    const { plans, record } = await progress.step('Snapshot', () => applicableHosts(ctx, planExisting))
    const prepared = await progress.step('Prepare the host', () =>
      prepareHosts(withServedPorts(ctx, record), { plans, record, spec: ctx.config.spec }),
    )
    const { hosts } = prepared
    const results = await progress.step(
      `Restart ${record?.release ?? 'the live release'} on ${countOf(hosts.map(({ id }) => id))}`,
      () => restartOnHosts(ctx, prepared, record),
      noneFailed,
    )
    return conclude(ctx, { hosts, record, results, since })
  })
}

/** In waves. Several hosts that serve different releases are for a deploy to bring together. */
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
  /** As it was before. */
  readonly record: ReleaseRecord | undefined
  /** One for each host, in the same order. */
  readonly results: readonly HostResult[]
  readonly since: number
}

async function conclude(ctx: Context, restarted: Restarted): Promise<Report> {
  const { hosts, record, results, since } = restarted
  const served = await provenRelease(ctx, restarted)
  if (served === undefined) return failRestart(ctx, restarted)
  const semver = record?.release === served.name ? record.semver : undefined
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

/** What all hosts were seen to serve, if the records mean the same image by its name. */
async function provenRelease({ config, records }: Context, { record, results }: Restarted): Promise<ServedRelease | undefined> {
  const told = servedByAll(results)
  if (told === undefined) return undefined
  return servedAsRecorded(told, told.name === record?.release ? [record] : await records.history(config.service, VERSIONS))
}

/** Each host serves the same release as before: hosts that were restarted stay so, and there is nothing to take back from them. */
async function failRestart(ctx: Context, { hosts, record, results, since }: Restarted): Promise<Report> {
  const failed = unservedBy(results)
  const { cause = 'not-serving' } = failed
  const { release = '', commit = '', semver } = record ?? {}
  await recordFailure(ctx, record, newAttempt(ctx, { release, commit, semver, outcome: 'failed', cause, since, results }))
  return failureReport(ctx.config, { deed: 'restart', hosts, results, failed })
}
