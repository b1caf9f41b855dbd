import { createHash } from 'node:crypto'
import { displayName } from '../service.ts'
import type { Service } from '../service.ts'
import type { RecordSet } from './record-set.ts'
import type { Zone } from './zone.ts'

/** Who made a record. */
export interface Owner {
  readonly service: Service
  /** A service of the same name in another region is another one. */
  readonly region: string
}

/** The label under which a zone's markers lie, so that one request tells of all of them. No host has a name with an underscore. */
const ROOT = '_docker-to-ec2'
const TTL = 300

/** A record beside another one, which says that this action made it, for whom and under which name. */
export interface Marker {
  readonly set: RecordSet
  readonly owner: Owner
  /** The name whose address record it is about. */
  readonly name: string
}

/** Where the markers of a zone begin. */
export function markersOf(zone: Zone): string {
  return `${ROOT}.${zone.name}`
}

/** The marker for a name: a TXT record `<hash of the name>.<service>.<environment>.<region>._docker-to-ec2.<zone>` that has the name as its value. */
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

/** Whether the record beside a marker is this owner's. */
export function isOwnedBy({ owner }: Marker, { service, region }: Owner): boolean {
  return owner.region === region && owner.service.name === service.name && owner.service.environment === service.environment
}

/** Such as `web (production) in us-east-1`. */
export function ownerWords({ service, region }: Owner): string {
  return `${displayName(service)} in ${region}`
}
