import { parameterPath } from '../service.ts'
import type { Service } from '../service.ts'
import { namedSettings, settings, specificationOf } from './spec.ts'
import type { NamedSetting, Specification } from './spec.ts'
import type { Carried } from './settings/setting.ts'

export interface CarriedOver {
  readonly spec: Specification
  /** Names of the variables that differ from `from`. */
  readonly differs: readonly string[]
}

/** A release to promote to another environment. */
export interface Journey {
  readonly from: Service
  readonly to: Service
  /** The run's inputs for its own environment. */
  readonly given: Specification
}

/**
 * A specification for its new environment, setting by setting by the rule in its row. References to secrets below the service's own path move to
 * that of the new environment, the only one that its host can read. A variable given as `env` replaces one in `secrets`, and the reverse.
 */
export function carryOver(spec: Specification, { from, to, given }: Journey): CarriedOver {
  const moved = { ...spec, secrets: mapValues(spec.secrets, (source) => move(source, from, to)) }
  const free = { ...moved, ...Object.fromEntries(namedSettings().map((name) => [name, without(moved[name], elsewhere(name, given))])) }
  const carried = settings().map(([name, setting]) => [name, CARRY[setting.carried](free[name], given[name])] as const)
  const after = specificationOf(Object.fromEntries(carried))
  return { spec: after, differs: differing(spec, after) }
}

const CARRY = {
  release: (own) => own,
  environment: (_, given) => given,
  either: (own, given) => own === true || given === true,
  'by-name': (own, given) => ({ ...(own as object), ...(given as object) }),
} as const satisfies Record<Carried, (own: unknown, given: unknown) => unknown>

/** Names that the other of the two settings gives. */
function elsewhere(setting: NamedSetting, given: Specification): readonly string[] {
  return namedSettings()
    .filter((name) => name !== setting)
    .flatMap((name) => Object.keys(given[name]))
}

function without(map: Readonly<Record<string, string>>, names: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(map).filter(([name]) => !names.includes(name)))
}

function mapValues(map: Readonly<Record<string, string>>, change: (value: string) => string): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(map).map(([name, value]) => [name, change(value)]))
}

function move(source: string, from: Service, to: Service): string {
  const [old, own] = [`${parameterPath(from)}/`, `${parameterPath(to)}/`]
  if (source.startsWith(`ssm:${old}`)) return `ssm:${own}${source.slice(`ssm:${old}`.length)}`
  const name = `secretsmanager:${old.slice(1)}`
  return source.startsWith(name) ? `secretsmanager:${own.slice(1)}${source.slice(name.length)}` : source
}

function differing(before: Specification, after: Specification): readonly string[] {
  const [old, next] = [variables(before), variables(after)]
  return [...next].flatMap(([name, value]) => (old.get(name) === value ? [] : [name])).toSorted()
}

/** A value and a reference to a secret always differ, even with the same text. */
function variables(spec: Specification): ReadonlyMap<string, string> {
  return new Map(namedSettings().flatMap((kind) => Object.entries(spec[kind]).map(([name, value]) => [name, `${kind} ${value}`] as const)))
}
