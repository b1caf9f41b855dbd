import type { Context } from '../context.ts'
import type { Host } from '../domain/host.ts'
import type { PublishedImage } from '../domain/image.ts'
import { hostIdsOf } from '../domain/release.ts'
import { failureOf, previousOf } from '../domain/remote-result.ts'
import type { Report } from '../domain/report.ts'
import { settingsOf } from '../domain/settings.ts'
import { refuseOtherPlan } from './approval.ts'
import { bringBack } from './bring-back.ts'
import { throwFirst } from './check-order.ts'
import { deployReport } from './deploy-report.ts'
import type { Deployed } from './deploy-report.ts'
import { attemptOf, recordFailure, recordLive } from './keep-record.ts'
import { applicable } from './observe.ts'
import type { Observed } from './observe.ts'
import { provision } from './provision.ts'
import { buildImage } from './publish.ts'
import { releaseOnHosts } from './release-on-hosts.ts'
import { finishReplacements } from './replace.ts'
import { isLive, releaseOf, survey } from './survey.ts'
import type { Survey } from './survey.ts'
import { countOf } from './what-is-live.ts'
import { withLease } from './with-lease.ts'

/** How often the hosts are asked, when other releases were deployed there since we looked. */
const ATTEMPTS = 3

/** Brings the service to the current commit: look, build and provision side by side, one command for its hosts, record. */
export async function deploy(ctx: Context): Promise<Report> {
  const seen = await ctx.progress.step('Observe', () => look(ctx))
  // Nothing is to be built, launched or changed, so no other run can be in the way: the hosts have the last word.
  const live = isLive(ctx, seen) ? await deploySeen(ctx, seen, 1) : undefined
  if (live && live.failure?.cause !== 'moved-on') return live
  return withLease(ctx, async (waited) => {
    const fresh = waited || live !== undefined ? await ctx.progress.step('Observe again', () => look(ctx)) : seen
    return deploySeen(ctx, fresh, ATTEMPTS)
  })
}

type Seen = Observed & Pick<Survey, 'hostPlan' | 'comparison'> & { readonly image: NonNullable<Survey['image']> }

/** Looks, and refuses what `plan` shows as refused, or what is not the plan that was approved. */
async function look(ctx: Context): Promise<Seen> {
  const seen = await survey(ctx)
  const plans = applicable(seen.hostPlan)
  throwFirst(seen.refusals)
  refuseOtherPlan(ctx, seen)
  const { image } = seen
  if (!image) throw new Error('A host that is not refused has an image looked for.')
  return { ...seen, plans, image }
}

async function deploySeen(ctx: Context, seen: Seen, attempts: number): Promise<Report> {
  const { progress, clock } = ctx
  const since = clock.now()
  const { record } = seen
  const { hosts, image } = await progress.step('Build the image and prepare the host', () => prepare(ctx, seen))
  const release = releaseOf(ctx, image)
  const hostIds = hosts.map(({ id }) => id)
  const results = await progress.step(`Release ${release.name} on ${countOf(hostIds)}`, () =>
    releaseOnHosts(ctx, { hostIds, release, image, record, attempts }),
  )
  const deployed = { hosts, release, results, seen }
  if (failureOf(results)) return giveUp(ctx, deployed, { since, attempts })
  const manifest = { ...release, release: release.name, login: image.login ?? '', migration: ctx.config.migration }
  const unchanged = results.every(({ outcome }) => outcome === 'unchanged')
  if (!unchanged || record?.release !== release.name || hostIdsOf(record).join() !== hostIds.join()) {
    const attempt = attemptOf(ctx, {
      release: release.name,
      commit: release.commit,
      outcome: unchanged ? 'unchanged' : 'deployed',
      cause: '',
      since,
    })
    const settings = settingsOf(ctx.config.service, release, release.name)
    const live = { manifest, hostIds, previous: previousOf(results), settings }
    await progress.step('Record the release', () => recordLive(ctx, live, { record, attempt }))
  }
  const replaced = seen.plans.some(({ kind }) => kind === 'replace')
  const live = replaced ? await progress.step('Move to the new host', () => finishReplacements(ctx, seen.plans, hosts)) : hosts
  return deployReport(ctx, { ...deployed, hosts: live })
}

/** It is taken back from the hosts that took it. Where other releases were met at the first look, the second one decides. */
async function giveUp(ctx: Context, deployed: Deployed, { since, attempts }: { since: number; attempts: number }): Promise<Report> {
  const { release, results, seen } = deployed
  const failed = failureOf(results)
  if (failed?.cause === 'moved-on' && attempts === 1) return deployReport(ctx, deployed)
  const after = await bringBack(ctx, { release: release.name, recorded: seen.record?.release, results })
  const report = deployReport(ctx, { ...deployed, results: after }, failed)
  const { outcome, outputs } = report
  const attempt = attemptOf(ctx, { release: release.name, commit: release.commit, outcome, cause: outputs['cause'] ?? '', since })
  if (failed?.cause !== 'moved-on') await recordFailure(ctx, seen.record, attempt)
  return report
}

/**
 * Neither waits for the other, and the first failure is the run's. It stops the build, which then takes back its credentials; a cancelled run also
 * lets the request end that is on its way: the next run must see the host that it launched.
 */
async function prepare(ctx: Context, seen: Seen): Promise<{ hosts: readonly Host[]; image: PublishedImage }> {
  const stop = new AbortController()
  const signal = AbortSignal.any([ctx.signal, stop.signal])
  const provisioned = ctx.progress.step('host', () => provision(ctx, seen))
  const published = ctx.progress.step('image', () => publish(ctx, seen, signal))
  try {
    const [hosts, image] = await Promise.all([provisioned, published])
    return { hosts, image }
  } finally {
    stop.abort()
    await Promise.allSettled(ctx.signal.aborted ? [provisioned, published] : [published])
  }
}

async function publish(ctx: Context, { image: { found, platform }, record }: Seen, signal: AbortSignal): Promise<PublishedImage> {
  if (found.kind === 'image') return found.image
  const complete = found.kind === 'no-image' && (record?.image.includes(`/${ctx.config.image.repository}@`) ?? false)
  return buildImage(ctx, { platform, complete, signal })
}
