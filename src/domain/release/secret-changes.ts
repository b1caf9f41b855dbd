import type { ReleaseRecord } from './record.ts'
import { ownCertificate } from './route.ts'
import type { Specification } from './spec.ts'

type Sources = Pick<Specification, 'secrets'> & Partial<Pick<Specification, 'tls' | 'acme-account' | 'basic-auth'>>

/** The current version of a secret, or why it is unknown. */
export type CurrentVersion = { readonly version: string } | { readonly unknown: string }

/** The live release's secrets compared with their current versions. Names of variables, sorted. */
export interface SecretChanges {
  /** They have a newer version than the release. */
  readonly changed: readonly string[]
  readonly unknown: readonly { readonly name: string; readonly reason: string }[]
}

export const NO_SECRET_CHANGES: SecretChanges = { changed: [], unknown: [] }

/** References whose versions are worth looking up: those of variables that the live release has, too. */
export function comparedSecrets(spec: Sources, record: Pick<ReleaseRecord, 'secrets'> | undefined): ReadonlyMap<string, string> {
  const deployed = new Map(Object.entries(record?.secrets ?? {}))
  return new Map(sourcesOf(spec).filter(([name]) => deployed.has(name)))
}

/** The references of all secrets that a host reads: by variable; for the proxy's secrets, by a name that no variable has. */
function sourcesOf({ secrets, tls = '', 'acme-account': account, 'basic-auth': door }: Sources): readonly (readonly [string, string])[] {
  const ofProxy = { 'tls (input)': ownCertificate(tls), 'acme-account (input)': account, 'basic-auth (input)': door }
  return [...Object.entries(secrets), ...Object.entries(ofProxy)].flatMap(([name, source]) => (source ? [[name, source] as const] : []))
}

/** `current`: by reference, such as `ssm:/path`. */
export function compareSecrets(
  spec: Sources,
  record: Pick<ReleaseRecord, 'secrets'> | undefined,
  current: ReadonlyMap<string, CurrentVersion>,
): SecretChanges {
  const deployed = new Map(Object.entries(record?.secrets ?? {}))
  const all = [...comparedSecrets(spec, record)].toSorted(([a], [b]) => (a < b ? -1 : 1))
  const seen = all.map(([name, source]) => ({ name, now: current.get(source) ?? { unknown: 'AWS did not say' } }))
  return {
    changed: seen.flatMap(({ name, now }) => ('version' in now && now.version !== deployed.get(name) ? [name] : [])),
    unknown: seen.flatMap(({ name, now }) => ('unknown' in now ? [{ name, reason: now.unknown }] : [])),
  }
}
