import type { Delivery } from './delivery.ts'
import { DAY } from '../duration.ts'

/** A bar of a chart: whole days in UTC, of which the last may not be over. */
export interface Period {
  /** Milliseconds since the epoch. */
  readonly start: number
  readonly verified: number
  readonly failed: number
}

/** How many bars fit into a chart. */
const MOST = 15

/** Results of changes by day, or by several days if there would be more than 15 bars. */
export function periodsOf(
  changes: readonly Delivery[],
  failed: ReadonlySet<string>,
  { from, to }: { readonly from: number; readonly to: number },
): readonly Period[] {
  const first = Math.floor(from / DAY) * DAY
  const days = Math.floor(to / DAY) - first / DAY + 1
  const step = Math.ceil(days / MOST) * DAY
  return Array.from({ length: Math.ceil((days * DAY) / step) }, (_, at) => {
    const start = first + at * step
    const here = changes.filter(({ endedAt }) => endedAt >= start && endedAt < start + step)
    const bad = here.filter(({ id }) => failed.has(id)).length
    return { start, verified: here.length - bad, failed: bad }
  })
}
