import type { Context } from '../context.ts'
import { refused } from '../errors.ts'
import type { Report } from '../report/parts/report.ts'
import { promotionReport } from '../report/pages/promotion.ts'
import { findPromotion } from '../steps/record/find-promotion.ts'
import { deployWanted } from './deploy.ts'

/** Deploys the verified release of another environment: same digest, same configuration except `env` and `secrets`, no build. */
export async function promote(ctx: Context): Promise<Report> {
  const { promotion } = ctx.config
  if (promotion === undefined) throw new Error('A promotion has an environment that it comes from.')
  const found = await findPromotion(ctx, promotion)
  if (found.kind === 'refuse') throw refused(found)
  return promotionReport(await deployWanted(ctx, found.spec, async () => found), found.from)
}
