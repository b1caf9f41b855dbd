import type { CaaRecord } from '../../domain/dns/authority.ts'

/** Where DNS says that a name leads. */
export type Lookup =
  /** `addresses`: IPv4 and IPv6, none for a name that has no record. */
  | { readonly kind: 'known'; readonly addresses: readonly string[] }
  /** Nobody could be asked; `reason` in words. */
  | { readonly kind: 'unknown'; readonly reason: string }

/** What DNS tells everybody, asked where no answer of a while ago is kept. */
export interface Lookups {
  addresses(name: string): Promise<Lookup>
  /** The CAA records that count for a name, its own or those of the closest name above it; none where nothing is said, or nobody could be asked: RFC 8659, section 3. */
  caaRecords(name: string): Promise<readonly CaaRecord[]>
}
