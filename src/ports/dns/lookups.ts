/** Where DNS says that a name leads. */
export type Lookup =
  /** `addresses`: IPv4 and IPv6, none for a name that has no record. */
  | { readonly kind: 'known'; readonly addresses: readonly string[] }
  /** Nobody could be asked; `reason` in words. */
  | { readonly kind: 'unknown'; readonly reason: string }

/** A CAA record: RFC 8659, section 4. */
export interface Authorization {
  /** Such as `issue`. */
  readonly tag: string
  /** Such as `letsencrypt.org`, with parameters behind a semicolon. */
  readonly value: string
}

/** What DNS tells everybody, asked where no answer of a while ago is kept. */
export interface Lookups {
  addresses(name: string): Promise<Lookup>
  /** The CAA records that count for a name, its own or those of the closest name above it; none where nothing is said, or nobody could be asked. */
  authorizations(name: string): Promise<readonly Authorization[]>
}
