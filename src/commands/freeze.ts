import type { Context } from '../context.ts'
import { runUrl } from '../config/job.ts'
import type { ReleaseRecord } from '../domain/release/record.ts'
import { endOf, freezeOf } from '../domain/lease/freeze.ts'
import type { Freeze } from '../domain/lease/freeze.ts'
import { assertNotRefused, refused } from '../errors.ts'
import { frozenReport, unfrozenReport } from '../report/pages/freeze.ts'
import type { Report } from '../report/parts/report.ts'
import { newAttempt, recordFreeze } from '../steps/record/record-release.ts'
import { refuseName } from '../steps/hosts/hosts-snapshot.ts'
import { NO_COMMIT } from '../steps/lease/acquire-lease.ts'
import { withLease } from '../steps/lease/with-lease.ts'

/** Refuses deploys and promotions until the freeze ends. A running deploy finishes first. */
export async function freeze(asked: Context): Promise<Report> {
  return withLease(asked, NO_COMMIT, async (ctx) => {
    const record = await recordedRelease(ctx)
    const wanted = freezeWanted(ctx)
    await ctx.progress.step('Record the freeze', () => write(ctx, record, { outcome: 'frozen', freeze: wanted }))
    return frozenReport(ctx.config, wanted)
  })
}

/** Allows deploys and promotions again. */
export async function unfreeze(asked: Context): Promise<Report> {
  return withLease(asked, NO_COMMIT, async (ctx) => {
    const record = await recordedRelease(ctx)
    const ended = freezeOf(record, ctx.clock.now())
    if (ended !== undefined) await ctx.progress.step('Record the end of the freeze', () => write(ctx, record, { outcome: 'unfrozen' }))
    return unfrozenReport(ctx.config, ended)
  })
}

/** The record holds the freeze, so a service that never served cannot be frozen. */
async function recordedRelease(ctx: Context): Promise<ReleaseRecord> {
  const record = await ctx.progress.step('Read the record', () => ctx.records.read(ctx.config.service))
  assertNotRefused(await refuseName(ctx, record))
  if (record !== undefined) return record
  throw refused({ reason: 'nothing is deployed yet', hint: 'Check the inputs service, environment and aws-region, or deploy first.' })
}

function freezeWanted({ config, clock }: Context): Freeze {
  const { job, asked } = config
  const now = clock.now()
  const until = asked.until === undefined ? undefined : endOf(asked.until, now)
  if (until !== undefined && until <= now)
    throw refused({ reason: `until is ${asked.until}, which is in the past`, hint: 'Set until to a later time, or leave it out.' })
  return {
    reason: asked.reason,
    actor: job.actor,
    runUrl: runUrl(job),
    at: new Date(now).toISOString(),
    ...(until !== undefined && { until: new Date(until).toISOString() }),
  }
}

interface Mark {
  readonly outcome: 'frozen' | 'unfrozen'
  readonly freeze?: Freeze
}

async function write(ctx: Context, record: ReleaseRecord, { outcome, freeze: mark }: Mark): Promise<void> {
  const { release, commit, semver } = record
  const attempt = newAttempt(ctx, { release, commit, semver, outcome, cause: '', since: ctx.clock.now(), results: [] })
  await recordFreeze(ctx, record, { freeze: mark, attempt })
}
