import { cutOverFields } from './cut-over.ts'
import type { CutOverSpec } from './cut-over.ts'
import { hostOrder } from './order.ts'
import type { HostOrder, OrderSpec } from './order.ts'
import type { ReleaseDocument } from '../release/release-document.ts'

export interface RollbackSpec extends OrderSpec, CutOverSpec {
  /** Empty: the last verified one before the one that serves. */
  readonly release: string
  /** The releases that the runner saw as live; the host refuses when another one is. `['*']`: it does not compare. */
  readonly base: readonly string[]
  /** What the release is, for hosts that do not keep its document any more. */
  readonly document?: ReleaseDocument | undefined
}

type RollbackOrder = HostOrder &
  ReturnType<typeof cutOverFields> &
  Pick<RollbackSpec, 'release' | 'base'> & { readonly document: ReleaseDocument | null }

export function rollbackOrder(spec: RollbackSpec): RollbackOrder {
  const { release, base, document = null } = spec
  return { ...hostOrder('rollback', spec), ...cutOverFields(spec), release, base, document }
}
