import { cutOverFields } from './cut-over.ts'
import type { CutOverSpec } from './cut-over.ts'
import { hostOrder } from './order.ts'
import type { HostOrder, OrderSpec } from './order.ts'

export interface RollbackSpec extends OrderSpec, CutOverSpec {
  /** Empty: the last verified one before the one that serves. */
  readonly release: string
  /** The releases that the runner saw as live; the host refuses when another one is. `['*']`: it does not compare. */
  readonly base: readonly string[]
}

type RollbackOrder = HostOrder & ReturnType<typeof cutOverFields> & Pick<RollbackSpec, 'release' | 'base'>

/** The host knows what the release is: it has kept its document. */
export function rollbackOrder(spec: RollbackSpec): RollbackOrder {
  return { ...hostOrder('rollback', spec), ...cutOverFields(spec), release: spec.release, base: spec.base }
}
