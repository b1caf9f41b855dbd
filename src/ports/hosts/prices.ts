import type { PriceList } from '../../domain/cost/price-list.ts'

/** List prices. */
export interface Prices {
  /** The prices that are known for this region; none of them for an unknown region. */
  of(region: string): Promise<PriceList>
}
