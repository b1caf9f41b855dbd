import { createHash } from 'node:crypto'
import * as v from 'valibot'
import { Invalid } from '../field/field.ts'
import { identityOf, isUsual, NAMED, proxyPartOf, SETTINGS, SPEC } from './spec.ts'
import type { NamedSetting, Specification } from './spec.ts'
import { line, mapOf } from '../untrusted.ts'
import type { Frozen } from '../untrusted.ts'

/**
 * What a record remembers of a release's specification, so that a later plan can tell what changes: names, and for each value eight digits of a hash
 * that is salted with the release's name. Too few to find a value by, and another release has others for the same one.
 */
export const FINGERPRINT = v.object({
  /** Stands for the specification as a whole. */
  whole: line,
  /** Stands for what the proxy is told of the service. */
  proxy: line,
  /** By named setting, and under `inputs` those that are not as usual, as they are where they may be told. Left out where the record would grow too large. */
  parts: v.exactOptional(mapOf(mapOf(v.string()))),
})

export type Fingerprint = Frozen<typeof FINGERPRINT>

type FingerprintParts = { readonly [K in NamedSetting | 'inputs']: Texts }

type Texts = Readonly<Record<string, string>>

/** `salt`: the name of the release whose record keeps them, or is compared with. */
export function fingerprintOf(spec: Specification, salt: string): Fingerprint & { readonly parts: FingerprintParts } {
  const named = NAMED.map((name) => [name, hashed(spec[name], [salt, name])] as const)
  return {
    whole: hash(salt, 'whole', '', JSON.stringify(identityOf(spec))),
    proxy: hash(salt, 'proxy', '', JSON.stringify(proxyPartOf(spec))),
    parts: { ...(Object.fromEntries(named) as { [K in NamedSetting]: Texts }), inputs: inputsOf(spec, salt) },
  }
}

/** Settings that are no identity are of a run, which is no part of what is there, unless the proxy keeps them. */
function inputsOf(spec: Specification, salt: string): Texts {
  const kept = SETTINGS.filter(([, { identity, acts }]) => identity || acts === 'proxy')
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

/** Seconds that what is recorded as live may take to stop, as far as its record tells; 0 where another version wrote what this one does not read. */
export function recordedGrace(record: Pick<Recorded, 'fingerprint'> | undefined): number {
  const name = 'stop-grace-period'
  try {
    return SPEC[name].parse(record?.fingerprint?.parts?.['inputs']?.[name] ?? usual(name))
  } catch (error) {
    if (error instanceof Invalid) return 0
    throw error
  }
}

/** Whether what is recorded has the wanted settings of the proxy; a record without a fingerprint cannot tell, and counts as such. */
export function hasSameProxyPart({ release, fingerprint }: Recorded, wanted: Specification): boolean {
  return fingerprint === undefined || fingerprint.proxy === fingerprintOf(wanted, release).proxy
}

export type ConfigurationChange =
  /** What serves was recorded without its configuration. */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'unchanged' }
  /** The record had no room to tell what. */
  | { readonly kind: 'changed' }
  | NamedChanges

type NamedChanges = { readonly kind: 'named'; readonly inputs: readonly InputChange[] } & {
  readonly [K in NamedSetting]: NameChanges
}

/** Names alone, sorted. */
export interface NameChanges {
  readonly added: readonly string[]
  readonly removed: readonly string[]
  readonly changed: readonly string[]
}

/** `before` and `after` are there where they may be shown; empty is "not given". */
export interface InputChange {
  readonly name: string
  readonly before?: string
  readonly after?: string
}

/** What a record tells of a release that matters here. */
interface Recorded {
  readonly release: string
  readonly fingerprint?: Fingerprint
}

/** What a release would change in the configuration of the one that is recorded; without a record, everything is new. */
export function compareFingerprint(record: Recorded | undefined, wanted: Specification): ConfigurationChange {
  const { whole, proxy, parts } = fingerprintOf(wanted, record?.release ?? '')
  if (record === undefined) return changesOf(undefined, parts)
  const { fingerprint } = record
  if (fingerprint === undefined) return { kind: 'unknown' }
  if (fingerprint.whole === whole && fingerprint.proxy === proxy) return { kind: 'unchanged' }
  return fingerprint.parts === undefined ? { kind: 'changed' } : changesOf(fingerprint.parts, parts)
}

/** A part that another version left out is as empty. */
function changesOf(before: Partial<FingerprintParts> = {}, after: FingerprintParts): NamedChanges {
  const named = NAMED.map((name) => [name, nameChanges(before[name], after[name])] as const)
  const { added, removed, changed } = nameChanges(before.inputs, after.inputs)
  const inputs = [...added, ...removed, ...changed].map((name) => inputChange(name, before.inputs?.[name], after.inputs[name]))
  return { kind: 'named', ...(Object.fromEntries(named) as { [K in NamedSetting]: NameChanges }), inputs }
}

/** Of a setting that this version does not know, only that it changed. */
function inputChange(name: string, before: string | undefined, after: string | undefined): InputChange {
  const isTold = SETTINGS.some(([known, { told }]) => known === name && told === 'value')
  return isTold ? { name, before: before ?? usual(name), after: after ?? usual(name) } : { name }
}

/** What an input is that is not recorded: its default, or not given. */
function usual(input: string): string {
  return SETTINGS.find(([name]) => name === input)?.[1].default ?? ''
}

/** By way of maps: a variable may be called `constructor`. */
function nameChanges(before: Texts = {}, after: Texts): NameChanges {
  const [old, next] = [new Map(Object.entries(before)), new Map(Object.entries(after))]
  const names = (of: ReadonlyMap<string, string>, keep: (name: string) => boolean): string[] => [...of.keys()].filter(keep).toSorted()
  return {
    added: names(next, (name) => !old.has(name)),
    removed: names(old, (name) => !next.has(name)),
    changed: names(next, (name) => old.has(name) && old.get(name) !== next.get(name)),
  }
}
