import { repositoryUrl, runUrl } from '../../config/job.ts'
import type { Context } from '../../context.ts'
import type { PlanFacts, PlannedImage, WantedRelease } from '../../domain/plan/facts.ts'
import { AS_COMMITTED } from '../../domain/image/build-files.ts'
import { changesSince } from '../../domain/plan/hash.ts'
import { DeployError } from '../../errors.ts'
import { sinceLive } from '../../domain/commits.ts'
import { releaseOf } from '../orders/release-order.ts'
import { isLive } from './deploy-snapshot.ts'
import type { DeploySnapshot } from './deploy-snapshot.ts'

/** What `plan` is made from, and what `deploy` compares an approved plan with. */
export function planFacts(ctx: Context, seen: DeploySnapshot): PlanFacts {
  const { config } = ctx
  return {
    service: config.service,
    accountId: seen.accountId,
    region: config.region,
    hostPlan: seen.hostPlan,
    spec: config.host,
    record: seen.record,
    image: plannedImage(ctx, seen),
    release: wantedRelease(ctx, seen),
    configuration: config.spec,
    proxyImage: config.proxyImage,
    secrets: seen.secrets,
    volumeData: config.volumeData,
    refusals: seen.refusals,
  }
}

function plannedImage(ctx: Context, { image }: DeploySnapshot): PlannedImage {
  const { existing, repository } = ctx.config.image
  if (!image) return { kind: 'unknown' }
  const { found } = image
  if (existing !== undefined && found.kind === 'image') return { kind: 'given', name: existing, digest: found.image.digest }
  const { tag = ctx.config.job.commit, content = AS_COMMITTED, rebuilds } = found.source ?? {}
  const source = { repository, tag, differences: content.differences.length }
  if (found.kind === 'image') return { kind: 'tagged', ...source, digest: found.image.digest }
  return { kind: 'build', ...source, newRepository: found.kind === 'no-repository', ...(rebuilds === undefined ? {} : { rebuilds }) }
}

function wantedRelease(ctx: Context, { image, record, comparison }: DeploySnapshot): WantedRelease {
  const { job, spec } = ctx.config
  return {
    name: image?.found.kind === 'image' ? releaseOf(ctx, image.found.image).name : '',
    commit: job.commit,
    migration: spec.migration,
    relation: comparison?.relation,
    ...sinceLive({ repository: repositoryUrl(job), commit: job.commit }, record?.commit, comparison),
  }
}

/** Refuses a deploy whose plan was approved as another one. A run that would change nothing needs no approval, so one that succeeded can be run again. */
export function assertApprovedPlan(ctx: Context, seen: DeploySnapshot): void {
  const { approvedPlan } = ctx.config
  if (approvedPlan === undefined) return
  const changes = isLive(ctx, seen) ? [] : changesSince(approvedPlan, planFacts(ctx, seen))
  if (changes.length > 0) throw planChanged(ctx, changes)
}

/** Refuses to deploy over a release that no run had recorded when the plan was compared. */
export function assertNoConcurrentRelease(ctx: Context, live: string): void {
  if (ctx.config.approvedPlan !== undefined) throw planChanged(ctx, [`what serves: now the host serves ${live}, which no record tells of`])
}

function planChanged({ config }: Context, changes: readonly string[]): DeployError {
  const url = runUrl(config.job)
  return new DeployError('plan-changed', `this is not the plan that was approved. Changed since: ${changes.join('; ')}`, {
    next: `Run all jobs of ${url} again, or a newer run, to plan anew and approve that.`,
  })
}
