import { bakeFields, LOCK_TIMEOUT, STOP_TIMEOUT } from './deploy-payload.ts'
import type { BakeSpec } from '../release/release.ts'
import { serviceKey } from '../service.ts'
import type { Service } from '../service.ts'

export interface RollbackOrder {
  readonly deployId: string
  readonly service: Service
  readonly region: string
  /** Empty: the last verified one before the one that serves. */
  readonly release: string
  /** The releases that the runner saw as live, separated by spaces; the host refuses when another one is. `*`: it does not compare. */
  readonly base: string
  /** Seconds. */
  readonly drainTimeout: number
  readonly bake: BakeSpec
  readonly keep: number
}

/** What `host/rollback.sh` is told. The release's own configuration is on the host already. */
export function rollbackPayload(order: RollbackOrder): (readonly [string, string])[] {
  return [
    ['deploy_id', order.deployId],
    ['service', serviceKey(order.service)],
    ['region', order.region],
    ['release', order.release],
    ['base', order.base],
    ['drain_timeout', String(Math.ceil(order.drainTimeout))],
    ['stop_timeout', String(STOP_TIMEOUT)],
    ['lock_timeout', String(LOCK_TIMEOUT)],
    ['keep', String(order.keep)],
    ...bakeFields(order.bake),
  ]
}
