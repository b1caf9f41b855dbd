import type { Refusal } from '../refusal.ts'
import { isOwnedBy, markersIn, ownerWords } from './marker.ts'
import type { Marker, Owner } from './marker.ts'
import type { Destination, NameStep, OwnedSets } from './name-step.ts'
import { isAddressList, setWords } from './record-set.ts'
import type { RecordSet } from './record-set.ts'
import type { Zone } from './zone.ts'

/** The wanted names, their owner and their destination. */
export interface ZoneGoal {
  readonly owner: Owner
  /** All of them, in any zone. */
  readonly names: readonly string[]
  /** Whether the user manages the records. */
  readonly byHand: boolean
  readonly to: Destination
  /** Whether a load balancer or CDN may be in front of the hosts, so that a name need not lead to them directly. */
  readonly proxied: boolean
}

/** A zone with the relevant sets: those of the wanted names, and all markers. */
export interface SeenZone {
  readonly zone: Zone
  /** The wanted names in it. */
  readonly names: readonly string[]
  readonly sets: readonly RecordSet[]
}

export interface NamesPlan {
  readonly steps: readonly NameStep[]
  readonly refusals: readonly Refusal[]
}

/** The steps for a zone. They never change a record that this action did not create. */
export function planZone(seen: SeenZone, wanted: ZoneGoal): NamesPlan {
  const markers = markersIn(seen.sets, seen.zone)
  const decided = seen.names.map((name) => stepFor(name, seen, { ...wanted, markers }))
  const own = markers.filter((marker) => isOwnedBy(marker, wanted.owner) && !seen.names.includes(marker.name))
  return {
    steps: [...decided.filter((one) => 'action' in one), ...own.map((marker) => formerStep(marker, seen, wanted))],
    refusals: decided.filter((one) => 'reason' in one),
  }
}

type WithMarkers = ZoneGoal & { readonly markers: readonly Marker[] }

function stepFor(name: string, { zone, sets }: SeenZone, wanted: WithMarkers): NameStep | Refusal {
  const { owner, to, proxied, markers } = wanted
  const about = markers.filter((marker) => marker.name === name)
  const other = about.find((marker) => !isOwnedBy(marker, owner))
  if (other) return refuseOthers(name, zone, other)
  const leading = sets.filter((set) => set.name === name && ['A', 'AAAA', 'CNAME'].includes(set.type))
  const owned = ownedSets(leading, about)
  const foreign = leading.find((set) => set !== owned.address)
  if (foreign === undefined) return { action: actionFor(owned, to), name, zone, to, owned }
  if (proxied || (leading.length === 1 && leadsTo(foreign, to))) return { action: 'leave', name, zone, there: foreign }
  return refuseForeign(name, zone, foreign)
}

function ownedSets(leading: readonly RecordSet[], [marker]: readonly Marker[]): OwnedSets {
  const address = marker && leading.find(isAddressList)
  return { address, marker: marker?.set }
}

function actionFor({ address, marker }: OwnedSets, to: Destination): 'create' | 'change' | 'keep' {
  if (address === undefined) return 'create'
  return marker !== undefined && leadsTo(address, to) ? 'keep' : 'change'
}

function leadsTo(set: RecordSet, { addresses, pending }: Destination): boolean {
  if (!isAddressList(set) || pending > 0) return false
  return set.values.length === addresses.length && addresses.every((address) => set.values.includes(address))
}

/**
 * What happens to a name that the service had in this zone, and no longer has. If the name is still wanted, it may depend on this record alone,
 * whichever zone it belongs to now: so the record stays.
 */
function formerStep({ name, set }: Marker, { zone, sets }: SeenZone, { names, to, byHand }: ZoneGoal): NameStep {
  const address = sets.find((one) => one.name === name && isAddressList(one))
  const owned = { address, marker: set }
  if (address === undefined || !names.includes(name)) return { action: 'remove', name, zone, owned }
  if (byHand) return { action: 'keep', name, zone, owned, to: { addresses: address.values, pending: 0 } }
  return { action: actionFor(owned, to), name, zone, owned, to }
}

function refuseOthers(name: string, zone: Zone, { owner }: Marker): Refusal {
  return {
    reason: `${name} in the hosted zone ${zone.id} belongs to ${ownerWords(owner)}`,
    hint: `Remove ${name} from domains there, destroy that service, or give this one another name. If both are on one host and this one has a path-prefix, set hosted-zone-id: none here: the record serves both.`,
  }
}

function refuseForeign(name: string, zone: Zone, there: RecordSet): Refusal {
  return {
    reason: `${name} in the hosted zone ${zone.id} has a record that this action did not create: ${setWords(there)}`,
    hint: `Delete that record, or remove ${name} from domains. If it resolves to a balancer or CDN in front of the host, name that in trusted-proxies. hosted-zone-id: none leaves all records to you.`,
  }
}
