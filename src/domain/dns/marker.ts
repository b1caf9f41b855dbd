import { createHash } from 'node:crypto'
import { displayName } from '../service.ts'
import type { Service } from '../service.ts'
import type { RecordSet } from './record-set.ts'
import type { Zone } from './zone.ts'

/** The creator of a record. */
export interface Owner {
  readonly service: Service
  /** A service of the same name in another region is a different one. */
  readonly region: string
}

/** The parent label of all markers of a zone, so that one request lists them. No host name contains an underscore. */
const ROOT = '_docker-to-ec2'
/** Seconds; only the action reads markers, and it asks Route 53 itself. */
const TTL = 300

/** A record beside another one that says: this action created it, for this service and this name. */
export interface Marker {
  readonly set: RecordSet
  readonly owner: Owner
  /** The name with the address record. */
  readonly name: string
}

/** The parent name of a zone's markers. */
export function markersOf(zone: Zone): string {
  return `${ROOT}.${zone.name}`
}

/** The marker for a name: a TXT record `<hash of the name>.<service>.<environment>.<region>._docker-to-ec2.<zone>` with the name as its value. */
export function markerSet({ service, region }: Owner, name: string, zone: Zone): RecordSet {
  const hash = createHash('sha256').update(name).digest('hex').slice(0, 16)
  return {
    name: [hash, service.name, service.environment, region, markersOf(zone)].join('.'),
    type: 'TXT',
    ttl: TTL,
    values: [JSON.stringify(name)],
    routed: false,
  }
}

/** The markers among the sets of a zone. */
export function markersIn(sets: readonly RecordSet[], zone: Zone): readonly Marker[] {
  return sets.flatMap((set) => markerIn(set, zone) ?? [])
}

function markerIn(set: RecordSet, zone: Zone): Marker | undefined {
  const below = `.${markersOf(zone)}`
  if (set.type !== 'TXT' || !set.name.endsWith(below)) return undefined
  const [, name = '', environment = '', region = ''] = set.name.slice(0, -below.length).split('.')
  return { set, owner: { service: { name, environment }, region }, name: (set.values[0] ?? '').replaceAll('"', '') }
}

/** Whether this owner created the record beside a marker. */
export function isOwnedBy({ owner }: Marker, { service, region }: Owner): boolean {
  return owner.region === region && owner.service.name === service.name && owner.service.environment === service.environment
}

/** Such as `web (production) in us-east-1`. */
export function ownerWords({ service, region }: Owner): string {
  return `${displayName(service)} in ${region}`
}
