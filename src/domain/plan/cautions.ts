import type { Specification } from '../release/spec.ts'

type Guarded = Pick<Specification, 'basic-auth' | 'tls' | 'https-redirect' | 'trusted-proxies' | 'external-proxy'>

/** Legitimate settings that whoever orders the release should know about. */
export function cautionsOf(spec: Guarded): readonly string[] {
  return spec['basic-auth'] !== undefined && isPlain(spec)
    ? [
        'basic-auth: visitors can send passwords over HTTP, where others can read them; set tls with https-redirect, or name the balancer that ends TLS in trusted-proxies',
      ]
    : []
}

/** Whether visitors can use HTTP, as far as this action knows. */
function isPlain(spec: Guarded): boolean {
  if (spec['external-proxy'] || spec['trusted-proxies'].length > 0) return false
  return spec.tls === 'off' || !spec['https-redirect']
}
