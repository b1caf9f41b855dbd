import { markerSet } from './marker.ts'
import type { Owner } from './marker.ts'
import { isChange } from './name-step.ts'
import type { NameStep, OwnedSets } from './name-step.ts'
import { ADDRESS_TTL } from './record-set.ts'
import type { RecordChange, RecordSet } from './record-set.ts'
import type { Zone } from './zone.ts'

export type ZoneStep = Exclude<NameStep, { readonly action: 'elsewhere' }>

/** The set that points a name at these addresses. */
function addressSet(name: string, addresses: readonly string[]): RecordSet {
  return { name, type: 'A', ttl: ADDRESS_TTL, values: addresses, routed: false }
}

/**
 * The changes of a zone as one batch, which Route 53 applies completely or not at all. Each set to delete is given as it was seen, marker included, and
 * each new one must not exist yet: any concurrent change makes the batch fail, so nobody loses a record.
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

/** Ids of the zones that contain the service's records after the batch, or contained records that it deletes. */
export function zonesOfNames(steps: readonly NameStep[]): readonly string[] {
  const zones = steps.flatMap((step) => (isChange(step) || (step.action === 'keep' && step.owned.marker) ? [step] : []))
  return [...new Set(zones.flatMap((step) => ('zone' in step ? [step.zone.id] : [])))].toSorted()
}

/** The steps that change something, by zone. */
export function changedZones(steps: readonly NameStep[]): readonly { readonly zone: Zone; readonly steps: readonly ZoneStep[] }[] {
  const changes = steps.filter((step): step is ZoneStep => isChange(step))
  const groups = Map.groupBy(changes, ({ zone }) => zone.id)
  return [...groups.values()].map((group) => ({ zone: group[0]!.zone, steps: group }))
}
