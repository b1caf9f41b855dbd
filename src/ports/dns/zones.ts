import type { RecordChange, RecordSet } from '../../domain/dns/record-set.ts'
import type { Zone } from '../../domain/dns/zone.ts'

/** The result of a batch. */
export type Batch =
  /** `id`: the change, which spreads to Route 53's servers over time. */
  | { readonly kind: 'accepted'; readonly id: string }
  /** Nothing was changed: a record to delete has changed, or a record to create exists. `reason`: Route 53's own words. */
  | { readonly kind: 'overtaken'; readonly reason: string }

/** The hosted zones of Route 53. */
export interface Zones {
  /** All zones of the account, or `denied` if the role cannot list them. */
  list(): Promise<readonly Zone[] | 'denied'>
  /** `undefined` if no zone has this id. */
  get(id: string): Promise<Zone | undefined>
  /** All sets at these names; empty for a missing zone. */
  setsAt(zone: Zone, names: readonly string[]): Promise<readonly RecordSet[]>
  /** All sets whose names end in this one. */
  setsBelow(zone: Zone, name: string): Promise<readonly RecordSet[]>
  /** Makes all changes or none. */
  change(zone: Zone, changes: readonly RecordChange[]): Promise<Batch>
  /** Whether all of Route 53's servers know the change. */
  isInSync(id: string): Promise<boolean>
}
