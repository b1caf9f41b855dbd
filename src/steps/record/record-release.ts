import { runUrl } from '../../config/job.ts'
import type { Context } from '../../context.ts'
import type { Outcome } from '../../domain/outcome.ts'
import type { ServedRelease } from '../../domain/release/release.ts'
import { BLOCKED_LIMIT } from '../../domain/release/commit-order.ts'
import type { Freeze } from '../../domain/lease/freeze.ts'
import type { Attempt, ReleaseRecord } from '../../domain/release/record.ts'
import { noteOf } from '../../domain/cause/findings.ts'
import { exposureOf } from '../../domain/rollout/exposure.ts'
import { namedAfterOf } from '../../domain/identity/default-name.ts'
import { keptBy } from '../../domain/rollout/result.ts'
import type { HostResult } from '../../domain/rollout/result.ts'
import type { Fingerprint } from '../../domain/release/fingerprint.ts'
import { markOfProxy } from '../../domain/order/cut-over.ts'
import { markOf } from '../../domain/preview/preview.ts'
import { messageOf } from '../../errors.ts'
import { writeRecord } from './write-record.ts'
import { tagLiveImage } from './tag-live-image.ts'

export interface Live {
  readonly served: Omit<ServedRelease, 'service' | 'runUrl'>
  /** Semantic version of the release; `undefined`: it has none. */
  readonly semver: string | undefined
  /** The hosts that serve it. */
  readonly hostIds: readonly string[]
  /** The previous live release. */
  readonly previous: string
  /** For the release that is live now, if they are known. */
  readonly fingerprint: Fingerprint | undefined
  /** Reference of its specification, if known. */
  readonly artifact: string | undefined
  /** See `ReleaseRecord.zones`; default: the recorded ones. */
  readonly zones?: readonly string[]
  /** Only for a promoted release. */
  readonly promotedFrom?: ReleaseRecord['promotedFrom']
  /** What its hosts reported. */
  readonly results: readonly HostResult[]
}

/** Records that a release is live. `blocked`: a commit that stays refused. */
export async function recordRelease(
  ctx: Context,
  live: Live,
  { record, attempt, blocked }: { record: ReleaseRecord | undefined; attempt: Attempt; blocked?: string },
): Promise<void> {
  const { config } = ctx
  const { service, job } = config
  const { served } = live
  const others = (record?.blocked ?? []).filter((commit) => commit !== served.commit && commit !== blocked)
  const zones = live.zones ?? record?.zones ?? []
  const write = writeRecord(ctx, record, {
    schema: 1,
    service: service.name,
    environment: service.environment,
    ...namedAfterOf(record, { ...job, isDefault: config.namedAfter !== undefined }),
    ...identityOf(live),
    ...(live.artifact !== undefined && { artifact: live.artifact }),
    route: served.route,
    migration: served.migration,
    previousRelease: live.previous,
    previousCommit: record?.commit ?? '',
    hostId: live.hostIds[0] ?? '',
    hostIds: live.hostIds,
    actor: job.actor,
    runUrl: runUrl(job),
    deployedAt: attempt.at,
    blocked: [...(blocked === undefined ? [] : [blocked]), ...others].slice(0, BLOCKED_LIMIT),
    ...keptBy(live.results),
    ...(zones.length > 0 && { zones }),
    program: await ctx.remote.program(),
    ...proxyOf(ctx, record),
    ...marksOf(ctx, record),
    ...(live.fingerprint && { fingerprint: live.fingerprint }),
    ...(live.promotedFrom && { promotedFrom: live.promotedFrom }),
    attempt,
  })
  await Promise.all([write, tagLiveImage(ctx, served, record)])
}

/** Fields that every new record keeps: the freeze, and the mark of a preview. */
function marksOf({ config: { preview } }: Context, record: ReleaseRecord | undefined): Pick<ReleaseRecord, 'freeze' | 'preview'> {
  const mark = preview ? markOf(preview) : record?.preview
  return { ...(record?.freeze && { freeze: record.freeze }), ...(mark && { preview: mark }) }
}

/** The proxy's image that this run, or else an earlier one, asked for. */
function proxyOf({ config: { proxyImage } }: Context, record: ReleaseRecord | undefined): Pick<ReleaseRecord, 'proxyImage'> {
  const mark = proxyImage.given ? markOfProxy(proxyImage) : record?.proxyImage
  return mark === undefined ? {} : { proxyImage: mark }
}

function identityOf({ served, semver }: Live): Pick<ReleaseRecord, 'release' | 'digest' | 'image' | 'login' | 'commit' | 'semver'> {
  const { name: release, digest, image, login, commit } = served
  return { release, digest, image, login, commit, ...(semver !== undefined && { semver }) }
}

/** Records that the live release was restarted. */
export async function recordRestart(
  ctx: Context,
  record: ReleaseRecord,
  { results, attempt }: { results: readonly HostResult[]; attempt: Attempt },
): Promise<void> {
  await writeRecord(ctx, record, { ...record, ...keptBy(results), ...proxyOf(ctx, record), program: await ctx.remote.program(), attempt })
}

/** Records the start or end of a freeze. */
export async function recordFreeze(
  ctx: Context,
  record: ReleaseRecord,
  { freeze, attempt }: { freeze: Freeze | undefined; attempt: Attempt },
): Promise<void> {
  await writeRecord(ctx, record, { ...record, freeze, attempt })
}

/** Records a failed attempt beside the live release. A service that never served has no record for it. */
export async function recordFailure(ctx: Context, record: ReleaseRecord | undefined, attempt: Attempt): Promise<void> {
  if (record === undefined) return
  await writeRecord(ctx, record, { ...record, attempt }).catch((error: unknown) =>
    ctx.progress.warn(`The failure is not in the history: ${messageOf(error)}`),
  )
}

interface Attempted extends Pick<Attempt, 'release' | 'commit' | 'cause' | 'committedAt'> {
  /** Semantic version of the release; `undefined`: it has none. */
  readonly semver: string | undefined
  readonly outcome: Outcome
  /** When the run started, in milliseconds since the epoch. */
  readonly since: number
  readonly results: readonly HostResult[]
}

/** The entry of this run in the history. */
export function newAttempt({ config, clock, progress }: Context, { since, results, semver, ...rest }: Attempted): Attempt {
  const now = clock.now()
  const note = noteOf(results)
  return {
    ...rest,
    ...(semver === undefined ? {} : { semver }),
    ...(note === '' ? {} : { note }),
    actor: config.job.actor,
    runUrl: runUrl(config.job),
    at: new Date(now).toISOString(),
    seconds: Math.round((now - since) / 100) / 10,
    command: config.command,
    ...exposureOf(progress.steps(), since),
  }
}
