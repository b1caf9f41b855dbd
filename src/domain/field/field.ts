import type { Command } from '../command.ts'
import type { Position, Scalar, Value } from './value.ts'
import type { Pattern } from '../text.ts'

/**
 * An input: how to read it from the text of a workflow step and from the configuration file, and what is valid if it is wrong.
 * Empty text and white space mean "not given", because GitHub passes an absent input as empty text.
 */
export interface Field<T> {
  readonly description: string
  /** Heading in the documentation. */
  readonly group: string
  /** Text for an absent input; none if the default is computed at run time (then the description explains it). */
  readonly default: string | undefined
  readonly required: boolean
  /** Commands that use it. */
  readonly commands: readonly Command[]
  readonly effect: Effect
  /** Only services with visitors use it, or only workers, which have no port; missing: both. */
  readonly kind?: Kind
  /** It belongs to a single run, so the configuration file, which all runs share, cannot set it. */
  readonly ofRun: boolean
  /** Text that action.yml declares as the default, so that the runner passes it for an absent input like any other text. `undefined`: it passes an empty one. */
  readonly passed: string | undefined
  /** It may be confidential, so no message quotes it. */
  readonly confidential: boolean
  /** How the text of a workflow step separates items; missing for a single value. */
  readonly items?: 'line' | 'any'
  /** Empty text is an error instead of "not given": it comes from an expression without a value. */
  readonly emptyIsWrong?: boolean
  /** JSON schema of the values that `read` accepts. */
  readonly schema: Schema
  /** Reads the text of a workflow input. Throws `Invalid`. */
  parse(this: void, text: string): T
  /** Reads a value of the configuration file, unchanged. Throws `Invalid`. */
  read(this: void, value: Value): T
  /** Merges two values, if the second does not simply replace the first. */
  merge?(this: void, under: T, over: T): T
}

/**
 * When a new value takes effect: at once, in the `run` that gets it; with a new `release`, which that run deploys; or only on
 * a `new-host`.
 */
export type Effect = 'run' | 'release' | 'new-host'

export type Kind = 'web' | 'worker'

export type Schema = Readonly<Record<string, unknown>>

/** One thing that is wrong with a value. */
export interface Fault {
  /** Completes the sentence "It must be ...". */
  readonly expected: string
  /** The actual value, if it can be shown. */
  readonly got?: string | undefined
  /** Line in the text of an input, from 1. */
  readonly line?: number | undefined
  /** Position in the configuration file; missing for the whole value. */
  readonly at?: Position | undefined
}

/** Thrown by `Field.parse` and `Field.read`, with everything that is wrong. */
export class Invalid extends Error {
  readonly faults: readonly Fault[]

  constructor(what: string | readonly Fault[]) {
    const faults = typeof what === 'string' ? [{ expected: what }] : what
    super(faults.map(({ expected }) => expected).join('; '))
    this.faults = faults
  }
}

export interface About {
  readonly description: string
  readonly group: string
  readonly default?: string
  /** Default: the commands that describe a release. */
  readonly commands?: readonly Command[]
  /** Default: at once. */
  readonly effect?: Effect
  readonly kind?: Kind
  readonly ofRun?: boolean
  /** action.yml declares the default. */
  readonly defaultByRunner?: boolean
}

const DESCRIBES_A_RELEASE: readonly Command[] = ['deploy', 'preview', 'plan']

/** The differences between fields. */
type Own<T> = Pick<Field<T>, 'schema' | 'read'> & Partial<Pick<Field<T>, 'confidential' | 'items' | 'merge'>>

/** A field of any kind. `parse` gets trimmed text. */
export function field<T>(about: About, parse: (text: string) => T, own: Own<T>): Field<T> {
  return {
    description: about.description,
    group: about.group,
    default: about.default,
    required: false,
    commands: about.commands ?? DESCRIBES_A_RELEASE,
    effect: about.effect ?? 'run',
    ...(about.kind && { kind: about.kind }),
    ofRun: about.ofRun ?? false,
    passed: about.defaultByRunner ? about.default : undefined,
    confidential: false,
    ...own,
    parse: (text) => parse(text.trim()),
  }
}

/** A field with one text value. `take` throws `Invalid` for a wrong one; `expected` describes it for values that are no text. */
export function textField<T>(
  about: About & { readonly expected: string; readonly pattern?: Pattern },
  take: (text: string) => T,
): Field<T> {
  return field(about, take, {
    schema: { type: SCALARS, ...(about.pattern && { pattern: about.pattern.source }) },
    read: (value) => take(scalarOf(value, about.expected).text),
  })
}

/** A scalar counts by its spelling: `user: 1000` and `args: [1.10]` mean these characters. */
export const SCALARS = ['string', 'number', 'boolean']

/** Throws if the value is no scalar. */
export function scalarOf(value: Value, expected: string): Scalar {
  if (value.kind !== 'scalar') throw new Invalid([{ expected, got: value.kind === 'list' ? 'a list' : 'a map', at: value.at }])
  if (value.type === 'nothing') throw new Invalid([{ expected: `${expected}; an empty text is written ""`, got: 'nothing', at: value.at }])
  return value
}

/** The result of `make` for each; throws `Invalid` with all problems of all of them. */
export function gather<T, R>(from: readonly T[], make: (one: T) => R): readonly R[] {
  const faults: Fault[] = []
  const made = from.flatMap((one) => {
    try {
      return [make(one)]
    } catch (error) {
      if (!(error instanceof Invalid)) throw error
      faults.push(...error.faults)
      return []
    }
  })
  if (faults.length > 0) throw new Invalid(faults)
  return made
}

/** Makes a field optional, with `absent` as its default. */
export function orElse<T>(absent: T, inner: Field<T>): Field<T> {
  return { ...inner, parse: (text) => (text.trim() === '' ? absent : inner.parse(text)) }
}

/**
 * What the runner passes for an absent guard: no value of any, so that a step can also set the text that disables it. A step that sets this is not told
 * apart from one that leaves the input out, so it is no word: a word that somebody may write, such as `unset`, is read as a value, and mostly refused.
 */
const LEFT_OUT = '(left out)'

/**
 * For a field whose default protects less than a value can: empty text is an error. It comes from an expression without a value, such as a misspelt
 * variable, and must not disable what the author of the workflow wanted. The same goes for a list of nothing but separators.
 */
export function neverEmpty<T>(inner: Field<T>, expected = usualOf(inner)): Field<T> {
  const some = (value: T): T => {
    if (Array.isArray(value) && value.length === 0) throw new Invalid(expected)
    return value
  }
  const standard = inner.default ?? ''
  return {
    ...inner,
    description: `${inner.description} Empty text is an error.`,
    passed: inner.ofRun ? standard : LEFT_OUT,
    emptyIsWrong: true,
    read: (value) => (value.kind === 'list' ? some(inner.read(value)) : inner.read(value)),
    parse(text) {
      if (text.trim() === standard) return inner.parse(standard)
      if (text.trim() === '') throw new Invalid(expected)
      return some(inner.parse(text))
    },
  }
}

function usualOf({ default: standard }: Field<unknown>): string {
  return `a value, or ${standard}; an expression is empty if nothing has set its variable, secret or output`
}

interface Guard<A> {
  /** The text that disables it. */
  readonly off: string
  /** The value then. */
  readonly absent: A
  /** Expected instead of an empty text. */
  readonly expected?: string
}

/** Makes a field optional that guards something; see `neverEmpty`. */
export function guard<T, A>({ off, absent, expected }: Guard<A>, inner: Field<T>): Field<T | A> {
  return neverEmpty({ ...orWord(off, absent, inner), default: off }, expected)
}

/** Makes a word valid, too, which stands for a value. */
export function orWord<T, A>(word: string, value: A, inner: Field<T>): Field<T | A> {
  const { enum: words } = inner.schema
  return {
    ...inner,
    schema: Array.isArray(words) ? { enum: [word, ...words] } : { anyOf: [{ enum: [word] }, inner.schema] },
    read: (given) => (given.kind === 'scalar' && given.text === word ? value : inner.read(given)),
    parse: (text) => (text.trim() === word ? value : inner.parse(text)),
  }
}

/** Makes a field optional: absent is `undefined`. */
export function optional<T>(inner: Field<T>): Field<T | undefined> {
  const { merge } = inner
  return {
    ...inner,
    parse: (text) => (text.trim() === '' ? undefined : inner.parse(text)),
    ...(merge && { merge: (under, over) => (under === undefined || over === undefined ? (over ?? under) : merge(under, over)) }),
  }
}
