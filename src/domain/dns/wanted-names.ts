import { hasSameProxyPart } from '../release/fingerprint.ts'
import type { ReleaseRecord } from '../release/record.ts'
import { isVisited } from '../release/route.ts'
import type { Specification } from '../release/spec.ts'

/** The names that need records for a release, and whether something may be in front of its hosts. */
export function namesOf(spec: Pick<Specification, 'domains' | 'redirect-domains' | 'trusted-proxies'>): {
  readonly names: readonly string[]
  readonly proxied: boolean
} {
  return { names: [...spec.domains, ...spec['redirect-domains']], proxied: spec['trusted-proxies'].length > 0 }
}

/** Whether the recorded release already serves these names in the same way. */
export function isServedAlike(record: ReleaseRecord | undefined, spec: Specification): boolean {
  return record !== undefined && isVisited(record.route) && record.route.tls === spec.tls && hasSameProxyPart(record, spec)
}

/** The names that need a certificate from an authority, unless a valid one exists. */
export function namesToCertify(spec: Specification, record: ReleaseRecord | undefined): readonly string[] {
  return spec.tls !== 'acme' || isServedAlike(record, spec) ? [] : namesOf(spec).names
}

/** The names whose control a host proves with records in Route 53. */
export function namesProvenByDns(spec: Specification): readonly string[] {
  return spec.tls === 'acme' && spec['acme-challenge'] === 'dns' ? namesOf(spec).names : []
}
