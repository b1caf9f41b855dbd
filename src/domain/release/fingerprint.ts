import { createHash } from 'node:crypto'
import * as v from 'valibot'
import { Invalid } from '../field/field.ts'
import { identityOf, isUsual, namedSettings, proxyPartOf, settings, SPEC } from './spec.ts'
import type { NamedSetting, Specification } from './spec.ts'
import { line, mapOf } from '../untrusted.ts'
import type { Frozen } from '../untrusted.ts'

/**
 * What a record keeps of a release's specification, so that a later plan can show what changes: names, and for each value eight digits of a hash
 * that is salted with the release's name. They are too few to find the value, and differ between releases.
 */
export const FINGERPRINT = v.object({
  /** Hash of the whole specification. */
  whole: line,
  /** Hash of the proxy's settings. */
  proxy: line,
  /**
   * By setting with names; under `inputs` the other settings without their defaults, in full if they may be shown. Left out if the record would be
   * too large.
   */
  parts: v.exactOptional(mapOf(mapOf(v.string()))),
})

export type Fingerprint = Frozen<typeof FINGERPRINT>

type FingerprintParts = { readonly [K in NamedSetting | 'inputs']: Texts }

type Texts = Readonly<Record<string, string>>

/** `salt`: the name of the recorded release. */
export function fingerprintOf(spec: Specification, salt: string): Fingerprint & { readonly parts: FingerprintParts } {
  const named = namedSettings().map((name) => [name, hashed(spec[name], [salt, name])] as const)
  return {
    whole: hash(salt, 'whole', '', JSON.stringify(identityOf(spec))),
    proxy: hash(salt, 'proxy', '', JSON.stringify(proxyPartOf(spec))),
    parts: { ...(Object.fromEntries(named) as { [K in NamedSetting]: Texts }), inputs: inputsOf(spec, salt) },
  }
}

/** Settings that are no part of the identity belong to a run, so the record leaves them out, except those that the proxy keeps. */
function inputsOf(spec: Specification, salt: string): Texts {
  const kept = settings().filter(([, { identity, acts }]) => identity || acts === 'proxy')
  const told = kept.filter(([name, setting]) => setting.told !== 'names' && !isUsual(setting, spec[name]))
  const texts = told.map(([name, { told: how, spell }]) => {
    const text = spell(spec[name] as {})
    return [name, how === 'value' ? text : hash(salt, 'input', name, text)] as const
  })
  return Object.fromEntries(texts)
}

function hashed(values: Texts, [salt, kind]: readonly [string, string]): Texts {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, hash(salt, kind, name, value)]))
}

function hash(...parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 8)
}

/** How many seconds the recorded live release may take to stop, by its record; 0 if another version wrote it in a way that this one cannot read. */
export function recordedGrace(record: Pick<Recorded, 'fingerprint'> | undefined): number {
  const name = 'stop-grace-period'
  try {
    return SPEC[name].parse(record?.fingerprint?.parts?.['inputs']?.[name] ?? usual(name))
  } catch (error) {
    if (error instanceof Invalid) return 0
    throw error
  }
}

/** Whether the recorded release has the wanted settings of the proxy. Without a recorded fingerprint, the answer is yes. */
export function hasSameProxyPart({ release, fingerprint }: Recorded, wanted: Specification): boolean {
  return fingerprint === undefined || fingerprint.proxy === fingerprintOf(wanted, release).proxy
}

export type ConfigurationChange =
  /** The live release was recorded without its configuration. */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'unchanged' }
  /** The record had no room for details. */
  | { readonly kind: 'changed' }
  | NamedChanges

type NamedChanges = { readonly kind: 'named'; readonly inputs: readonly InputChange[] } & {
  readonly [K in NamedSetting]: NameChanges
}

/** Only names, sorted. */
export interface NameChanges {
  readonly added: readonly string[]
  readonly removed: readonly string[]
  readonly changed: readonly string[]
}

/** `before` and `after` exist if they may be shown; empty means "not given". */
export interface InputChange {
  readonly name: string
  readonly before?: string
  readonly after?: string
}

/** The parts of a record that matter here. */
interface Recorded {
  readonly release: string
  readonly fingerprint?: Fingerprint
}

/** What a release would change in the recorded configuration; without a record, everything is new. */
export function compareFingerprint(record: Recorded | undefined, wanted: Specification): ConfigurationChange {
  const { whole, proxy, parts } = fingerprintOf(wanted, record?.release ?? '')
  if (record === undefined) return changesOf(undefined, parts)
  const { fingerprint } = record
  if (fingerprint === undefined) return { kind: 'unknown' }
  if (fingerprint.whole === whole && fingerprint.proxy === proxy) return { kind: 'unchanged' }
  return fingerprint.parts === undefined ? { kind: 'changed' } : changesOf(fingerprint.parts, parts)
}

/** A part that another version left out counts as empty. */
function changesOf(before: Partial<FingerprintParts> = {}, after: FingerprintParts): NamedChanges {
  const named = namedSettings().map((name) => [name, nameChanges(before[name], after[name])] as const)
  const { added, removed, changed } = nameChanges(before.inputs, after.inputs)
  const inputs = [...added, ...removed, ...changed].map((name) => inputChange(name, before.inputs?.[name], after.inputs[name]))
  return { kind: 'named', ...(Object.fromEntries(named) as { [K in NamedSetting]: NameChanges }), inputs }
}

/** For a setting that this version does not know, shows only that it changed. */
function inputChange(name: string, before: string | undefined, after: string | undefined): InputChange {
  const isTold = settings().some(([known, { told }]) => known === name && told === 'value')
  return isTold ? { name, before: before ?? usual(name), after: after ?? usual(name) } : { name }
}

/** The value of an unrecorded input: its default, or "not given". */
function usual(input: string): string {
  return settings().find(([name]) => name === input)?.[1].default ?? ''
}

/** With Maps: a variable can be called `constructor`. */
function nameChanges(before: Texts = {}, after: Texts): NameChanges {
  const [old, next] = [new Map(Object.entries(before)), new Map(Object.entries(after))]
  const names = (of: ReadonlyMap<string, string>, keep: (name: string) => boolean): string[] => [...of.keys()].filter(keep).toSorted()
  return {
    added: names(next, (name) => !old.has(name)),
    removed: names(old, (name) => !next.has(name)),
    changed: names(next, (name) => old.has(name) && old.get(name) !== next.get(name)),
  }
}
