import type { Context } from '../context.ts'
import { platformOf } from '../domain/host.ts'
import type { Platform } from '../domain/host.ts'
import type { HostPlan } from '../domain/host-plan.ts'
import type { PublishedImage } from '../domain/image.ts'
import { refuseBlocked, refuseOlder } from '../domain/order.ts'
import type { Refusal } from '../domain/order.ts'
import { releaseName } from '../domain/release.ts'
import type { Release, ReleaseRecord } from '../domain/release.ts'
import type { Comparison } from '../ports/commits.ts'
import { compareWithLive } from './check-order.ts'
import { observeAll } from './observe.ts'
import type { Applicable, Observed } from './observe.ts'
import { findImage } from './publish.ts'
import type { Found } from './publish.ts'

/** All that a deploy looks at before it changes anything. */
export interface Survey<Plan extends HostPlan = HostPlan> extends Observed<Plan> {
  readonly comparison: Comparison | undefined
  /** Missing where the host is refused: which image it needs is not known then. */
  readonly image: { readonly platform: Platform; readonly found: Found } | undefined
  /** Why a deploy of this commit is refused, whatever host there is. */
  readonly refusals: readonly Refusal[]
}

/** Looks, and changes nothing. */
export async function survey(ctx: Context): Promise<Survey> {
  const { job, guards } = ctx.config
  const seen = await observeAll(ctx)
  const { plan, record } = seen
  const [comparison, image] = await Promise.all([
    compareWithLive(ctx, record?.commit ?? ''),
    plan.kind === 'refuse' ? undefined : imageFor(ctx, plan, record),
  ])
  const refusals = [
    refuseBlocked(job.commit, record, guards),
    refuseOlder(job.commit, record?.commit ?? '', comparison?.relation, guards),
  ].filter((refusal) => refusal !== undefined)
  return { ...seen, comparison, image, refusals }
}

async function imageFor(ctx: Context, plan: Applicable, record: ReleaseRecord | undefined): Promise<Survey['image']> {
  const launches = plan.kind === 'launch' || plan.kind === 'replace'
  const platform = platformOf(launches ? await ctx.catalog.architectureOf(ctx.config.host.instanceType) : plan.host.architecture)
  return { platform, found: await findImage(ctx, { platform, record }) }
}

/** Whether nothing is to be built, launched or changed, as far as the record tells. */
export function isLive(ctx: Context, { plan, record, image }: Pick<Survey, 'plan' | 'record' | 'image'>): boolean {
  if (plan.kind !== 'reuse' || image?.found.kind !== 'image') return false
  return record?.hostId === plan.host.id && record.release === releaseOf(ctx, image.found.image).name
}

/** The release that this run's commit and configuration make of an image. */
export function releaseOf({ config }: Context, image: PublishedImage): Release {
  const { job, run, health, host } = config
  const name = releaseName(job.commit, image.digest, run, health, host.httpPort)
  return { name, digest: image.digest, image: image.reference, commit: job.commit, run, health, httpPort: host.httpPort }
}
