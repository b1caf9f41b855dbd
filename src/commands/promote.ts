import type { Context } from '../context.ts'
import type { Report } from '../report/parts/report.ts'
import { promotionReport } from '../report/pages/promotion.ts'
import { findWanted } from '../steps/record/find-wanted.ts'
import { deployWanted } from './deploy.ts'

/** Deploys what is verified in another environment: same digest, same configuration but for what `env` and `secrets` say, no build. */
export async function promote(ctx: Context): Promise<Report> {
  const wanted = await findWanted(ctx)
  if (wanted.kind !== 'promoted') throw new Error('A promotion has an environment that it comes from.')
  return promotionReport(ctx.config, await deployWanted(ctx, wanted), wanted.from)
}
