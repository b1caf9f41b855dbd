import type { Refusal } from '../refusal.ts'

/** A CAA record that counts for a name. */
interface Authorization {
  readonly tag: string
  readonly value: string
}

/**
 * What authorities call themselves in CAA records, by the host of their directory. https://letsencrypt.org/docs/caa/, https://pki.goog/faq/,
 * https://zerossl.com/help/troubleshoot/caa-records/
 */
const IDENTITIES: Readonly<Record<string, string>> = {
  'acme-v02.api.letsencrypt.org': 'letsencrypt.org',
  'acme-staging-v02.api.letsencrypt.org': 'letsencrypt.org',
  'dv.acme-v02.api.pki.goog': 'pki.goog',
  'acme.zerossl.com': 'sectigo.com',
}

/** The name of an authority in CAA records; `undefined` of one that is not known here. `directory`: empty for the default. */
export function identityOf(directory: string): string | undefined {
  if (directory === '') return 'letsencrypt.org'
  return IDENTITIES[new URL(directory).hostname]
}

/** Why an authority would give out no certificate for a name, by the rules of RFC 8659, section 4. */
export function refuseUnauthorized(name: string, records: readonly Authorization[], identity: string): Refusal | undefined {
  const wild = name.startsWith('*.') && records.some(({ tag }) => tag === 'issuewild')
  const allowed = records.filter(({ tag }) => tag === (wild ? 'issuewild' : 'issue')).map(({ value }) => value.split(';')[0]?.trim() ?? '')
  if (allowed.length === 0 || allowed.includes(identity)) return undefined
  const others = allowed.filter((other) => other !== '')
  return {
    reason: `CAA records of ${name} let ${others.length === 0 ? 'no authority' : `only ${others.join(', ')}`} give out certificates, and not ${identity}`,
    hint: `Add the CAA record 0 ${wild ? 'issuewild' : 'issue'} "${identity}" where the others are, or set acme-directory to an authority that they allow.`,
  }
}
