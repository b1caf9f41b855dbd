import { cutOverFields } from './cut-over.ts'
import type { CutOverSpec } from './cut-over.ts'
import { hostOrder } from './order.ts'
import type { HostOrder, OrderSpec } from './order.ts'

export interface RestartSpec extends OrderSpec, CutOverSpec {
  /** The live releases of the snapshot; the host refuses if another one is live. `['*']`: it does not compare. */
  readonly base: readonly string[]
}

type RestartOrder = HostOrder & ReturnType<typeof cutOverFields> & Pick<RestartSpec, 'base'>

/** Starts the live release again in a new container, from the document on the host, and cuts over to it. */
export function restartOrder(spec: RestartSpec): RestartOrder {
  return { ...hostOrder('restart', spec), ...cutOverFields(spec), base: spec.base }
}
