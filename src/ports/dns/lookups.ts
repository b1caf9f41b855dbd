import type { CaaRecord } from '../../domain/dns/authority.ts'

/** Where a name leads, by DNS. */
export type Lookup =
  /** `addresses`: IPv4 and IPv6, empty for a name without a record. */
  | { readonly kind: 'known'; readonly addresses: readonly string[] }
  /** No DNS server answered; `reason` in words. */
  | { readonly kind: 'unknown'; readonly reason: string }

/** Public DNS, asked at servers that do not cache. */
export interface Lookups {
  addresses(name: string): Promise<Lookup>
  /**
   * The effective CAA records of a name, its own or those of the closest name above it; empty if there are none or nobody answers: RFC 8659,
   * section 3.
   */
  caaRecords(name: string): Promise<readonly CaaRecord[]>
}
