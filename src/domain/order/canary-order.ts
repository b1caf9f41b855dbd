import { hostOrder } from './order.ts'
import type { HostOrder, OrderSpec } from './order.ts'

export type CanaryAction =
  | { readonly action: 'observe' }
  | { readonly action: 'shift'; readonly step: number; readonly share: number }
  | { readonly action: 'promote' }
  | { readonly action: 'abort'; readonly cause: string; readonly detail: string }

export interface CanaryOrderSpec extends OrderSpec {
  /** Id of the order that started the canary. */
  readonly canary: string
  readonly action: CanaryAction
  /** How many releases the host keeps after the canary's promotion, including the active one. */
  readonly keep: number
}

export type CanaryOrder = HostOrder & CanaryAction & { readonly canary: string; readonly keep: number }

/** The host has the release's document since the canary started. */
export function canaryOrder({ canary, action, keep, ...spec }: CanaryOrderSpec): CanaryOrder {
  return { ...hostOrder('canary', spec), canary, keep, ...action }
}
