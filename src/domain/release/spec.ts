import { boolean } from '../field/fields.ts'
import { sortedEntries } from '../sorted.ts'
import { ASSETS } from './settings/assets.ts'
import { CONTAINER } from './settings/container.ts'
import { DOORS } from './settings/doors.ts'
import { HEALTH } from './settings/health.ts'
import { MACHINE_OPTIONS } from './settings/machine-options.ts'
import { PROCESS_OPTIONS } from './settings/process-options.ts'
import { shown } from './settings/setting.ts'
import type { Json, Setting } from './settings/setting.ts'
import { TLS } from './settings/tls.ts'
import { TRAFFIC } from './settings/traffic.ts'

/** Beside its image, all that a release is: a row a setting. Everything else that knows a setting derives it from its row. */
export const SPEC = {
  migration: shown(
    boolean({
      default: 'false',
      group: 'What to do',
      ofRun: true,
      description: 'Mark this release as one that changes data in a way that older releases may not understand. A rollback past it warns.',
    }),
    { acts: 'history', identity: false, carried: 'either' },
  ),
  ...CONTAINER,
  ...PROCESS_OPTIONS,
  ...MACHINE_OPTIONS,
  ...HEALTH,
  ...TRAFFIC,
  ...ASSETS,
  ...DOORS,
  ...TLS,
}

export type SettingName = keyof typeof SPEC
/** The values of a release: times in seconds, sizes in bytes, those that are not given `undefined`. It is JSON. */
export type Specification = { readonly [K in SettingName]: ReturnType<(typeof SPEC)[K]['parse']> }
/** Settings of which the names of their entries are told. */
export type NamedSetting = { readonly [K in SettingName]: (typeof SPEC)[K]['told'] extends 'names' ? K : never }[SettingName]

/** For whoever treats all settings alike: what a row takes is what its parser gives. */
type AnySetting = Setting<unknown>

export const SETTINGS = Object.entries(SPEC) as unknown as readonly (readonly [SettingName, AnySetting])[]
export const NAMED = SETTINGS.filter(([, { told }]) => told === 'names').map(([name]) => name) as readonly NamedSetting[]

/** The specification out of all inputs, or a document's with what it does not tell as it is by default. */
export function specificationOf(values: Readonly<Partial<Record<SettingName, unknown>>>): Specification {
  return valuesOf(({ default: standard = '', parse }, name) => values[name] ?? parse(standard)) as Specification
}

/** What a container of the release is made of, by setting, in Docker's words. What only the host can say of one is not in it. */
export function dockerParts(spec: Specification): Readonly<Partial<Record<SettingName, Json>>> {
  return valuesOf(({ docker }, name) => (spec[name] === undefined ? undefined : docker?.(spec[name])))
}

/** What makes one release another, in whatever order it was written. */
export function identityOf(spec: Specification): readonly unknown[] {
  return partOf(spec, ({ identity }) => identity)
}

/** What the proxy is told. */
export function proxyPartOf(spec: Specification): readonly unknown[] {
  return partOf(spec, ({ acts }) => acts === 'proxy')
}

/** An entry for each setting that is chosen and has a value, by the names. */
function partOf(spec: Specification, chosen: (setting: AnySetting) => boolean): readonly unknown[] {
  const part = valuesOf((setting, name) => (chosen(setting) ? spec[name] : undefined))
  return canonical(part) as readonly unknown[]
}

/** Whether a setting is as it is where nobody gives it. */
export function isUsual({ default: standard = '', parse }: AnySetting, value: unknown): boolean {
  return JSON.stringify(canonical(value)) === JSON.stringify(canonical(parse(standard)))
}

/** Whether this version of the action knows all of them by name. */
export function areSettings(names: readonly string[]): boolean {
  return names.every((name) => Object.hasOwn(SPEC, name))
}

function valuesOf<T>(make: (setting: AnySetting, name: SettingName) => T): Readonly<Partial<Record<SettingName, T & {}>>> {
  const entries = SETTINGS.map(([name, setting]) => [name, make(setting, name)] as const)
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined))
}

/** A map as its entries in the order of their names. The order of a list counts. */
function canonical(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return sortedEntries(value as Readonly<Record<string, unknown>>).map(([name, inner]) => [name, canonical(inner)])
}
