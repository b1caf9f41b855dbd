/** A value of the configuration file, before validation. */
export type Value = Scalar | List | Mapping

/** Counted from 1. */
export interface Position {
  readonly line: number
  readonly column: number
}

export interface Scalar {
  readonly kind: 'scalar'
  readonly type: 'text' | 'number' | 'boolean' | 'nothing'
  /** For a text its content, for anything else its spelling: `1.10`, `012345678901`. */
  readonly text: string
  readonly at: Position
}

interface List {
  readonly kind: 'list'
  readonly items: readonly Value[]
  readonly at: Position
}

export interface Mapping {
  readonly kind: 'map'
  readonly entries: readonly Entry[]
  readonly at: Position
}

export interface Entry {
  readonly key: string
  /** Position of the key. */
  readonly at: Position
  readonly value: Value
}

/** Merges `over` into `under`: two maps by entry, where `over` wins; any other value replaces the one below. */
export function overlay(under: Value, over: Value): Value {
  if (under.kind !== 'map' || over.kind !== 'map') return over
  const kept = under.entries.filter(({ key }) => !over.entries.some((entry) => entry.key === key))
  return { ...over, entries: [...kept, ...over.entries] }
}
