import type { Command } from '../command.ts'
import type { Position, Scalar, Value } from './value.ts'

/**
 * An input: how to read it as the text of a workflow step and as a value of the configuration file, and what would be right when it cannot be read.
 * Text that is empty or only white space means "not given", as GitHub passes an absent input.
 */
export interface Field<T> {
  readonly description: string
  /** Heading under which the documentation lists it. */
  readonly group: string
  /** Text that stands for an absent input; none where the default is worked out at run time (then the description tells it). */
  readonly default: string | undefined
  readonly required: boolean
  /** Commands that it has a meaning for. */
  readonly commands: readonly Command[]
  readonly effect: Effect
  /** It belongs to one run, and may not stand in the configuration file, which all runs share. */
  readonly ofRun: boolean
  /** action.yml states the default, so the runner hands it over like any other text. */
  readonly defaultByRunner: boolean
  /** It may hold what should not be shown, so no message quotes it. */
  readonly confidential: boolean
  /** How the text of a workflow step separates its items; missing where it has one value. */
  readonly items?: 'line' | 'any'
  /** Given as empty text, as by an expression that has no value, it is wrong instead of absent. */
  readonly emptyIsWrong?: boolean
  /** JSON schema of what `read` takes. */
  readonly schema: Schema
  /** Reads the text of a workflow input. Throws `Invalid`. */
  parse(this: void, text: string): T
  /** Reads a value of the configuration file, exactly as it is there. Throws `Invalid`. */
  read(this: void, value: Value): T
  /** Both together, where both are given and one does not simply replace the other. */
  merge?(this: void, under: T, over: T): T
}

/**
 * When a value takes effect that is not as what is there: at once, in the `run` that is given it; with another `release`, which that run makes; or only on
 * a `new-host`.
 */
export type Effect = 'run' | 'release' | 'new-host'

export type Schema = Readonly<Record<string, unknown>>

/** One thing that is wrong with a value. */
export interface Fault {
  /** Completes the sentence "It must be ...". */
  readonly expected: string
  /** What is there instead, where it may be shown. */
  readonly got?: string | undefined
  /** In the text of an input, from 1. */
  readonly line?: number | undefined
  /** In the configuration file; missing where it is the whole value. */
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
  /** Default: those that a release is described for. */
  readonly commands?: readonly Command[]
  /** Default: at once. */
  readonly effect?: Effect
  readonly ofRun?: boolean
  readonly defaultByRunner?: boolean
}

const DESCRIBES_A_RELEASE: readonly Command[] = ['deploy', 'preview', 'plan']

/** What of a field is not the same for all of them. */
type Own<T> = Pick<Field<T>, 'schema' | 'read'> & Partial<Pick<Field<T>, 'confidential' | 'items' | 'merge'>>

/** A field of any kind. `parse` gets its text without white space around it. */
export function field<T>(about: About, parse: (text: string) => T, own: Own<T>): Field<T> {
  return {
    description: about.description,
    group: about.group,
    default: about.default,
    required: false,
    commands: about.commands ?? DESCRIBES_A_RELEASE,
    effect: about.effect ?? 'run',
    ofRun: about.ofRun ?? false,
    defaultByRunner: about.defaultByRunner ?? false,
    confidential: false,
    ...own,
    parse: (text) => parse(text.trim()),
  }
}

/** A field whose value is one text. `take` throws `Invalid` for a wrong one; `expected` is for what is no text at all. */
export function textField<T>(about: About & { readonly expected: string; readonly pattern?: RegExp }, take: (text: string) => T): Field<T> {
  return field(about, take, {
    schema: { type: SCALARS, ...(about.pattern && { pattern: about.pattern.source }) },
    read: (value) => take(scalarOf(value, about.expected).text),
  })
}

/** What has a spelling of its own: `user: 1000` and `args: [1.10]` mean these characters. */
export const SCALARS = ['string', 'number', 'boolean']

/** Throws where the value is not one that has a spelling. */
export function scalarOf(value: Value, expected: string): Scalar {
  if (value.kind !== 'scalar') throw new Invalid([{ expected, got: value.kind === 'list' ? 'a list' : 'a map', at: value.at }])
  if (value.type === 'nothing') throw new Invalid([{ expected: `${expected}; an empty text is written ""`, got: 'nothing', at: value.at }])
  return value
}

/** What `make` gives for each; throws `Invalid` with everything that is wrong with any of them. */
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

/** Makes a field one that need not be given, and is `absent` then. */
export function orElse<T>(absent: T, inner: Field<T>): Field<T> {
  return { ...inner, parse: (text) => (text.trim() === '' ? absent : inner.parse(text)) }
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
