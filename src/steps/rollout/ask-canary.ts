import type { Context } from '../../context.ts'
import type { CanarySpec } from '../../domain/canary/judge.ts'
import type { Readings } from '../../domain/canary/watch.ts'
import { canaryOrder } from '../../domain/order/canary-order.ts'
import type { CanaryAction, CanaryOrder } from '../../domain/order/canary-order.ts'
import type { HostResult } from '../../domain/rollout/result.ts'
import { orderSpec } from '../orders/order-spec.ts'
import { hostIdsOf } from '../../domain/release/record.ts'
import type { ReleaseRecord } from '../../domain/release/record.ts'
import type { AlarmWatch } from './alarm-watch.ts'
import { runOnHosts } from './run-on-hosts.ts'
import type { Dispatch } from './run-on-hosts.ts'

export interface Canary {
  /** Id of the order that started it. */
  readonly id: string
  readonly release: string
  readonly hostIds: readonly string[]
  readonly spec: CanarySpec
  readonly alarms: AlarmWatch
  /** Called before the hosts get the order to promote it. */
  readonly promoting?: (hostIds: readonly string[]) => void
  /** The recorded live release beside it. */
  readonly live: Dispatch['live']
}

/** Time limit in seconds of a command that only observes or shifts traffic. */
const BRIEF = 60

/** Sends a canary order to all its hosts. */
export function askCanary(ctx: Context, canary: Omit<Canary, 'spec'>, action: CanaryAction): Promise<readonly HostResult[]> {
  const brief = action.action === 'observe' || action.action === 'shift'
  const { hostIds, live } = canary
  const dispatch = { hostIds, live, order: orderOf(ctx, canary, action), continueOnError: true }
  return runOnHosts(ctx, { ...dispatch, ...(brief ? { timeout: BRIEF, quiet: true } : {}) }, `${action.action} ${canary.release}`)
}

/** The order for an action on a canary. */
export function orderOf(ctx: Context, { id }: Pick<Canary, 'id'>, action: CanaryAction): CanaryOrder {
  return canaryOrder({ ...orderSpec(ctx), canary: id, action, keep: ctx.config.keepReleases })
}

/** Whether the canary of a host is gone: the host ended it, or did not answer. */
export function isLost({ outcome }: HostResult): boolean {
  return outcome === 'failed'
}

/** A host whose answer lacks its canary has an unhealthy one: nobody can promote what nobody sees. */
const UNSEEN = { health: 'unhealthy', counters: undefined } as const

/** What each host read of its canary, by the id of the host. */
export function readingsOf(results: readonly HostResult[]): Readings {
  const canaries = results.filter(({ outcome, canary }) => outcome === 'canary' || canary !== undefined)
  return Object.fromEntries(canaries.map(({ hostId, canary = UNSEEN }) => [hostId, canary]))
}

interface Baking extends Omit<Canary, 'spec'> {
  readonly live: ReleaseRecord | undefined
  readonly alarms: AlarmWatch
}

/**
 * From here on, an alarm ends the bake at once: the hosts that bake return to what they served, and no further host starts. Not where an alarm is only
 * reported, or a host has nothing to return to: see `alarmFailure`.
 */
export function stopBakeOnAlarm(ctx: Context, baking: Baking): void {
  const { alarms, hostIds, live, release } = baking
  const known = live === undefined ? [] : hostIdsOf(live)
  if (live === undefined || live.release === release || ctx.config.canary?.dryRun === true || !hostIds.every((id) => known.includes(id)))
    return
  alarms.whenActive((detail) => askCanary(ctx, baking, { action: 'abort', cause: 'alarm', detail }))
}
