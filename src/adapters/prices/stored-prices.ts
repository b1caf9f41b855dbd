import { pricesIn } from '../../domain/cost/price-list.ts'
import type { Prices } from '../../ports/hosts/prices.ts'
import { PRICE_TABLE } from './price-table.ts'

/** The prices in the table that comes with the action. */
export function storedPrices(): Prices {
  return { of: async (region) => pricesIn(region, PRICE_TABLE) }
}
