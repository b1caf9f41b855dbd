import type { Specification } from '../release/spec.ts'

/** The names whose records a release needs, and whether something may stand before its hosts. */
export function namesOf(spec: Pick<Specification, 'domains' | 'redirect-domains' | 'trusted-proxies'>): {
  readonly names: readonly string[]
  readonly proxied: boolean
} {
  return { names: [...spec.domains, ...spec['redirect-domains']], proxied: spec['trusted-proxies'].length > 0 }
}
