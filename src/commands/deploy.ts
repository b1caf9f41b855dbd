import type { Context } from '../context.ts'
import { runUrl } from '../config/job.ts'
import { deployPayload } from '../domain/deploy-payload.ts'
import { platformOf } from '../domain/host.ts'
import type { Host, Platform } from '../domain/host.ts'
import type { PublishedImage } from '../domain/image.ts'
import { releaseName } from '../domain/release.ts'
import type { Release } from '../domain/release.ts'
import type { Watch } from '../domain/canary-watch.ts'
import type { DeployResult } from '../domain/remote-result.ts'
import type { Report } from '../domain/report.ts'
import type { Comparison } from '../ports/commits.ts'
import { leadCanary } from './canary.ts'
import { compareWithLive, refuseBlocked } from './check-order.ts'
import { deployReport } from './deploy-report.ts'
import { attemptOf, recordFailure, recordLive } from './keep-record.ts'
import { observe } from './observe.ts'
import type { Observed } from './observe.ts'
import { provision } from './provision.ts'
import { buildImage, findImage } from './publish.ts'
import type { Found } from './publish.ts'
import { finishReplacement } from './replace.ts'
import { runOnHosts } from './run-on-hosts.ts'
import { withLease } from './with-lease.ts'

/** How often the host is asked, when another release was deployed there since we looked. */
const ATTEMPTS = 3

/** Brings the service to the current commit: look, build and provision side by side, one command on the host, record. */
export async function deploy(ctx: Context): Promise<Report> {
  const seen = await ctx.progress.step('Observe', () => look(ctx))
  const live = isLive(ctx, seen) ? await deploySeen(ctx, seen, { leased: false }) : undefined
  if (live && live.failure?.cause !== 'moved-on') return live
  return withLease(ctx, async (waited) => {
    const fresh = waited || live !== undefined ? await ctx.progress.step('Observe again', () => look(ctx)) : seen
    return deploySeen(ctx, fresh, { leased: true })
  })
}

interface Seen extends Observed {
  readonly platform: Platform
  readonly found: Found
  readonly comparison: Comparison | undefined
}

async function look(ctx: Context): Promise<Seen> {
  const seen = await observe(ctx)
  refuseBlocked(ctx, seen.record)
  const { plan, record } = seen
  const launches = plan.kind === 'launch' || plan.kind === 'replace'
  const platform = platformOf(launches ? await ctx.catalog.architectureOf(ctx.config.host.instanceType) : plan.host.architecture)
  const [comparison, found] = await Promise.all([compareWithLive(ctx, record?.commit ?? ''), findImage(ctx, { platform, record })])
  return { ...seen, platform, found, comparison }
}

/** Nothing is to be built, launched or changed, so no other run can be in the way: the host has the last word. */
function isLive(ctx: Context, { plan, record, found }: Seen): boolean {
  if (plan.kind !== 'reuse' || found.kind !== 'image') return false
  return record?.hostId === plan.host.id && record.release === releaseOf(ctx, found.image).name
}

async function deploySeen(ctx: Context, seen: Seen, { leased }: { leased: boolean }): Promise<Report> {
  const { progress, clock } = ctx
  const since = clock.now()
  const { plan, record } = seen
  const { host, image } = await progress.step('Build the image and prepare the host', () => prepare(ctx, seen))
  const release = releaseOf(ctx, image)
  const { result, watch } = await progress.step(`Release ${release.name} on ${host.id}`, () =>
    releaseOn(ctx, { host, release, image, seen, leased }),
  )
  const attempt = attemptOf(ctx, {
    release: release.name,
    commit: release.commit,
    outcome: outcomeOf(result),
    cause: result.cause ?? '',
    since,
  })
  if (result.outcome === 'failed') {
    if (result.cause !== 'moved-on') await recordFailure(ctx, record, attempt)
    return deployReport(ctx, { host, release, result, watch, seen })
  }
  const manifest = { ...release, release: release.name, login: image.login ?? '', migration: ctx.config.migration }
  const recorded = result.outcome === 'unchanged' && record?.release === release.name && record.hostId === host.id
  if (!recorded) {
    await progress.step('Record the release', () =>
      recordLive(ctx, { manifest, hostId: host.id, previous: result.previous }, { record, attempt }),
    )
  }
  const live = plan.kind === 'replace' ? await progress.step('Move to the new host', () => finishReplacement(ctx, plan.host, host)) : host
  return deployReport(ctx, { host: live, release, result, watch, seen })
}

function outcomeOf({ outcome, rolledBack }: DeployResult): 'deployed' | 'unchanged' | 'rolled-back' | 'failed' {
  if (rolledBack) return 'rolled-back'
  return outcome === 'canary' ? 'failed' : outcome
}

/**
 * Neither waits for the other, and the first failure is the run's. It stops the build, which then takes back its credentials; a cancelled run also
 * lets the request end that is on its way: the next run must see the host that it launched.
 */
async function prepare(ctx: Context, seen: Seen): Promise<{ host: Host; image: PublishedImage }> {
  const stop = new AbortController()
  const signal = AbortSignal.any([ctx.signal, stop.signal])
  const provisioned = ctx.progress.step('host', () => provision(ctx, seen))
  const published = ctx.progress.step('image', () => publish(ctx, seen, signal))
  try {
    const [host, image] = await Promise.all([provisioned, published])
    return { host, image }
  } finally {
    stop.abort()
    await Promise.allSettled(ctx.signal.aborted ? [provisioned, published] : [published])
  }
}

async function publish(ctx: Context, { found, platform, record }: Seen, signal: AbortSignal): Promise<PublishedImage> {
  if (found.kind === 'image') return found.image
  const complete = found.kind === 'no-image' && (record?.image.includes(`/${ctx.config.image.repository}@`) ?? false)
  return buildImage(ctx, { platform, complete, signal })
}

function releaseOf({ config }: Context, image: PublishedImage): Release {
  const { job, run, health, host } = config
  const name = releaseName(job.commit, image.digest, run, health, host.httpPort)
  return { name, digest: image.digest, image: image.reference, commit: job.commit, run, health, httpPort: host.httpPort }
}

interface Releasing {
  readonly host: Host
  readonly release: Release
  readonly image: PublishedImage
  readonly seen: Seen
  /** Without the lease another run may be at work: the host is only asked whether all is as recorded. */
  readonly leased: boolean
}

interface Released {
  readonly result: DeployResult
  /** Of a canary. */
  readonly watch: Watch | undefined
}

/** One command on the host, or with a canary several; again only if another release was deployed there since we looked, and that one is not newer. */
async function releaseOn(ctx: Context, { host, release, image, seen, leased }: Releasing): Promise<Released> {
  const { config } = ctx
  const canary = leased ? config.canary : undefined
  const order = {
    service: config.service,
    region: config.region,
    release,
    image,
    proxyImage: config.proxyImage,
    drainTimeout: config.drainTimeout,
    bake: config.bake,
    canaryShare: canary?.steps[0]?.share,
    canaryHeader: config.canaryHeader,
    leased,
    keep: config.keepReleases,
    migration: config.migration,
    runUrl: runUrl(config.job),
  }
  const hostIds = [host.id]
  let base = seen.record?.hostId === host.id ? seen.record.release : ''
  for (let attempt = 1; ; attempt += 1) {
    const id = ctx.newId()
    const payload = deployPayload({ ...order, deployId: id, base })
    const begin = () => runOnHosts(ctx, { hostIds, verb: 'deploy', payload }, release.name)
    const end = canary
      ? await leadCanary(ctx, { id, release: release.name, hostIds, spec: canary }, begin)
      : { results: await begin(), watch: undefined }
    const result = soleResult(end.results)
    if (config.canary && result.outcome === 'unchanged') ctx.progress.info('No canary: the release serves already')
    if (result.cause !== 'moved-on' || !leased || attempt === ATTEMPTS) return { result, watch: end.watch }
    const [live = '', commit = ''] = result.detail.split(' ')
    ctx.progress.info(`The host serves ${live} meanwhile`)
    await compareWithLive(ctx, commit)
    base = live
  }
}

function soleResult([result]: readonly DeployResult[]): DeployResult {
  if (result === undefined) throw new Error('SSM gave no answer.')
  return result
}
