import { LOCK_TIMEOUT } from './deploy-payload.ts'
import { serviceKey } from '../service.ts'
import type { Service } from '../service.ts'

export type CanaryAction =
  | { readonly kind: 'observe' }
  | { readonly kind: 'shift'; readonly step: number; readonly share: number }
  | { readonly kind: 'promote' }
  | { readonly kind: 'abort'; readonly cause: string; readonly detail: string }

export interface CanaryOrder {
  /** Of this order. */
  readonly deployId: string
  readonly service: Service
  readonly region: string
  /** Deploy id of the order that began the canary. */
  readonly canary: string
  readonly action: CanaryAction
}

/** What `host/canary.sh` is told. The release's own configuration lies on the host since the canary began. */
export function canaryPayload({ deployId, service, region, canary, action }: CanaryOrder): (readonly [string, string])[] {
  const { kind, ...fields } = action
  return [
    ['deploy_id', deployId],
    ['service', serviceKey(service)],
    ['region', region],
    ['lock_timeout', String(LOCK_TIMEOUT)],
    ['canary', canary],
    ['action', kind],
    ...Object.entries(fields).map(([name, value]) => [name, String(value)] as const),
  ]
}
