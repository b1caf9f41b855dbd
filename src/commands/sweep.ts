import type { Context } from '../context.ts'
import { hostIdsOf } from '../domain/release/record.ts'
import { previewEnvironment, removalOf } from '../domain/preview/preview.ts'
import type { PreviewRun } from '../domain/preview/preview.ts'
import { findPreviews, sweepReason } from '../domain/preview/sweep.ts'
import type { Found, RequestState } from '../domain/preview/sweep.ts'
import { repositoryName, serviceOfDisplayName } from '../domain/service.ts'
import type { Service } from '../domain/service.ts'
import { Cancelled, DeployError } from '../errors.ts'
import { explain } from '../report/explain.ts'
import { sweepReport } from '../report/pages/preview.ts'
import type { Report } from '../report/parts/report.ts'
import { queryStatus } from '../steps/orders/query-status.ts'
import { removePreview } from './preview.ts'
import type { Removal } from './preview.ts'

/** Removes previews that are no longer needed: of closed pull requests, older than `preview-ttl`, and leftovers. */
export async function sweep(ctx: Context): Promise<Report> {
  const previews = await ctx.progress.step('Find previews', () => find(ctx))
  const states = await ctx.progress.step('Ask GitHub', () => askStates(ctx, previews))
  const swept: string[] = []
  const failures: unknown[] = []
  for (const preview of previews) {
    const why = await reasonFor(ctx, preview, states.get(preview.number) ?? 'unknown')
    if (why === undefined) continue
    const error = await removeOne(ctx, preview, { why, isTold: states.has(preview.number) })
    if (error === undefined) swept.push(`${previewEnvironment(preview.number)}: ${why}`)
    else failures.push(error)
  }
  if (failures.length > 0) throw failures[0]
  return sweepReport(ctx.config, { swept, looked: previews.length })
}

async function find(ctx: Context): Promise<readonly Found[]> {
  const { config, records } = ctx
  const [all, onHost] = await Promise.all([records.list(), servicesOnHost(ctx)])
  return findPreviews({ name: config.service.name, repository: config.job.repository, records: all, onHost })
}

/** What the host in `instance-id` has, whatever the records say. */
async function servicesOnHost(ctx: Context): Promise<readonly Service[]> {
  const { instanceId } = ctx.config.host
  const host = instanceId === undefined ? undefined : await ctx.hosts.get(instanceId)
  if (host === undefined) return []
  const [status] = await queryStatus(ctx, [host])
  if (status?.silent) ctx.progress.warn(`What is left on ${host.id} without a record is not swept: ${status.silent.reason}`)
  return (status?.others ?? []).map(serviceOfDisplayName)
}

/** Pull requests that GitHub knows. A preview whose pull request is unknown expires only by its age. */
async function askStates(ctx: Context, previews: readonly Found[]): Promise<ReadonlyMap<number, RequestState>> {
  const states = new Map<number, RequestState>()
  const unknown: string[] = []
  for (const { number } of previews)
    await ctx.pullRequests.state(number).then(
      (state) => states.set(number, state),
      (error: unknown) => unknown.push(`${number} (${error instanceof Error ? error.message : String(error)})`),
    )
  if (unknown.length > 0)
    ctx.progress.warn(
      `GitHub does not say whether these pull requests are closed, so only their age counts: ${unknown.join(', ')}. The job needs pull-requests: read.`,
    )
  return states
}

async function reasonFor(ctx: Context, preview: Found, state: RequestState): Promise<string | undefined> {
  const { clock, hosts, config } = ctx
  const ids = hostIdsOf(preview.record)
  const there = await Promise.all(ids.map((id) => hosts.get(id)))
  const isHostGone = ids.length > 0 && there.every((host) => host === undefined)
  return sweepReason(preview, { state, at: clock.now(), ttlMs: config.previewTtl * 1000, isHostGone })
}

/** Returns why it was not removed; the sweep continues with the others. */
async function removeOne(ctx: Context, preview: Found, removal: Removal): Promise<unknown> {
  try {
    const run = removalOf(preview, preview.record?.deployedAt ?? '')
    await removePreview(ofPreview(ctx, run), run, removal)
    return undefined
  } catch (error) {
    if (error instanceof Cancelled || !(error instanceof DeployError) || error.code === 'lease-lost') throw error
    ctx.progress.warn(`${previewEnvironment(preview.number)} was not removed: ${explain(error)}`)
    return error
  }
}

/** The context of a run for that pull request. */
function ofPreview(ctx: Context, preview: PreviewRun): Context {
  const { config } = ctx
  const service = { name: config.service.name, environment: previewEnvironment(preview.number) }
  const image = { ...config.image, repository: repositoryName(service) }
  return { ...ctx, config: { ...config, service, host: { ...config.host, service }, image, preview, canOwnHosts: false } }
}
