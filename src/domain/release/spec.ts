import { boolean } from '../field/fields.ts'
import { sortedEntries } from '../field/sorted.ts'
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

/** A release is its image and these settings, one row each. All other code derives its knowledge of a setting from the row. */
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
/** The values of a release: times in seconds, sizes in bytes, missing ones `undefined`. Can be written as JSON. */
export type Specification = { readonly [K in SettingName]: ReturnType<(typeof SPEC)[K]['parse']> }
/** Settings whose entries' names are shown. */
export type NamedSetting = { readonly [K in SettingName]: (typeof SPEC)[K]['told'] extends 'names' ? K : never }[SettingName]

/** For code that treats all settings alike: a row accepts what its parser returns. */
type AnySetting = Setting<unknown>

const SETTING_NAMES = Object.keys(SPEC) as readonly SettingName[]

/** Every row with its name. A function, because it makes all rows, which a run otherwise makes when it first needs them: scripts/bundle/lazy-rows.ts. */
export function settings(): readonly (readonly [SettingName, AnySetting])[] {
  return Object.entries(SPEC) as unknown as readonly (readonly [SettingName, AnySetting])[]
}

/** The names of the settings whose entries have names. */
export function namedSettings(): readonly NamedSetting[] {
  return settings().flatMap(([name, { told }]) => (told === 'names' ? [name as NamedSetting] : []))
}

/** Whether it is the specification of a worker, which has no port and so no visitors. */
export function isWorker({ port }: Pick<Specification, 'port'>): boolean {
  return port === 'none'
}

/**
 * The specification from all inputs, or from a document, with defaults for missing settings, and for those that only the other kind of service uses:
 * steps share a configuration file.
 */
export function specificationOf(values: Readonly<Partial<Record<SettingName, unknown>>>): Specification {
  const others = values['port'] === 'none' ? 'web' : 'worker'
  const isUsed = (name: SettingName): boolean => Object.hasOwn(values, name) && SPEC[name].kind !== others
  const entries = SETTING_NAMES.map((name) => [name, isUsed(name) ? values[name] : usualOf(SPEC[name])] as const)
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined)) as Specification
}

/** Docker's options for a container of the release, by setting. Options that only the host knows are not included. */
export function dockerParts(spec: Specification): Readonly<Partial<Record<SettingName, Json>>> {
  return valuesOf(({ docker }, name) => (spec[name] === undefined ? undefined : docker?.(spec[name])))
}

/** What distinguishes one release from another, independent of the order of settings. */
export function identityOf(spec: Specification): readonly unknown[] {
  return partOf(spec, ({ identity }) => identity)
}

/** What the proxy gets. */
export function proxyPartOf(spec: Specification): readonly unknown[] {
  return partOf(spec, ({ acts }) => acts === 'proxy')
}

/** An entry for each chosen setting with a value, by name. */
function partOf(spec: Specification, chosen: (setting: AnySetting) => boolean): readonly unknown[] {
  const part = valuesOf((setting, name) => (chosen(setting) ? spec[name] : undefined))
  return canonical(part) as readonly unknown[]
}

/** Whether a setting has its default value. */
export function isUsual(setting: AnySetting, value: unknown): boolean {
  return JSON.stringify(canonical(value)) === JSON.stringify(canonical(usualOf(setting)))
}

function usualOf({ default: standard = '', parse }: Pick<AnySetting, 'default' | 'parse'>): unknown {
  return parse(standard)
}

/** The settings with another value than the default that only a service with visitors uses. */
export function unusedByWorker(spec: Specification): readonly SettingName[] {
  return settings().flatMap(([name, setting]) => (setting.kind === 'web' && !isUsual(setting, spec[name]) ? [name] : []))
}

/** Whether this version of the action knows all of these names. */
export function areSettings(names: readonly string[]): boolean {
  return names.every((name) => Object.hasOwn(SPEC, name))
}

function valuesOf<T>(make: (setting: AnySetting, name: SettingName) => T): Readonly<Partial<Record<SettingName, T & {}>>> {
  const entries = settings().map(([name, setting]) => [name, make(setting, name)] as const)
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined))
}

/** A map as entries sorted by name. The order of a list counts. */
function canonical(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return sortedEntries(value as Readonly<Record<string, unknown>>).map(([name, inner]) => [name, canonical(inner)])
}
