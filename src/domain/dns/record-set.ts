/** All records of one name and type in Route 53. */
export interface RecordSet {
  /** Lower case, without a trailing dot. */
  readonly name: string
  /** Such as `A`. */
  readonly type: string
  /** Seconds; absent for an alias. */
  readonly ttl?: number
  /** As in a zone file; empty for an alias. */
  readonly values: readonly string[]
  /** The target of an alias. */
  readonly alias?: string
  /** Whether a routing policy selects one of several sets of this name and type. */
  readonly routed: boolean
}

/** TTL of address records in seconds: short, so that a name follows quickly when a host is replaced. */
export const ADDRESS_TTL = 60

/** One change of a batch. It deletes a set only if it is exactly as given, and creates one only if none exists. */
export interface RecordChange {
  readonly action: 'CREATE' | 'DELETE'
  readonly set: RecordSet
}

/** Whether it is a plain list of IPv4 addresses, which is all that this action creates for a name. */
export function isAddressList({ type, alias, routed }: RecordSet): boolean {
  return type === 'A' && alias === undefined && !routed
}

/** Such as `A 203.0.113.7`. */
export function setWords({ type, values, alias }: RecordSet): string {
  return `${type} ${alias === undefined ? values.join(', ') : `alias of ${alias}`}`
}
