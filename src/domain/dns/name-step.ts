import type { RecordSet } from './record-set.ts'
import type { Zone } from './zone.ts'

/** Where names are to lead: to all hosts of a service. */
export interface Destination {
  readonly addresses: readonly string[]
  /** How many more there will be that are not known yet. */
  readonly pending: number
}

/** What becomes of a name. */
export type NameStep =
  /** `keep`: it leads there already. */
  | ({ readonly action: 'create' | 'change' | 'keep'; readonly to: Destination; readonly owned: OwnedSets } & ZoneName)
  | ({ readonly action: 'remove'; readonly owned: OwnedSets } & ZoneName)
  /** A record that this action did not make, and that may be as it is. */
  | ({ readonly action: 'leave'; readonly there: RecordSet } & ZoneName)
  /** Its DNS is not in Route 53, or not for this run to see. */
  | { readonly action: 'elsewhere'; readonly name: string; readonly to: Destination }

interface ZoneName {
  readonly name: string
  readonly zone: Zone
}

/** What this action made for a name. */
export interface OwnedSets {
  readonly address: RecordSet | undefined
  readonly marker: RecordSet | undefined
}

/** Whether a deploy has something to do for it. */
export function isChange({ action }: NameStep): boolean {
  return action === 'create' || action === 'change' || action === 'remove'
}
