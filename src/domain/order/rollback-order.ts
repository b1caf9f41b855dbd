import { cutOverFields } from './cut-over.ts'
import type { CutOverSpec } from './cut-over.ts'
import { hostOrder } from './order.ts'
import type { HostOrder, OrderSpec } from './order.ts'
import type { ReleaseDocument } from '../release/release-document.ts'

export interface RollbackSpec extends OrderSpec, CutOverSpec {
  /** Empty: the last verified release before the live one. */
  readonly release: string
  /** The live releases of the snapshot; the host refuses if another one is live. `['*']`: it does not compare. */
  readonly base: readonly string[]
  /** The release's document, for hosts that no longer have it. */
  readonly document?: ReleaseDocument | undefined
}

type RollbackOrder = HostOrder &
  ReturnType<typeof cutOverFields> &
  Pick<RollbackSpec, 'release' | 'base'> & { readonly document: ReleaseDocument | null }

/** The order for the return to an earlier release. */
export function rollbackOrder(spec: RollbackSpec): RollbackOrder {
  const { release, base, document = null } = spec
  return { ...hostOrder('rollback', spec), ...cutOverFields(spec), release, base, document }
}
