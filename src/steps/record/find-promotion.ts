import type { PromotionConfig } from '../../config/config.ts'
import type { Context } from '../../context.ts'
import type { PromotedRelease } from '../../domain/release/wanted.ts'
import type { Refused } from '../../domain/refusal.ts'
import { wantedByPromotion } from '../orders/wanted.ts'
import { findPromotable } from './find-promotable.ts'

/** The release to promote, which is verified in `promote-from`; or why there is none. Changes nothing. */
export async function findPromotion(ctx: Context, promotion: PromotionConfig): Promise<PromotedRelease | Refused> {
  const { from } = promotion
  const found = await ctx.progress.step(`Find the verified release in ${from.environment}`, () => findPromotable(ctx, promotion))
  return found.kind === 'refuse' ? found : wantedByPromotion(ctx.config, { ...found, from })
}
