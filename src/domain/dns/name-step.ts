import type { RecordSet } from './record-set.ts'
import type { Zone } from './zone.ts'

/** The destination of names: all hosts of a service. */
export interface Destination {
  readonly addresses: readonly string[]
  /** How many further hosts have no known address yet. */
  readonly pending: number
}

/** What happens to a name. */
export type NameStep =
  /** `keep`: it already leads there. */
  | ({ readonly action: 'create' | 'change' | 'keep'; readonly to: Destination; readonly owned: OwnedSets } & ZoneName)
  | ({ readonly action: 'remove'; readonly owned: OwnedSets } & ZoneName)
  /** A record that this action did not create, and that can stay as it is. */
  | ({ readonly action: 'leave'; readonly there: RecordSet } & ZoneName)
  /** Its DNS is not in Route 53, or the run cannot see it. */
  | { readonly action: 'elsewhere'; readonly name: string; readonly to: Destination }

interface ZoneName {
  readonly name: string
  readonly zone: Zone
}

/** The records that this action created for a name. */
export interface OwnedSets {
  readonly address: RecordSet | undefined
  readonly marker: RecordSet | undefined
}

/** Whether a deploy has to change its records. */
export function isChange({ action }: NameStep): boolean {
  return action === 'create' || action === 'change' || action === 'remove'
}
