import type { PromotionConfig } from '../config/config.ts'
import type { Context } from '../context.ts'
import type { StoredRelease } from '../domain/release/release-document.ts'
import { carryOver } from '../domain/release/carry-over.ts'
import type { CarriedOver } from '../domain/release/carry-over.ts'
import type { Report } from '../report/parts/report.ts'
import { displayName } from '../domain/service.ts'
import { deploy } from './deploy.ts'
import { checkAccount } from '../steps/hosts/hosts-snapshot.ts'
import { findPromotable } from '../steps/record/find-promotable.ts'

/** Deploys what is verified in another environment: same digest, same configuration but for what `env` and `secrets` say, no build. */
export async function promote(ctx: Context): Promise<Report> {
  const { config, progress } = ctx
  const { from } = config.promotion as PromotionConfig
  const release = await progress.step(`Read what is verified in ${from.environment}`, async () => {
    await checkAccount(ctx)
    return findPromotable(ctx, from)
  })
  const carried = carryOver(release.spec, { from, to: config.service, given: config.spec })
  const report = await deploy({ ...inPlaceOf(ctx, release, carried), promoted: { environment: from.environment, release } })
  return promotionReport(ctx, report, { environment: from.environment, release, carried })
}

/** The run as if it had been asked for this release: its commit, and its configuration. */
function inPlaceOf(ctx: Context, { commit }: StoredRelease, { spec }: CarriedOver): Context {
  const { config } = ctx
  const job = { ...config.job, commit }
  return { ...ctx, config: { ...config, job, spec } }
}

/** The report of a deploy, and where the release comes from. */
function promotionReport(
  ctx: Context,
  report: Report,
  { environment, release, carried }: { readonly environment: string; readonly release: StoredRelease; readonly carried: CarriedOver },
): Report {
  const told = {
    ...report,
    facts: [
      ...report.facts,
      ['Promoted from', `${environment}, release ${release.name}`] as const,
      [`Digest in ${environment}`, release.digest] as const,
      [`Not as in ${environment}`, carried.differs.join(', ') || 'nothing'] as const,
    ],
  }
  if (report.outcome !== 'deployed' && report.outcome !== 'unchanged') return told
  const verb = report.outcome === 'deployed' ? 'is live' : 'was already live'
  const { url = '', release: name = '' } = report.outputs
  return {
    ...told,
    headline: `${displayName(ctx.config.service)}: ${release.name} of ${environment} ${verb} at ${url} as ${name}, with the same digest`,
  }
}
