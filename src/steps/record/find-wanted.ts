import type { Context } from '../../context.ts'
import type { Wanted } from '../../domain/release/wanted.ts'
import { checkAccount } from '../hosts/hosts-snapshot.ts'
import { wantedByInputs, wantedByPromotion } from '../orders/wanted.ts'
import { findPromotable } from './find-promotable.ts'

/** What this run is to bring: what its inputs ask for, or what is verified in `promote-from`. Changes nothing. */
export async function findWanted(ctx: Context): Promise<Wanted> {
  const { config, progress } = ctx
  if (config.promotion === undefined) return wantedByInputs(config)
  const { from } = config.promotion
  return progress.step(`Read what is verified in ${from.environment}`, async () => {
    await checkAccount(ctx)
    return wantedByPromotion(config, from, await findPromotable(ctx, from))
  })
}
