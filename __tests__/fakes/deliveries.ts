import type { Delivery } from '../../src/domain/metrics/delivery.ts'
import type { Facts } from '../../src/domain/metrics/metrics.ts'
import { MINUTE, HOUR } from '../../src/domain/duration.ts'

/** Noon. */
export const NOW = Date.parse('2026-11-27T12:00:00Z')

/** A verified change that took five minutes, of a commit that was made an hour before. */
export function aDelivery(endedAt: number, changes: Partial<Delivery> = {}): Delivery {
  const release = changes.release ?? `r-${endedAt}`
  return {
    id: `${changes.kind ?? 'change'}-${release}-${endedAt}`,
    environment: 'production',
    kind: 'change',
    release,
    commit: `commit of ${release}`,
    actor: 'ada',
    runUrl: `https://github.com/acme/web/actions/runs/${endedAt}`,
    cause: '',
    returned: false,
    startedAt: endedAt - 5 * MINUTE,
    endedAt,
    committedAt: endedAt - HOUR,
    servedAt: endedAt - MINUTE,
    ...changes,
  }
}

export function facts(deliveries: readonly Delivery[], changes: Partial<Facts> = {}): Facts {
  const since = deliveries.length === 0 ? undefined : Math.min(...deliveries.map(({ startedAt }) => startedAt))
  return {
    environment: 'production',
    deliveries,
    ...(since !== undefined && { since }),
    cut: false,
    incidents: [],
    commitTimes: new Map(),
    ...changes,
  }
}
