import { runUrl } from '../../config/job.ts'
import type { Context } from '../../context.ts'
import type { Outcome } from '../../domain/outcome.ts'
import type { ServedRelease } from '../../domain/release/release.ts'
import { BLOCKED_LIMIT } from '../../domain/release/commit-order.ts'
import type { Freeze } from '../../domain/lease/freeze.ts'
import type { Attempt, ReleaseRecord } from '../../domain/release/record.ts'
import { noteOf } from '../../domain/cause/findings.ts'
import { keptBy } from '../../domain/rollout/result.ts'
import type { HostResult } from '../../domain/rollout/result.ts'
import type { Fingerprint } from '../../domain/release/fingerprint.ts'
import { placeOf } from '../../domain/release/route.ts'
import { writeRecord } from './write-record.ts'
import { tagLiveImage } from './tag-live-image.ts'

export interface Live {
  readonly served: Omit<ServedRelease, 'service' | 'runUrl'>
  /** The hosts that it serves on. */
  readonly hostIds: readonly string[]
  /** The release that served before. */
  readonly previous: string
  /** Of the release that is live now, where they are known. */
  readonly fingerprint: Fingerprint | undefined
  /** Where its specification lies, where that is known. */
  readonly artifact: string | undefined
  /** See `ReleaseRecord.zones`; default: as recorded before. */
  readonly zones?: readonly string[]
  /** Of a release that was promoted. */
  readonly promotedFrom?: ReleaseRecord['promotedFrom']
  /** What its hosts told. */
  readonly results: readonly HostResult[]
}

/** Writes that a release is live now. `blocked`: a commit that is not to come back by itself. */
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
    release: served.name,
    digest: served.digest,
    image: served.image,
    login: served.login,
    commit: served.commit,
    ...(live.artifact !== undefined && { artifact: live.artifact }),
    route: placeOf(served.route),
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
    ...marksOf(ctx, record),
    ...(live.fingerprint && { fingerprint: live.fingerprint }),
    ...(live.promotedFrom && { promotedFrom: live.promotedFrom }),
    attempt,
  })
  await Promise.all([write, tagLiveImage(ctx, served, record)])
}

/** What stays in the record whatever is released: that it is frozen, or a preview. */
function marksOf({ config: { preview } }: Context, record: ReleaseRecord | undefined): Pick<ReleaseRecord, 'freeze' | 'preview'> {
  const mark = preview ? { number: preview.number, repository: preview.repository } : record?.preview
  return { ...(record?.freeze && { freeze: record.freeze }), ...(mark && { preview: mark }) }
}

/** Writes that the recorded release was started anew. */
export async function recordRestart(
  ctx: Context,
  record: ReleaseRecord,
  { results, attempt }: { results: readonly HostResult[]; attempt: Attempt },
): Promise<void> {
  await writeRecord(ctx, record, { ...record, ...keptBy(results), program: await ctx.remote.program(), attempt })
}

/** Writes that the service is frozen, or is not any more. */
export async function recordFreeze(
  ctx: Context,
  record: ReleaseRecord,
  { freeze, attempt }: { freeze: Freeze | undefined; attempt: Attempt },
): Promise<void> {
  await writeRecord(ctx, record, { ...record, freeze, attempt })
}

/** Writes what a run tried in vain, beside what serves on. A service that never served has no record to write it into. */
export async function recordFailure(ctx: Context, record: ReleaseRecord | undefined, attempt: Attempt): Promise<void> {
  if (record === undefined) return
  await writeRecord(ctx, record, { ...record, attempt }).catch((error: unknown) =>
    ctx.progress.warn(`The failure is not in the history: ${String(error)}`),
  )
}

export function newAttempt(
  { config, clock }: Context,
  what: { release: string; commit: string; outcome: Outcome; cause: string; since: number; results: readonly HostResult[] },
): Attempt {
  const { since, results, ...rest } = what
  const now = clock.now()
  const note = noteOf(results)
  return {
    ...rest,
    ...(note === '' ? {} : { note }),
    actor: config.job.actor,
    runUrl: runUrl(config.job),
    at: new Date(now).toISOString(),
    seconds: Math.round((now - since) / 100) / 10,
  }
}
