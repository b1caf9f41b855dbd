import { markerSet } from './marker.ts'
import type { Owner } from './marker.ts'
import { isChange } from './name-step.ts'
import type { NameStep, OwnedSets } from './name-step.ts'
import { ADDRESS_TTL } from './record-set.ts'
import type { RecordChange, RecordSet } from './record-set.ts'
import type { Zone } from './zone.ts'

export type ZoneStep = Exclude<NameStep, { readonly action: 'elsewhere' }>

/** The set by which a name leads to these addresses. */
function addressSet(name: string, addresses: readonly string[]): RecordSet {
  return { name, type: 'A', ttl: ADDRESS_TTL, values: addresses, routed: false }
}

/**
 * The changes of a zone, for one batch, which Route 53 carries out as a whole or not at all. Each set that goes is named as it was seen, marker included, and
 * each new one must not be there: whoever changed any of it since makes the batch fail, and never loses a record by it.
 */
export function batchFor(steps: readonly ZoneStep[], owner: Owner): readonly RecordChange[] {
  return steps.flatMap((step) => changesOf(step, owner))
}

function changesOf(step: ZoneStep, owner: Owner): readonly RecordChange[] {
  switch (step.action) {
    case 'keep':
    case 'leave':
      return []
    case 'remove':
      return deletions(step.owned)
    case 'create':
    case 'change': {
      const sets = [addressSet(step.name, step.to.addresses), markerSet(owner, step.name, step.zone)]
      return [...deletions(step.owned), ...sets.map((set) => ({ action: 'CREATE', set }) as const)]
    }
  }
}

function deletions({ address, marker }: OwnedSets): readonly RecordChange[] {
  return [address, marker].flatMap((set) => (set ? [{ action: 'DELETE', set } as const] : []))
}

/** Ids of the zones in which the service then has records, or has had some that are to go. */
export function zonesOfNames(steps: readonly NameStep[]): readonly string[] {
  const zones = steps.flatMap((step) => (isChange(step) || (step.action === 'keep' && step.owned.marker) ? [step] : []))
  return [...new Set(zones.flatMap((step) => ('zone' in step ? [step.zone.id] : [])))].toSorted()
}

/** The steps that change something, by their zones. */
export function changedZones(steps: readonly NameStep[]): readonly { readonly zone: Zone; readonly steps: readonly ZoneStep[] }[] {
  const changes = steps.filter((step): step is ZoneStep => isChange(step))
  const groups = Map.groupBy(changes, ({ zone }) => zone.id)
  return [...groups.values()].map((group) => ({ zone: group[0]!.zone, steps: group }))
}
