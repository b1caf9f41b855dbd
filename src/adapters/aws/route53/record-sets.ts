import { RRType } from '@aws-sdk/client-route-53'
import type { ResourceRecordSet } from '@aws-sdk/client-route-53'
import type { RecordSet } from '../../../domain/dns/record-set.ts'

/** Route 53 ends names with a dot, and escapes everything except letters, digits, hyphen and underscore, such as `\052`. */
export function nameOf(spelled: string): string {
  const text = spelled.replace(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)))
  return text.replace(/\.$/, '').toLowerCase()
}

/** Routing policies and aliases keep only what a plan needs. */
export function fromRoute53(set: ResourceRecordSet): RecordSet {
  const { Name = '', Type = '', TTL, ResourceRecords = [], AliasTarget, SetIdentifier } = set
  return {
    name: nameOf(Name),
    type: Type,
    ...(TTL !== undefined && { ttl: TTL }),
    values: ResourceRecords.map(({ Value = '' }) => Value),
    ...(AliasTarget?.DNSName !== undefined && { alias: nameOf(AliasTarget.DNSName) }),
    routed: SetIdentifier !== undefined,
  }
}

/** For a plain list of values: no alias, no routing policy. */
export function toRoute53({ name, type, ttl, values }: RecordSet): ResourceRecordSet {
  const Type = Object.values(RRType).find((known) => known === type)
  return { Name: name, Type, TTL: ttl, ResourceRecords: values.map((Value) => ({ Value })) }
}
