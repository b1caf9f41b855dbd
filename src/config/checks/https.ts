import type { Inputs } from '../inputs/inputs.ts'
import type { Problem } from '../step/problem.ts'

/** Rules for names, ports and certificates together. */
export function httpsProblems(inputs: Partial<Inputs>): Problem[] {
  const { tls = 'off', domains = [], 'redirect-domains': redirects = [] } = inputs
  const problems: Problem[] = []
  if (tls !== 'off' && domains.length === 0) {
    problems.push({ input: 'domains', message: `missing; tls: ${tls} needs the names for its certificates` })
  }
  if (redirects.length > 0 && domains.length === 0) {
    problems.push({ input: 'domains', message: 'missing; redirect-domains redirect to the first of them' })
  }
  const both = redirects.filter((name) => domains.includes(name))
  if (both.length > 0) {
    problems.push({ input: 'redirect-domains', message: `${both.join(', ')} is in domains, too; list each name in only one of them` })
  }
  return tls === 'off' ? problems : [...problems, ...portProblems(inputs)]
}

/** The ports of the challenges: RFC 8555, 8.3, and RFC 8737, 3. */
function portProblems({ tls, 'http-port': http, 'https-port': https, 'acme-challenge': challenge }: Partial<Inputs>): Problem[] {
  if (http === https)
    return [{ input: 'https-port', message: `must differ from the http-port ${http}; a port serves either HTTP or HTTPS` }]
  if (https === 80) return [{ input: 'https-port', message: 'must not be 80, which is for HTTP only' }]
  const message = 'must be 443, or http-port 80: an authority checks one of these ports before it issues a certificate'
  return tls === 'acme' && challenge !== 'dns' && http !== 80 && https !== 443 ? [{ input: 'https-port', message }] : []
}
