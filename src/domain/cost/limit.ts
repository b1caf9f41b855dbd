import { refuse } from '../refusal.ts'
import type { Refusal } from '../refusal.ts'
import { dollars } from './dollars.ts'
import type { MonthlyCost } from './month.ts'

/** `limit`: US dollars a month; it is compared with what plans show, to the cent. What has no known price is above any limit. */
export function refuseCost({ total, unknown, cheaper, prices }: MonthlyCost, limit: number): Refusal | undefined {
  if (unknown.length > 0)
    return refuse(
      `max-monthly-cost is $${limit}, but ${unknown.join(', and ')} (list prices of ${prices.date})`,
      'Choose an instance-type and a region with known prices, or set max-monthly-cost: none.',
    )
  const shown = total.toFixed(2)
  if (Number(shown) <= limit) return undefined
  const instead =
    cheaper === undefined ? '' : `instance-type: ${cheaper.instanceType} saves about ${dollars(cheaper.saves)} for each host. `
  return refuse(
    `the hosts would cost about $${shown} a month by list prices of ${prices.date}, more than max-monthly-cost: ${limit}`,
    `${instead}Choose a smaller instance-type or volume-size, or fewer instances, or raise max-monthly-cost.`,
  )
}
