import { repositoryUrl, runUrl } from '../../config/job.ts'
import type { Context } from '../../context.ts'
import type { PlanFacts, PlannedImage, WantedRelease } from '../../domain/plan/facts.ts'
import { AS_COMMITTED } from '../../domain/image/build-files.ts'
import { parseImage } from '../../domain/image/image.ts'
import { changesSince } from '../../domain/plan/hash.ts'
import type { Verified } from '../../domain/release/wanted.ts'
import { DeployError } from '../../errors.ts'
import { NO_SECRET_CHANGES } from '../../domain/release/secret-changes.ts'
import type { Refusal } from '../../domain/refusal.ts'
import type { Service } from '../../domain/service.ts'
import type { HostsSnapshot } from '../hosts/hosts-snapshot.ts'
import { sinceLive } from '../../domain/commits.ts'
import type { Found } from '../image/found-image.ts'
import { isLive, plannedName } from './deploy-snapshot.ts'
import type { DeploySnapshot } from './deploy-snapshot.ts'

/** The facts that `plan` shows, and that `deploy` compares with an approved plan. */
export function planFacts(ctx: Context, seen: DeploySnapshot): PlanFacts {
  return {
    ...hostFacts(ctx, seen),
    image: plannedImage(ctx, seen),
    release: wantedRelease(ctx, seen),
    configuration: seen.wanted.spec,
    secrets: seen.secrets,
    names: seen.names.steps,
    refusals: seen.refusals,
  }
}

interface RefusedPromotion {
  /** Only if there is nothing to promote. */
  readonly from: Service
  readonly refusal: Refusal
}

/** Like `planFacts`, for a promotion that is refused before its release is known. */
export function refusedFacts(ctx: Context, seen: HostsSnapshot, { from, refusal }: RefusedPromotion): PlanFacts {
  const verified = { environment: from.environment, release: '', digest: '', differs: [] }
  return {
    ...hostFacts(ctx, seen),
    image: { kind: 'unknown' },
    release: { name: '', commit: '', migration: false, relation: undefined, verified, commits: [], compareUrl: undefined },
    configuration: ctx.config.spec,
    secrets: NO_SECRET_CHANGES,
    names: [],
    refusals: [refusal],
  }
}

function hostFacts({ config, accountId }: Context, { hostPlan, record }: HostsSnapshot) {
  const { service, region, host: spec, proxyImage, volumeData } = config
  return { service, accountId, region, hostPlan, spec, record, proxyImage, volumeData }
}

function plannedImage(ctx: Context, { image, wanted }: DeploySnapshot): PlannedImage {
  const { repository } = ctx.config.image
  if (!image) return { kind: 'unknown' }
  const { found } = image
  if (wanted.kind === 'promoted') return promotedImage(repository, wanted.from, found)
  if (wanted.kind === 'given' && found.kind === 'image') return { kind: 'given', name: wanted.image, digest: found.image.digest }
  const { tag = wanted.commit, content = AS_COMMITTED, rebuilds } = found.source ?? {}
  const source = { repository, tag, differences: content.differences.length }
  if (found.kind === 'image') return { kind: 'tagged', ...source, digest: found.image.digest }
  return { kind: 'build', ...source, newRepository: found.kind === 'no-repository', ...(rebuilds === undefined ? {} : { rebuilds }) }
}

function promotedImage(repository: string, { release }: Verified, found: Found): PlannedImage {
  const { image, digest, login } = release
  const source = parseImage(image)
  if (login === '') return { kind: 'promoted', repository: `${source.registry}/${source.repository}`, digest }
  if (found.kind === 'image') return { kind: 'promoted', repository, digest }
  return { kind: 'copy', from: source.repository, repository, digest, newRepository: found.kind === 'no-repository' }
}

function wantedRelease(ctx: Context, seen: DeploySnapshot): WantedRelease {
  const { wanted, record, comparison, semver, nextVersion } = seen
  const { commit, spec } = wanted
  return {
    name: plannedName(seen),
    commit,
    semver,
    ...(nextVersion !== '' && { nextVersion }),
    migration: spec.migration,
    relation: comparison?.relation,
    ...(wanted.kind === 'promoted' ? { verified: verifiedIn(wanted.from) } : {}),
    ...sinceLive({ repository: repositoryUrl(ctx.config.job), commit }, record?.commit, comparison),
  }
}

function verifiedIn({ environment, release, differs }: Verified): NonNullable<WantedRelease['verified']> {
  return { environment, release: release.name, digest: release.digest, differs }
}

/** Refuses a deploy that differs from the approved plan. A run that changes nothing needs no approval, so a successful run can be repeated. */
export function assertApprovedPlan(ctx: Context, seen: DeploySnapshot): void {
  const { approvedPlan } = ctx.config
  if (approvedPlan === undefined || isLive(ctx, seen)) return
  const changes = changesSince(approvedPlan, planFacts(ctx, seen))
  if (changes.length > 0) throw planChanged(ctx, changes)
}

/** Refuses to replace a release that no record contained when the plan was compared. */
export function assertNoConcurrentRelease(ctx: Context, live: string): void {
  if (ctx.config.approvedPlan !== undefined) throw planChanged(ctx, [`what serves: now the host serves ${live}, which is not recorded`])
}

function planChanged({ config }: Context, changes: readonly string[]): DeployError {
  const url = runUrl(config.job)
  return new DeployError('plan-changed', `this is not the plan that was approved: ${changes.join('; ')}`, {
    hint: `Run all jobs of ${url} again, or a newer run, to plan and approve again.`,
  })
}
