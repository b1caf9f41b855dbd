import type { Specification } from './spec.ts'

/** Where a service answers, whatever it does there. */
export type Place = Pick<Specification, 'http-port' | 'domains' | 'path-prefix'>

export function placeOf(spec: Place): Place {
  return { 'http-port': spec['http-port'], domains: spec.domains, 'path-prefix': spec['path-prefix'] }
}

/** The address at which a visitor reaches a service, by the first of its names or else by the address of the host. */
export function urlAt(address: string, { 'http-port': port, domains, 'path-prefix': path }: Place): string {
  const name = domains[0] ?? address
  return `http://${name}${port === 80 ? '' : `:${port}`}${path === '/' ? '' : path}`
}
