import type { Delivery } from '../../src/domain/metrics/delivery.ts'
import type { Incident } from '../../src/domain/metrics/outages.ts'
import { aDelivery, NOW } from './deliveries.ts'
import { DAY, HOUR, MINUTE } from '../../src/domain/duration.ts'

/**
 * 200 runs, one every three hours, the last of them half an hour ago: in each ten, one that fails its health check, one that is taken back in the bake,
 * one canary that is aborted and one release that is left by hand; so five that stay. Commits are older by as many hours as the place in the ten.
 */
const PATTERN = ['good', 'health', 'good', 'bake', 'good', 'canary', 'good', 'good', 'rollback', 'good'] as const

export const HISTORY: readonly Delivery[] = Array.from({ length: 200 }, (_, at) => runAt(at))

function endOf(at: number): number {
  return NOW - 30 * MINUTE - (199 - at) * 3 * HOUR
}

function runAt(at: number): Delivery {
  const [end, place] = [endOf(at), at % PATTERN.length]
  const common = { release: `release-${at}`, committedAt: end - MINUTE - (place + 1) * HOUR }
  switch (PATTERN[place]) {
    case 'health':
      return aDelivery(end, { ...common, cause: 'health-status' })
    case 'bake':
      return aDelivery(end, { ...common, cause: 'bake-errors', returned: true, reachedAt: end - 2 * MINUTE })
    case 'canary':
      return aDelivery(end, { ...common, cause: 'canary-errors', returned: true, reachedAt: end - 4 * MINUTE, canary: 10 })
    case 'rollback':
      return aDelivery(end, { kind: 'rollback', release: `release-${at - 2}`, startedAt: end - 6 * MINUTE })
    default:
      return aDelivery(end, common)
  }
}

/** Four days ago, 20 minutes after a release that stayed went live; it took 40 minutes. */
export const INCIDENT: Incident = {
  number: 7,
  url: 'https://github.com/acme/web/issues/7',
  openedAt: endOf(164) + 20 * MINUTE,
  closedAt: endOf(164) + HOUR,
}

export const SPAN = { from: NOW - 30 * DAY, to: NOW }
