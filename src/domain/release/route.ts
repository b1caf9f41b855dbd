import type { Specification } from './spec.ts'

/** Where a service answers, whatever it does there. */
export interface Place extends Pick<Specification, 'http-port' | 'domains' | 'path-prefix' | 'https-port' | 'external-proxy'> {
  /** `off` for HTTP alone. */
  readonly tls: string
}

export function placeOf(spec: Place): Place {
  const { 'http-port': http, domains, 'path-prefix': path, tls, 'https-port': https, 'external-proxy': external } = spec
  return { 'http-port': http, domains, 'path-prefix': path, tls, 'https-port': https, 'external-proxy': external }
}

/** The reference of the secret that holds the service's own certificate, by the setting `tls`. */
export function ownCertificate(tls: string): string | undefined {
  return tls.startsWith('secretsmanager:') ? tls : undefined
}

/** The address at which a visitor reaches a service, by the first of its names or else by the address of the host. */
export function urlAt(address: string, place: Place): string {
  const path = place['path-prefix'] === '/' ? '' : place['path-prefix']
  return `${originOf(place, place.domains[0] ?? address)}${path}`
}

/** Of an external proxy, nothing is known but the name. */
function originOf({ tls, 'http-port': http, 'https-port': https, 'external-proxy': external }: Place, name: string): string {
  if (external) return `http://${name}`
  if (tls === 'off') return `http://${name}${http === 80 ? '' : `:${http}`}`
  return `https://${name}${https === 443 ? '' : `:${https}`}`
}
