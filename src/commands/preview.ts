import type { Context } from '../context.ts'
import { refuseCrowd, refuseNotPreview, refuseOtherCommit } from '../domain/preview/guards.ts'
import { removalOf } from '../domain/preview/preview.ts'
import type { Preview, RemovedPreview, ServedPreview } from '../domain/preview/preview.ts'
import type { ReleaseRecord } from '../domain/release/record.ts'
import type { Wanted } from '../domain/release/wanted.ts'
import { displayName, repositoryName } from '../domain/service.ts'
import { assertNotRefused, messageOf, refused } from '../errors.ts'
import { ofService, reportOfError } from '../report/explain.ts'
import { previewMarker, removedComment, reportComment } from '../report/pages/preview.ts'
import type { Report } from '../report/parts/report.ts'
import { isGreen } from '../report/parts/report.ts'
import { wantedByInputs } from '../steps/orders/wanted.ts'
import { putComment } from '../steps/record/put-comment.ts'
import { deployWanted } from './deploy.ts'
import { destroy } from './destroy.ts'

/** Serves a pull request as a guest on the host of the previews, or removes it after it is closed, and says so in a comment. */
export async function preview(ctx: Context): Promise<Report> {
  const { preview: run } = ctx.config
  if (run === undefined) throw new Error('The configuration of a preview names its pull request.')
  return run.act === 'serve' ? serve(ctx, run) : end(ctx, run)
}

/** How often it is decided again to remove a preview that was deployed in the meantime. */
const ATTEMPTS = 3

/** A run can be late, or an old one can run again: the event says that the pull request was closed, and GitHub says whether it still is. */
async function end(ctx: Context, run: RemovedPreview): Promise<Report> {
  for (let attempt = 1; ; attempt += 1) {
    // Read first: if the pull request is reopened and deployed after GitHub's answer, the record differs.
    const record = await ctx.records.read(ctx.config.service)
    if ((await ctx.progress.step('Ask GitHub whether the pull request is closed', () => stateNow(ctx, run.number))) === 'open')
      return stays(ctx, run)
    try {
      return await removeClosed(ctx, run, record)
    } catch (error) {
      // A deploy that had begun before the pull request was closed.
      if (attempt === ATTEMPTS || !(await isDeployedSince(ctx, record))) throw error
      ctx.progress.info(`${displayName(ctx.config.service)} was deployed in the meantime: deciding again`)
    }
  }
}

function stays({ config }: Context, { number }: RemovedPreview): Report {
  const headline = `${displayName(config.service)}: pull request ${number} is open, so its preview stays`
  return { outcome: 'unchanged', headline, outputs: {}, facts: [] }
}

function removeClosed(ctx: Context, run: RemovedPreview, record: ReleaseRecord | undefined): Promise<Report> {
  const removal = removalOf(run, record?.deployedAt ?? '')
  const own = { ...ctx, config: { ...ctx.config, preview: removal } }
  return removePreview(own, removal, { why: 'The pull request is closed', isTold: true })
}

async function isDeployedSince({ config, records }: Context, before: ReleaseRecord | undefined): Promise<boolean> {
  const now = await records.read(config.service)
  return now !== undefined && now.deployedAt !== before?.deployedAt
}

async function stateNow({ pullRequests }: Context, number: number): Promise<'open' | 'closed'> {
  try {
    return (await pullRequests.read(number)).state
  } catch (error) {
    throw refused({
      reason: `GitHub does not say whether pull request ${number} is still closed, so its preview stays: ${messageOf(error)}`,
      hint: 'Run this again, or let command: sweep remove the preview. The job needs pull-requests: read, or write for the comment.',
    })
  }
}

async function serve(ctx: Context, run: ServedPreview): Promise<Report> {
  const report = await served(ctx, run)
  // The comment is the newest run's.
  if (report.outcome === 'cancelled' || report.failure?.cause === 'superseded') return report
  const comparison = isGreen(report) && run.base !== '' ? await ctx.commits.compare(run.base, run.head) : undefined
  await tell(ctx, run, reportComment(ctx.config, { run, report, comparison, at: new Date(ctx.clock.now()).toISOString() }))
  return report
}

/** Also for a refused or failed run: the pull request's author wants to know. */
async function served(ctx: Context, run: ServedPreview): Promise<Report> {
  try {
    await ctx.progress.step('Check that the host has room', () => assertRoom(ctx, run))
    return await deployWanted(withAnyCommit(ctx), ctx.config.spec, () => wantedOf(ctx, run))
  } catch (error) {
    return ofService(reportOfError(error), ctx.config.service)
  }
}

/** A push can take a pull request back to an earlier commit. */
function withAnyCommit(ctx: Context): Context {
  const { config } = ctx
  return { ...ctx, config: { ...config, guards: { ...config.guards, allowDowngrade: true } } }
}

async function assertRoom({ config, records }: Context, run: ServedPreview): Promise<void> {
  const [record, all] = await Promise.all([records.read(config.service), records.list()])
  const hostId = config.host.instanceId ?? ''
  assertNotRefused(refuseNotPreview(record, run) ?? refuseCrowd(all.records, { preview: run, hostId, limit: run.limit }))
}

/** The preview says that it serves the pull request, so it serves nothing else. */
async function wantedOf(ctx: Context, run: ServedPreview): Promise<Wanted> {
  const wanted = await wantedByInputs(ctx)
  assertNotRefused(refuseOtherCommit(run, wanted, ctx.config.job.commit))
  return wanted
}

export interface Removal {
  /** In words. */
  readonly why: string
  /** Whether the comment says so. */
  readonly isTold: boolean
}

/** Removes a preview: containers, images, network and data on its host, its records and its repository. */
export async function removePreview(ctx: Context, preview: Preview, { why, isTold }: Removal): Promise<Report> {
  const record = await ctx.records.read(ctx.config.service)
  const report = await destroy(removing(ctx, record))
  if (isTold && report.removed?.length)
    await tell(ctx, preview, removedComment(ctx.config, { at: new Date(ctx.clock.now()).toISOString(), why }))
  return report
}

/** The record names the host, which can differ from that of new previews. */
function removing(ctx: Context, record: ReleaseRecord | undefined): Context {
  const { config } = ctx
  const host = { ...config.host, instanceId: record === undefined ? config.host.instanceId : undefined }
  const destroyRepository = config.image.repository === repositoryName(config.service)
  return { ...ctx, config: { ...config, command: 'destroy', host, destroyRepository } }
}

async function tell(ctx: Context, { number: pullRequest }: Preview, text: string): Promise<void> {
  const marker = previewMarker(ctx.config.service)
  await ctx.progress.step('Comment on the pull request', () =>
    putComment(ctx, { pullRequest, marker, body: `${marker}\n\n${text}`, asked: 'preview' }),
  )
}
