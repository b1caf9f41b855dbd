import * as v from 'valibot'
import { amount, line } from '../untrusted.ts'
import type { Frozen } from '../untrusted.ts'
import type { OpenPort } from '../open-ports.ts'
import type { Specification } from './spec.ts'

const short = v.pipe(line, v.maxLength(1024))

/** Where a service with visitors answers, whatever it does there. */
const VISITED = v.object({
  'http-port': amount,
  domains: v.pipe(v.array(short), v.maxLength(100)),
  'path-prefix': short,
  /** `off`: HTTP only. */
  tls: short,
  'https-port': amount,
  'external-proxy': v.boolean(),
  /** Names that redirect to the first of `domains`; absent without any. */
  'redirect-domains': v.exactOptional(v.pipe(v.array(short), v.maxLength(100))),
})

/** Of a worker: it answers nowhere. */
const NOWHERE = v.object({ port: v.literal('none') })

/** Where a service answers, if it does, as stored and reported. */
export const PLACE = v.union([VISITED, NOWHERE])

/** Without the setting `port`, which a specification has: that is not a place. */
export type VisitedPlace = Frozen<typeof VISITED> & { readonly port?: never }
export type Place = VisitedPlace | Frozen<typeof NOWHERE>

/** Whether visitors can come. */
export function isVisited(place: Place): place is VisitedPlace {
  return place.port === undefined
}

/** Replaces an invalid place in a host's answer. */
export const UNKNOWN_PLACE: v.InferOutput<typeof VISITED> = {
  'http-port': 80,
  domains: [],
  'path-prefix': '/',
  tls: 'off',
  'https-port': 443,
  'external-proxy': false,
}

/** Where a release with these settings answers. */
export function placeOf(spec: Omit<VisitedPlace, 'port'> & Pick<Specification, 'port'>): Place {
  if (spec.port === 'none') return { port: spec.port }
  const { 'http-port': http, domains, 'path-prefix': path, tls, 'https-port': https, 'external-proxy': external } = spec
  const { 'redirect-domains': redirects = [] } = spec
  const place = { 'http-port': http, domains, 'path-prefix': path, tls, 'https-port': https, 'external-proxy': external }
  return redirects.length === 0 ? place : { ...place, 'redirect-domains': redirects }
}

/** All names of a service, its own before those that redirect. */
export function namesAt(place: Place): readonly string[] {
  return isVisited(place) ? [...place.domains, ...(place['redirect-domains'] ?? [])] : []
}

/** The ports of a service; HTTP/3 uses UDP. */
export function portsOf(place: Place): readonly OpenPort[] {
  if (!isVisited(place) || place['external-proxy']) return []
  const { 'http-port': http, tls, 'https-port': https } = place
  const plain = [{ protocol: 'tcp', port: http }] as const
  return tls === 'off' ? plain : [...plain, { protocol: 'tcp', port: https }, { protocol: 'udp', port: https }]
}

/** The reference of the secret with the service's own certificate, from the setting `tls`. */
export function ownCertificate(tls: string): string | undefined {
  return tls.startsWith('secretsmanager:') ? tls : undefined
}

/** The address for visitors of a service, by the first of its names or else by the host's address; empty for a worker. */
export function urlAt(address: string, place: Place): string {
  if (!isVisited(place)) return ''
  const path = place['path-prefix'] === '/' ? '' : place['path-prefix']
  return `${originOf(place, place.domains[0] ?? address)}${path}`
}

/** With an external proxy, only the name is known. */
function originOf({ tls, 'http-port': http, 'https-port': https, 'external-proxy': external }: VisitedPlace, name: string): string {
  if (external) return `http://${name}`
  if (tls === 'off') return `http://${name}${http === 80 ? '' : `:${http}`}`
  return `https://${name}${https === 443 ? '' : `:${https}`}`
}
