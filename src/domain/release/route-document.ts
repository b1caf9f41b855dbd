import type { RouteSpec } from './route.ts'

/** A route as a host keeps it: all that its proxy's configuration is made of. */
export interface RouteDocument extends RouteSpec {
  /** The CIDRs that `trustedProxies` stood for when it was ordered. */
  readonly trusted: readonly string[]
  /** Request header that chooses between a canary and the live release. */
  readonly canaryHeader: string
}

/** `vpc`: the CIDRs of the hosts' own network. */
export function routeDocument(route: RouteSpec, canaryHeader: string, vpc: readonly string[]): RouteDocument {
  const trusted = route.trustedProxies.flatMap((one) => (one === 'vpc' ? vpc : [one]))
  return { ...route, trusted: [...new Set(trusted)], canaryHeader }
}

const FIELDS: readonly string[] = [
  'port',
  'domains',
  'path',
  'strip',
  'upstream',
  'trustedProxies',
  'trusted',
  'canaryHeader',
] satisfies (keyof RouteDocument)[]

/** The inverse. `undefined` for one that asks for more than this version knows. Throws a `TypeError` for what is not shaped like one. */
export function routeOf(document: RouteDocument): RouteSpec | undefined {
  const { port, domains, path, strip, upstream, trustedProxies } = document
  const strange = Object.keys(document).some((field) => !FIELDS.includes(field))
  return strange ? undefined : { port, domains, path, strip, upstream, trustedProxies }
}
