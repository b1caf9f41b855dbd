import { FACTS } from '../step/facts.ts'
import type { Inputs } from '../inputs/inputs.ts'
import type { Problem } from '../step/problem.ts'

const WILDCARD = 'docs/guides/serve/wildcard.md'

/** Domains and certificate settings that cannot work together. */
export function certificateProblems(inputs: Partial<Inputs>, region: string): Problem[] {
  const { domains = [] } = inputs
  const problems: Problem[] = []
  if (domains[0]?.startsWith('*') === true) {
    problems.push({
      input: 'domains',
      message: `must not begin with ${domains[0]}; start with the name under which the service is shown and checked`,
    })
  }
  if (inputs.tls !== undefined && inputs.tls !== 'off') problems.push(...addressProblems(inputs))
  if (inputs.tls === 'acme') problems.push(...(inputs['acme-challenge'] === 'dns' ? byDns(inputs, region) : byHttp(inputs)))
  return problems
}

/** A browser sends no server name when it connects to an address: RFC 6066, 3. No DNS name ends in a number: RFC 3696, 2. */
function addressProblems(inputs: Partial<Inputs>): Problem[] {
  return (['domains', 'redirect-domains'] as const).flatMap((input) => {
    const addresses = (inputs[input] ?? []).filter((name) => /(^|\.)\d+$/.test(name))
    return addresses.map((name) => ({ input, message: `got ${name}; HTTPS needs a name such as shop.example.com` }))
  })
}

/** For a wildcard, an authority requires proof of control over the whole zone: https://letsencrypt.org/docs/challenge-types/ */
function byHttp({ domains = [], instances = 1 }: Partial<Inputs>): Problem[] {
  const problems: Problem[] = []
  const wildcards = domains.filter((name) => name.startsWith('*'))
  if (wildcards.length > 0) {
    problems.push({
      input: 'acme-challenge',
      message: `must be dns for ${wildcards.join(', ')}, because no authority proves a wildcard over HTTP (${WILDCARD}); or set tls to your own certificate`,
    })
  }
  if (instances > 1) {
    problems.push({
      input: 'acme-challenge',
      message: `must be dns with ${instances} instances, because the authority could ask any of them (${WILDCARD}); or set tls to your own certificate`,
    })
  }
  return problems
}

function byDns(inputs: Partial<Inputs>, region: string): Problem[] {
  const problems: Problem[] = []
  if (inputs['proxy-image'] === FACTS['proxy-image'].default) {
    problems.push({
      input: 'proxy-image',
      message: `missing; acme-challenge: dns needs a Caddy with the module dns.providers.route53, which the standard image lacks (${WILDCARD} has a Dockerfile for it)`,
    })
  }
  if (/^(cn|us-gov|us-iso|eu-iso|eusc)/.test(region)) {
    problems.push({ input: 'acme-challenge', message: `dns is not available in ${region}; set tls to your own certificate` })
  }
  return problems
}
