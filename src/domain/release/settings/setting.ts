import type { Command } from '../../command.ts'
import type { Field } from '../../field/field.ts'

/** Part of a JSON document. */
export type Json = Readonly<Record<string, unknown>>

/** One thing that is said of a release: the input of its name, and all that anything else must know of it. */
export interface Setting<T> extends Field<T>, Row<T> {
  /** In a record and a plan: `value` shows it, `names` shows the names of its entries, `change` only that it changed. */
  readonly told: 'value' | 'names' | 'change'
  /** Words for a value that is told. */
  spell(this: void, value: T & {}): string
}

/** What a setting is beside its field. */
interface Row<T> {
  /** Another value is another release, and so another container. Of the others, a run uses what it is given. */
  readonly identity: boolean
  /** What a value goes to. */
  readonly acts: 'container' | 'health-check' | 'proxy' | 'history'
  readonly carried: Carried
  /** Its part of what Docker is told of the container; a setting without one has code of its own in host/. */
  docker?(this: void, value: T & {}): Json
}

/**
 * What a promotion takes: the value of the `release`, or that of the `environment` it goes to; `either` of two flags; of two maps the entries of both,
 * where the environment's win (`by-name`).
 */
export type Carried = 'release' | 'environment' | 'either' | 'by-name'

/** What is as usual is left out. */
export type Usual<T> = Pick<Row<T>, 'acts'> &
  Partial<Row<T>> & {
    /** Commands that the input has a meaning for, too. */
    readonly alsoFor?: readonly Command[]
  }

/** A setting whose value everybody may see who can read a plan, or the record in Parameter Store. */
export function shown<T>(
  field: Field<T>,
  usual: Usual<T> & { spell?(this: void, value: T & {}): string },
): Setting<T> & { readonly told: 'value' } {
  return { ...setting(field, usual), spell: usual.spell ?? spelled, told: 'value' }
}

/** A map with confidential values, of which the names are told. */
export function named<T>(field: Field<T>, usual: Usual<T>): Setting<T> & { readonly told: 'names' } {
  return { ...setting(field, usual), spell: spelled, told: 'names' }
}

/** A setting whose value may hold something confidential, as a path or an argument may. */
export function hidden<T>(field: Field<T>, usual: Usual<T>): Setting<T> & { readonly told: 'change' } {
  return { ...setting(field, usual), spell: spelled, told: 'change' }
}

function setting<T>(field: Field<T>, { alsoFor = [], ...usual }: Usual<T>): Field<T> & Row<T> {
  const { identity = true, carried = 'release' } = usual
  const commands = [...field.commands, ...(carried === 'release' ? [] : (['promote'] as const)), ...alsoFor]
  return { ...field, ...usual, commands, identity, carried, effect: identity ? 'release' : 'run' }
}

function spelled(value: unknown): string {
  if (Array.isArray(value)) return value.join(', ')
  return typeof value === 'string' ? value : JSON.stringify(value)
}
