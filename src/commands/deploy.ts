import type { Context } from '../context.ts'
import type { PublishedImage } from '../domain/image/image.ts'
import { refuseSplitData } from '../domain/data/data-loss.ts'
import { hostIdsOf, servesFrom } from '../domain/release/record.ts'
import type { ReleaseRecord } from '../domain/release/record.ts'
import { failureOf, keptBy, previousOf } from '../domain/rollout/result.ts'
import type { HostResult } from '../domain/rollout/result.ts'
import type { Report } from '../report/parts/report.ts'
import { fingerprintOf } from '../domain/release/fingerprint.ts'
import { refused } from '../errors.ts'
import { assertApprovedPlan } from '../steps/snapshot/approval.ts'
import { revert } from '../steps/rollout/revert.ts'
import { dataOn } from '../steps/hosts/data-at-stake.ts'
import { deployReport } from '../report/pages/deploy.ts'
import type { Deployed } from '../report/pages/deploy.ts'
import { newAttempt, recordFailure, recordRelease } from '../steps/record/record-release.ts'
import { applicable } from '../steps/hosts/hosts-snapshot.ts'
import type { ApplicableHosts } from '../steps/hosts/hosts-snapshot.ts'
import { prepareHosts, provisionHosts } from '../steps/hosts/prepare-hosts.ts'
import type { PreparedHosts } from '../steps/hosts/prepare-hosts.ts'
import { bringImage } from '../steps/image/publish.ts'
import { keepSize } from '../steps/hosts/same-size.ts'
import { releaseOf } from '../steps/orders/release-order.ts'
import { releaseOnHosts } from '../steps/rollout/release-on-hosts.ts'
import { finishReplacements } from '../steps/hosts/replace.ts'
import { isLive, sharedData, snapshotDeploy } from '../steps/snapshot/deploy-snapshot.ts'
import type { DeploySnapshot } from '../steps/snapshot/deploy-snapshot.ts'
import { countOf } from '../domain/host/host.ts'
import { withLease } from '../steps/with-lease.ts'

/** Brings the service to the current commit: look, build and provision side by side, one command for its hosts, record. */
export async function deploy(asked: Context): Promise<Report> {
  const ctx = await keepSize(asked)
  const seen = await ctx.progress.step('Observe', () => look(ctx))
  // Nothing is to be built, launched or changed, so no other run can be in the way: the hosts have the last word.
  const live = isLive(ctx, seen) ? await deployFrom(ctx, seen, { holding: false }) : undefined
  if (live && live.failure?.cause !== 'moved-on') return live
  return withLease(ctx, async (waited) => {
    const fresh = waited || live !== undefined ? await ctx.progress.step('Observe again', () => look(ctx)) : seen
    return deployFrom(ctx, fresh, { holding: true })
  })
}

type Seen = ApplicableHosts &
  Pick<DeploySnapshot, 'hostPlan' | 'comparison' | 'secrets'> & { readonly image: NonNullable<DeploySnapshot['image']> }

/** Looks, and refuses what `plan` shows as refused, or what is not the plan that was approved. */
async function look(ctx: Context): Promise<Seen> {
  const seen = await snapshotDeploy(ctx, (hosts, record) => dataOn(ctx, hosts, record))
  const plans = applicable(seen.hostPlan)
  const [refusal] = seen.refusals
  if (refusal) throw refused(refusal)
  assertApprovedPlan(ctx, seen)
  for (const name of seen.secrets.changed) ctx.progress.info(`${name}: a new version since it was deployed`)
  const { image } = seen
  if (!image) throw new Error('A host that is not refused has an image looked for.')
  return { ...seen, plans, image }
}

/** `holding`: the lease, so that nobody else is at work. */
async function deployFrom(ctx: Context, seen: Seen, { holding }: { holding: boolean }): Promise<Report> {
  const { progress } = ctx
  const since = ctx.clock.now()
  const { plans, record } = seen
  const { hosts, image, avoid, vpc } = await progress.step('Prepare image and host', () => prepare(ctx, seen, holding))
  const split = refuseSplitData(sharedData(ctx, hosts.length, image))
  if (split) throw refused(split)
  const release = releaseOf(ctx, image)
  const hostIds = hosts.map(({ id }) => id)
  const { results, watch } = await progress.step(`Release ${release.name} on ${countOf(hostIds)}`, () =>
    releaseOnHosts(ctx, { hostIds, release, image, record, avoid, vpc, holding }),
  )
  const deployed = { hosts, release, results, watch, seen }
  const failed = failureOf(results)
  if (failed?.cause === 'moved-on' && !holding) return deployReport(ctx.config, deployed)
  if (failed) return revertDeploy(ctx, deployed, { failed, avoid, since })
  await keep(ctx, deployed, { image, since })
  const replaced = plans.some(({ kind }) => kind === 'replace')
  const live = replaced ? await progress.step('Move to the new host', () => finishReplacements(ctx, plans, hosts)) : hosts
  return deployReport(ctx.config, { ...deployed, hosts: live })
}

/** Whether the record tells where the release serves, and what its hosts keep and have. Versions of secrets may have found no room in it. */
async function isKept(ctx: Context, record: ReleaseRecord, { hosts, results }: Pick<Deployed, 'hosts' | 'results'>): Promise<boolean> {
  const { secrets, volumes } = keptBy(results)
  const told = [hostIdsOf(record), record.secrets ?? secrets, record.volumes, record.program]
  return JSON.stringify(told) === JSON.stringify([hosts.map(({ id }) => id), secrets, volumes, await ctx.remote.program()])
}

/** Records what serves now, where that is not recorded yet. */
async function keep(ctx: Context, deployed: Deployed, { image, since }: { image: PublishedImage; since: number }): Promise<void> {
  const { hosts, release, results, seen } = deployed
  const { record } = seen
  const hostIds = hosts.map(({ id }) => id)
  const unchanged = results.every(({ outcome }) => outcome === 'unchanged')
  if (unchanged && ctx.config.canary) ctx.progress.info('No canary: the release serves already')
  if (unchanged && record?.release === release.name && record.fingerprint && (await isKept(ctx, record, deployed))) return
  const outcome = unchanged ? 'unchanged' : 'deployed'
  const attempt = newAttempt(ctx, { release: release.name, commit: release.commit, outcome, cause: '', since, results })
  const served = { ...release, login: image.login ?? '', route: release.spec, migration: release.spec.migration }
  const fingerprint = fingerprintOf(release.spec, release.name)
  const live = { served, hostIds, previous: previousOf(results), fingerprint, results }
  await ctx.progress.step('Record the release', () => recordRelease(ctx, live, { record, attempt }))
}

interface GivenUp extends Pick<PreparedHosts, 'avoid'> {
  readonly failed: HostResult
  readonly since: number
}

/** Takes the release back from the hosts that took it, and writes down what was tried. */
async function revertDeploy(ctx: Context, deployed: Deployed, { failed, avoid, since }: GivenUp): Promise<Report> {
  const { release, results, seen } = deployed
  const after = await revert(ctx, { release: release.name, record: seen.record, results, avoid })
  const report = deployReport(ctx.config, { ...deployed, results: after }, failed)
  if (failed.cause === 'moved-on') return report
  const { outcome } = report
  const { name, commit } = release
  const attempt = newAttempt(ctx, { release: name, commit, outcome, cause: failed.cause ?? '', since, results: after })
  await recordFailure(ctx, seen.record, attempt)
  return report
}

/**
 * Without the lease, nothing is to be made, so nobody asks which addresses the VPC uses.
 *
 * Neither waits for the other, and the first failure is the run's. It stops the build, which then takes back its credentials; a cancelled run also
 * lets the request end that is on its way: the next run must see the host that it launched.
 */
async function prepare(ctx: Context, seen: Seen, holding: boolean): Promise<PreparedHosts & { image: PublishedImage }> {
  const stop = new AbortController()
  const signal = AbortSignal.any([ctx.signal, stop.signal])
  const provisioned = ctx.progress.step('host', () => (holding ? prepareHosts(ctx, seen) : provisionHosts(ctx, seen)))
  const published = ctx.progress.step('image', () => publish(ctx, seen, signal))
  try {
    const [prepared, image] = await Promise.all([provisioned, published])
    return { ...prepared, image }
  } finally {
    stop.abort()
    await Promise.allSettled(ctx.signal.aborted ? [provisioned, published] : [published])
  }
}

async function publish(ctx: Context, { image: { found, platform }, record }: Seen, signal: AbortSignal): Promise<PublishedImage> {
  if (found.kind === 'image') return found.image
  const complete = found.kind === 'no-image' && servesFrom(record, ctx.config.image.repository)
  return bringImage(ctx, { platform, source: found.source, complete, signal })
}
