/** All records of one name and type, as Route 53 keeps them. */
export interface RecordSet {
  /** Lower case, without a dot at its end. */
  readonly name: string
  /** Such as `A`. */
  readonly type: string
  /** Seconds; absent of an alias. */
  readonly ttl?: number
  /** As in a zone file; none of an alias. */
  readonly values: readonly string[]
  /** The name that an alias leads to. */
  readonly alias?: string
  /** Whether a routing policy chooses between several sets of this name and type. */
  readonly routed: boolean
}

/** Of address records: short, so that a name follows a host that is replaced. Seconds. */
export const ADDRESS_TTL = 60

/** One change of a batch. A set is deleted only where it is exactly as it is told here, and created only where there is none. */
export interface RecordChange {
  readonly action: 'CREATE' | 'DELETE'
  readonly set: RecordSet
}

/** Whether it is a list of IPv4 addresses and nothing more, which is all that this action makes for a name. */
export function isAddressList({ type, alias, routed }: RecordSet): boolean {
  return type === 'A' && alias === undefined && !routed
}

/** Such as `A 203.0.113.7`. */
export function setWords({ type, values, alias }: RecordSet): string {
  return `${type} ${alias === undefined ? values.join(', ') : `alias of ${alias}`}`
}
