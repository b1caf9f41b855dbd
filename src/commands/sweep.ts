import type { Context } from '../context.ts'
import { hostIdsOf, unreadable } from '../domain/release/record.ts'
import { refuseFormerName } from '../domain/identity/default-name.ts'
import { previewEnvironment, removalOf } from '../domain/preview/preview.ts'
import type { PreviewRun, RequestState } from '../domain/preview/preview.ts'
import { findPreviews, sweepReason, unreadablePreviews } from '../domain/preview/sweep.ts'
import type { Found } from '../domain/preview/sweep.ts'
import { repositoryName } from '../domain/service.ts'
import type { Service } from '../domain/service.ts'
import { assertNotRefused, Cancelled, DeployError, messageOf, refused } from '../errors.ts'
import { mapLimited } from '../ports/map-limited.ts'
import { explain } from '../report/explain.ts'
import { sweepReport } from '../report/pages/preview.ts'
import type { Report } from '../report/parts/report.ts'
import { queryStatus } from '../steps/orders/query-status.ts'
import { removePreview } from './preview.ts'

/** Removes previews that are no longer needed: of closed pull requests, older than `preview-ttl`, and leftovers. */
export async function sweep(ctx: Context): Promise<Report> {
  const { previews, failed } = await ctx.progress.step('Find previews', () => find(ctx))
  const judged = await ctx.progress.step('Ask GitHub which pull requests are closed', () => judgeAll(ctx, previews))
  const swept: string[] = []
  const failures = [...failed]
  for (const one of judged) {
    if (one.kind === 'stays') continue
    const environment = previewEnvironment(one.preview.number)
    const failure = one.kind === 'unknown' ? { environment, error: one.error } : await carryOut(ctx, one)
    if (failure !== undefined) failures.push(warned(ctx, failure))
    else if (one.kind === 'expires') swept.push(`${environment}: ${one.why}`)
  }
  if (failures.length > 0) throw allOf(failures)
  return sweepReport(ctx.config, { swept, looked: previews.length })
}

interface Failed {
  readonly environment: string
  readonly error: unknown
}

interface Sighted {
  readonly previews: readonly Found[]
  readonly failed: readonly Failed[]
}

async function find(ctx: Context): Promise<Sighted> {
  const { config, records } = ctx
  const { name } = config.service
  const [all, onHost] = await Promise.all([records.list(), servicesOnHost(ctx)])
  assertNotRefused(refuseFormerName(config.service, config.namedAfter, all.records))
  const failed = unreadablePreviews(name, all.unreadable).map((service) => {
    const error = refused(unreadable([service]))
    return warned(ctx, { environment: service.environment, error })
  })
  return { previews: findPreviews({ name, job: config.job, ...all, onHost }), failed }
}

/** What the host in `instance-id` has, whatever the records say. */
async function servicesOnHost(ctx: Context): Promise<readonly Service[]> {
  const { instanceId } = ctx.config.host
  const host = instanceId === undefined ? undefined : await ctx.hosts.get(instanceId)
  if (host === undefined) return []
  const [status] = await queryStatus(ctx, [host])
  if (status?.silent) ctx.progress.warn(`What is left on ${host.id} without a record is not swept: ${status.silent.reason}`)
  return status?.others ?? []
}

/** How many previews GitHub and AWS are asked about at a time. */
const AT_A_TIME = 8

/** What becomes of a preview. */
type Judged = { readonly preview: Found } & (
  | { readonly kind: 'stays' }
  /** `why`: in words. `isTold`: whether its comment says so; not if GitHub did not answer. */
  | { readonly kind: 'expires'; readonly why: string; readonly isTold: boolean }
  /** It is not known whether it expires. */
  | { readonly kind: 'unknown'; readonly error: unknown }
)

/** A preview whose pull request is unknown expires only by its age. */
async function judgeAll(ctx: Context, previews: readonly Found[]): Promise<readonly Judged[]> {
  const unknown: string[] = []
  const judged = await mapLimited(previews, AT_A_TIME, async (preview): Promise<Judged> => {
    const request = await ctx.pullRequests.read(preview.number).catch((error: unknown) => {
      unknown.push(`${preview.number} (${messageOf(error)})`)
      return undefined
    })
    return judge(ctx, preview, request?.state ?? 'unknown')
  })
  if (unknown.length > 0)
    ctx.progress.warn(
      `GitHub does not say whether these pull requests are closed, so only their age counts: ${unknown.join(', ')}. The job needs pull-requests: read.`,
    )
  return judged
}

async function judge(ctx: Context, preview: Found, state: RequestState): Promise<Judged> {
  try {
    const why = await reasonFor(ctx, preview, state)
    return why === undefined ? { preview, kind: 'stays' } : { preview, kind: 'expires', why, isTold: state !== 'unknown' }
  } catch (error) {
    return { preview, kind: 'unknown', error: unlessOver(error) }
  }
}

async function reasonFor(ctx: Context, preview: Found, state: RequestState): Promise<string | undefined> {
  const { clock, hosts, config } = ctx
  const ids = hostIdsOf(preview.record)
  const there = await Promise.all(ids.map((id) => hosts.get(id)))
  const isHostGone = ids.length > 0 && there.every((host) => host === undefined)
  return sweepReason(preview, { state, at: clock.now(), ttlMs: config.previewTtl * 1000, isHostGone })
}

/** Removes the preview. Returns why that failed; the sweep continues with the others. */
async function carryOut(ctx: Context, { preview, why, isTold }: Extract<Judged, { kind: 'expires' }>): Promise<Failed | undefined> {
  try {
    const run = removalOf(preview, preview.record?.deployedAt ?? '')
    const own = ofPreview(ctx, run)
    await removePreview(own, run, { why, isTold })
    await ctx.deployment.removed(own.config.service)
    return undefined
  } catch (thrown) {
    return { environment: previewEnvironment(preview.number), error: unlessOver(thrown) }
  }
}

/** Nothing can follow after a cancelled run, or one that lost its lease. */
function unlessOver(error: unknown): unknown {
  if (error instanceof Cancelled || (error instanceof DeployError && error.code === 'lease-lost')) throw error
  return error
}

function warned(ctx: Context, failed: Failed): Failed {
  ctx.progress.warn(`${failed.environment} was not removed: ${explain(failed.error)}`)
  return failed
}

/** The failure of the run, with all causes. The code is that of the first one that the reader can fix. */
function allOf(failures: readonly Failed[]): unknown {
  const [first, ...others] = failures
  if (others.length === 0) return first?.error
  const known = failures.map(({ error }) => error).find((error) => error instanceof DeployError)
  const lines = failures.map(({ environment, error }) => `${environment}: ${explain(error)}`)
  const words = `${failures.length} previews were not removed:\n${lines.join('\n')}`
  if (known === undefined)
    return new AggregateError(
      failures.map(({ error }) => error),
      words,
    )
  return new DeployError(known.code, words, { hint: 'Do what each line says, and run this again: the others are done.' })
}

/** The context of a run for that pull request. */
function ofPreview(ctx: Context, preview: PreviewRun): Context {
  const { config } = ctx
  const service = { name: config.service.name, environment: previewEnvironment(preview.number) }
  const image = { ...config.image, repository: repositoryName(service) }
  return { ...ctx, config: { ...config, service, host: { ...config.host, service }, image, preview } }
}
