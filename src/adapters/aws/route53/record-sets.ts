import { RRType } from '@aws-sdk/client-route-53'
import type { ResourceRecordSet } from '@aws-sdk/client-route-53'
import type { RecordSet } from '../../../domain/dns/record-set.ts'

/** Route 53 writes a name with a dot at its end, and other characters than letters, digits, hyphen and underscore as `\052`. */
export function nameOf(spelled: string): string {
  const text = spelled.replace(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)))
  return text.replace(/\.$/, '').toLowerCase()
}

/** Routing policies and targets of aliases are told only as far as a plan needs them. */
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

/** Of a set that is a list of values: no alias, no routing policy. */
export function toRoute53({ name, type, ttl, values }: RecordSet): ResourceRecordSet {
  const Type = Object.values(RRType).find((known) => known === type)
  return { Name: name, Type, TTL: ttl, ResourceRecords: values.map((Value) => ({ Value })) }
}
