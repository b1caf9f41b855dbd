import { cutOverFields } from './cut-over.ts'
import type { CutOverSpec } from './cut-over.ts'
import { hostOrder } from './order.ts'
import type { HostOrder, OrderSpec } from './order.ts'

export interface RestartSpec extends OrderSpec, CutOverSpec {
  /** The releases that the runner saw as live; the host refuses when another one is. `['*']`: it does not compare. */
  readonly base: readonly string[]
}

type RestartOrder = HostOrder & ReturnType<typeof cutOverFields> & Pick<RestartSpec, 'base'>

/** Makes the live release anew, out of the document that the host has kept, and cuts over to it. */
export function restartOrder(spec: RestartSpec): RestartOrder {
  return { ...hostOrder('restart', spec), ...cutOverFields(spec), base: spec.base }
}
