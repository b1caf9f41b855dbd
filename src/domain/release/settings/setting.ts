import type { Command } from '../../command.ts'
import type { Field } from '../../field/field.ts'

/** Part of a JSON document. */
export type Json = Readonly<Record<string, unknown>>

/** One setting of a release: the input of the same name, and everything that other code must know about it. */
export interface Setting<T> extends Field<T>, Row<T> {
  /** In records and plans: `value` shows it, `names` shows the names of its entries, `change` shows only that it changed. */
  readonly told: 'value' | 'names' | 'change'
  /** Words for a value that is shown. */
  spell(this: void, value: T & {}): string
}

/** The properties of a setting other than its field. */
interface Row<T> {
  /** A new value makes a new release, and so a new container. Other settings belong to the run. */
  readonly identity: boolean
  /** What uses the value. */
  readonly acts: 'container' | 'health-check' | 'proxy' | 'history'
  readonly carried: Carried
  /** Its part of Docker's options; a setting without one has its own code in host/. */
  docker?(this: void, value: T & {}): Json
}

/**
 * What a promotion uses: the value of the `release`, or of the `environment` it goes to; `either` of two flags; or both maps merged,
 * with priority for the environment's entries (`by-name`).
 */
export type Carried = 'release' | 'environment' | 'either' | 'by-name'

/** Defaults are left out. */
export type Usual<T> = Pick<Row<T>, 'acts'> &
  Partial<Row<T>> & {
    /** Further commands that use the input. */
    readonly alsoFor?: readonly Command[]
  }

/** A setting whose value everybody with access to a plan, or to the record in Parameter Store, may see. */
export function shown<T>(
  field: Field<T>,
  usual: Usual<T> & { spell?(this: void, value: T & {}): string },
): Setting<T> & { readonly told: 'value' } {
  return { ...setting(field, usual), spell: usual.spell ?? spelled, told: 'value' }
}

/** A map with confidential values; only the names are shown. */
export function named<T>(field: Field<T>, usual: Usual<T>): Setting<T> & { readonly told: 'names' } {
  return { ...setting(field, usual), spell: spelled, told: 'names' }
}

/** A setting whose value can be confidential, such as a path or an argument. */
export function hidden<T>(field: Field<T>, usual: Usual<T>): Setting<T> & { readonly told: 'change' } {
  return { ...setting(field, usual), spell: spelled, told: 'change' }
}

/** What the proxy uses is for visitors. */
function setting<T>(field: Field<T>, { alsoFor = [], ...usual }: Usual<T>): Field<T> & Row<T> {
  const kind = usual.acts === 'proxy' ? 'web' : field.kind
  const { identity = true, carried = 'release' } = usual
  const commands = [...field.commands, ...(carried === 'release' ? [] : (['promote'] as const)), ...alsoFor]
  return { ...field, ...usual, ...(kind && { kind }), commands, identity, carried, effect: identity ? 'release' : 'run' }
}

function spelled(value: unknown): string {
  if (Array.isArray(value)) return value.join(', ')
  return typeof value === 'string' ? value : JSON.stringify(value)
}
