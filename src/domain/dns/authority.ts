import type { Refusal } from '../refusal.ts'

/** A CAA record: RFC 8659, section 4. */
export interface CaaRecord {
  /** Such as `issue`. */
  readonly tag: string
  /** Such as `letsencrypt.org`, with parameters after a semicolon. */
  readonly value: string
}

/**
 * The issuer domain names of authorities in CAA records, by the host name of the authority's directory. https://letsencrypt.org/docs/caa/,
 * https://pki.goog/faq/, https://zerossl.com/help/troubleshoot/caa-records/
 */
const ISSUERS: Readonly<Record<string, string>> = {
  'acme-v02.api.letsencrypt.org': 'letsencrypt.org',
  'acme-staging-v02.api.letsencrypt.org': 'letsencrypt.org',
  'dv.acme-v02.api.pki.goog': 'pki.goog',
  'acme.zerossl.com': 'sectigo.com',
}

/** The issuer domain name of an authority; `undefined` if it is unknown here. `directory`: empty for the default. */
export function issuerOf(directory: string): string | undefined {
  if (directory === '') return 'letsencrypt.org'
  return ISSUERS[new URL(directory).hostname]
}

/** Why CAA records forbid an authority to issue a certificate for a name: RFC 8659, section 4. `issuer`: its issuer domain name. */
export function refuseUnauthorized(name: string, records: readonly CaaRecord[], issuer: string): Refusal | undefined {
  const wild = name.startsWith('*.') && records.some(({ tag }) => tag === 'issuewild')
  const allowed = records.filter(({ tag }) => tag === (wild ? 'issuewild' : 'issue')).map(({ value }) => value.split(';')[0]?.trim() ?? '')
  if (allowed.length === 0 || allowed.includes(issuer)) return undefined
  const others = allowed.filter((other) => other !== '')
  return {
    reason: `CAA records of ${name} let ${others.length === 0 ? 'no authority' : `only ${others.join(', ')}`} issue certificates, but not ${issuer}`,
    hint: `Add the CAA record 0 ${wild ? 'issuewild' : 'issue'} "${issuer}" next to the others, or set acme-directory to an authority that they allow.`,
  }
}
