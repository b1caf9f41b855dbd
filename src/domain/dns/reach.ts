import type { Destination } from './name-step.ts'
import { ADDRESS_TTL } from './record-set.ts'

/** Where a name leads, by DNS. */
export type Reach =
  | { readonly kind: 'here' }
  /** To something that may be in front of the hosts. */
  | { readonly kind: 'by-proxy'; readonly addresses: readonly string[] }
  | { readonly kind: 'nowhere' }
  | { readonly kind: 'elsewhere'; readonly addresses: readonly string[] }

/** `proxied`: a load balancer or CDN may be in front of the hosts. */
export function reachOf(addresses: readonly string[], to: Destination, { proxied }: { readonly proxied: boolean }): Reach {
  const [first] = addresses
  if (first === undefined) return { kind: 'nowhere' }
  if (addresses.every((address) => to.addresses.includes(address))) return { kind: 'here' }
  return { kind: proxied ? 'by-proxy' : 'elsewhere', addresses }
}

/** Such as `resolves to 198.51.100.1, not only to this service`. */
export function reachWords(reach: Reach): string {
  switch (reach.kind) {
    case 'here':
      return 'resolves to the hosts'
    case 'by-proxy':
      return `resolves to ${reach.addresses.join(', ')}, which trusted-proxies allows`
    case 'nowhere':
      return 'does not resolve'
    case 'elsewhere':
      return `resolves to ${reach.addresses.join(', ')}, not only to this service`
  }
}

/** The missing record, with the fields of a DNS provider's form. */
export function recordToMake(name: string, { addresses }: Destination): string {
  return addresses.map((address) => `name ${name}, type A, value ${address}, TTL ${ADDRESS_TTL}`).join('; ')
}
