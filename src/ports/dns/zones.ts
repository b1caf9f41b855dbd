import type { RecordChange, RecordSet } from '../../domain/dns/record-set.ts'
import type { Zone } from '../../domain/dns/zone.ts'

/** What became of a batch. */
export type Batch =
  /** `id`: of the change, which Route 53's servers are told by and by. */
  | { readonly kind: 'accepted'; readonly id: string }
  /** Nothing was changed: what was seen is not there any more, or what was to be made is. `reason` is Route 53's own words. */
  | { readonly kind: 'overtaken'; readonly reason: string }

/** The hosted zones of Route 53. */
export interface Zones {
  /** All of the account, or `denied` for a role that may not list them. */
  list(): Promise<readonly Zone[] | 'denied'>
  /** `undefined` where there is none with this id. */
  get(id: string): Promise<Zone | undefined>
  /** All sets at these names; none of a zone that is not there. */
  setsAt(zone: Zone, names: readonly string[]): Promise<readonly RecordSet[]>
  /** All sets whose names end in this one. */
  setsBelow(zone: Zone, name: string): Promise<readonly RecordSet[]>
  /** Carries out all changes or none. */
  change(zone: Zone, changes: readonly RecordChange[]): Promise<Batch>
  /** Whether all of Route 53's servers know of the change. */
  isInSync(id: string): Promise<boolean>
}
