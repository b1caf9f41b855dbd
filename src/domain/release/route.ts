/** How visitors reach a service: by a port of the host, and there by a name and the beginning of the path. */
export interface RouteSpec {
  readonly port: number
  /** Empty: whatever name nobody else on the port has. */
  readonly domains: readonly string[]
  /** Prefix of the path, `/` for all paths. */
  readonly path: string
  /** The application does not see the prefix. */
  readonly strip: boolean
  /** What the application speaks. */
  readonly upstream: Upstream
  /** CIDRs of the balancers before the port, and `vpc` for whoever is in the host's own network. */
  readonly trustedProxies: readonly string[]
}

type Upstream = 'http' | 'h2c' | 'https'

/** Where a service answers, whatever it does there. */
export type Place = Pick<RouteSpec, 'port' | 'domains' | 'path'>

export function placeOf({ port, domains, path }: Place): Place {
  return { port, domains, path }
}

/** What makes one route another, in a fixed order. */
export function routeIdentity({ port, domains, path, strip, upstream, trustedProxies }: RouteSpec): readonly unknown[] {
  return [port, domains, path, strip, upstream, trustedProxies]
}

/** The inputs that say so, as they are; those that are as usual are left out, but for the port. */
export function routeInputs({ port, domains, path, strip, upstream, trustedProxies }: RouteSpec): Readonly<Record<string, string>> {
  return {
    'http-port': String(port),
    ...(domains.length === 0 ? {} : { domains: domains.join(', ') }),
    ...(path === '/' ? {} : { 'path-prefix': path }),
    ...(strip ? { 'strip-path-prefix': 'true' } : {}),
    ...(upstream === 'http' ? {} : { upstream }),
    ...(trustedProxies.length === 0 ? {} : { 'trusted-proxies': trustedProxies.join(', ') }),
  }
}

/** The address at which a visitor reaches a service, by the first of its names or else by the address of the host. */
export function urlAt(address: string, { port, domains, path }: Place): string {
  const name = domains[0] ?? address
  return `http://${name}${port === 80 ? '' : `:${port}`}${path === '/' ? '' : path}`
}
