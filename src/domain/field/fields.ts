/** The kinds of input that have one value. */
import { field, Invalid, scalarOf, textField } from './field.ts'
import type { About, Field } from './field.ts'
import type { Scalar, Value } from './value.ts'
import type { Pattern } from '../text.ts'

interface AboutText extends About {
  readonly pattern?: Pattern
  /** For messages, in place of the pattern. */
  readonly expected?: string
  /** What no pattern can say, such as that an address has a possible port. */
  isValid?(this: void, value: string): boolean
}

/** Text that matches `pattern`; any but empty text without one. */
export function text(about: AboutText): Field<string> {
  const { pattern, expected = pattern ? `text like ${pattern.source}` : 'text', isValid = () => true } = about
  return textField({ ...about, expected }, (value) => {
    if (value === '' || (pattern && !pattern.test(value)) || !isValid(value)) throw new Invalid(expected)
    return value
  })
}

/** A reference to a secret. No message quotes a wrong one: it may be the secret itself. */
export function secretReference(about: About & { readonly pattern: RegExp; readonly expected: string }): Field<string> {
  return { ...text(about), confidential: true }
}

/** One of several words. */
export function choice<const T extends string>(about: About & { readonly of: readonly T[] }): Field<T> {
  const expected = `one of ${about.of.join(', ')}`
  const made = textField({ ...about, expected }, (word) => {
    const value = about.of.find((candidate) => candidate === word)
    if (value === undefined) throw new Invalid(expected)
    return value
  })
  return { ...made, schema: { enum: about.of } }
}

const TRUE = ['true', 'True', 'TRUE']
const FALSE = ['false', 'False', 'FALSE']

/** Booleans as GitHub spells them, the YAML 1.2 core schema: `true|True|TRUE|false|False|FALSE`. */
export function boolean(about: About): Field<boolean> {
  const parse = (word: string): boolean => {
    if (TRUE.includes(word)) return true
    if (FALSE.includes(word)) return false
    throw new Invalid('true or false')
  }
  return field(about, parse, { schema: { type: 'boolean' }, read: (value) => parse(typed(value, 'boolean', 'true or false').text) })
}

interface Range {
  readonly min: number
  readonly max: number
}

/** A whole number within a range, its ends included. */
export function integer(about: About & Range): Field<number> {
  return number(about, { type: 'integer', form: /^\d+$/, expected: `a whole number from ${about.min} to ${about.max}` })
}

/** A number within a range, its ends included. */
export function decimal(about: About & Range): Field<number> {
  return number(about, {
    type: 'number',
    form: /^\d+(\.\d+)?$/,
    expected: `a number from ${about.min} to ${about.max}, such as ${Math.max(0.5, about.min)}`,
  })
}

function number(about: About & Range, kind: { readonly type: string; readonly form: RegExp; readonly expected: string }): Field<number> {
  const parse = (digits: string): number => {
    const value = Number(digits)
    if (!kind.form.test(digits) || value < about.min || value > about.max) throw new Invalid(kind.expected)
    return value
  }
  return field(about, parse, {
    schema: { type: kind.type, minimum: about.min, maximum: about.max },
    read: (value) => parse(typed(value, 'number', kind.expected).text),
  })
}

/** Throws if the value has another type, such as a number in quotes. */
function typed(value: Value, type: Scalar['type'], expected: string): Scalar {
  const scalar = scalarOf(value, expected)
  if (scalar.type === type) return scalar
  const quoted = scalar.type === 'text' ? ', without quotes' : ''
  throw new Invalid([{ expected: `${expected}${quoted}`, got: JSON.stringify(scalar.text), at: scalar.at }])
}

/** A number with its unit; a bare number is invalid. */
function unitField(about: About & { readonly expected: string; readonly pattern: Pattern }, take: (text: string) => number): Field<number> {
  return { ...textField(about, take), schema: { type: 'string', pattern: about.pattern.source } }
}

const SECONDS = { ms: 0.001, s: 1, m: 60, h: 3600, d: 86_400 } as const
const DURATION = /^(\d+(\.\d+)?(ms|s|m|h|d))+$/

/** `90s`, `5m`, `1h30m`, `500ms`; refuses a bare number, whose unit would be a guess. Returns seconds. */
export function duration(about: About & Range): Field<number> {
  const examples = [90, 300].filter((seconds) => seconds >= about.min && seconds <= about.max)
  const shown = (examples.length > 0 ? examples : [about.min]).map((seconds) => (seconds === 90 ? '90s' : spellDuration(seconds)))
  const expected = `a duration from ${spellDuration(about.min)} to ${spellDuration(about.max)}, such as ${shown.join(' or ')}`
  return unitField({ ...about, expected, pattern: DURATION }, (value) => {
    const seconds = secondsOf(value)
    if (seconds === undefined || seconds < about.min || seconds > about.max) throw new Invalid(expected)
    return seconds
  })
}

/** Seconds of a duration such as `1m30s`; `undefined` for anything else. */
export function secondsOf(value: string): number | undefined {
  if (!DURATION.test(value)) return undefined
  const parts = [...value.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h|d)/g)]
  return parts.reduce((sum, [, amount, unit]) => sum + Number(amount) * SECONDS[unit as keyof typeof SECONDS], 0)
}

/** Formats seconds in the way that `duration` reads them, such as `5m`. */
export function spellDuration(seconds: number): string {
  if (seconds > 0 && seconds < 1) return `${seconds * 1000}ms`
  if (seconds >= 3600 && seconds % 3600 === 0) return `${seconds / 3600}h`
  return seconds >= 60 && seconds % 60 === 0 ? `${seconds / 60}m` : `${seconds}s`
}

const BYTES = { k: 2 ** 10, m: 2 ** 20, g: 2 ** 30 } as const
const SIZE = /^(\d+(?:\.\d+)?)([kKmMgG])(?:[iI]?[bB])?$/

/** More than any host has, and still an exact number. */
const LARGEST = 2 ** 50

/** `512m`, `2g`, with Docker's binary units. Returns bytes. */
export function size(about: About & { readonly min: number }): Field<number> {
  const expected = `a size from ${spellSize(about.min)} to ${spellSize(LARGEST)}, such as 512m or 2g`
  return unitField({ ...about, expected, pattern: SIZE }, (value) => {
    const match = SIZE.exec(value)
    const bytes = match ? Math.round(Number(match[1]) * BYTES[match[2]?.toLowerCase() as keyof typeof BYTES]) : 0
    if (bytes < about.min || bytes > LARGEST) throw new Invalid(expected)
    return bytes
  })
}

/** Formats bytes in the way that `size` reads them, such as `512m`. */
export function spellSize(bytes: number): string {
  const unit = (['g', 'm', 'k'] as const).find((one) => bytes % BYTES[one] === 0)
  return unit === undefined ? String(bytes) : `${bytes / BYTES[unit]}${unit}`
}

/** One value that `about.read` parses; `undefined` means invalid. */
export function reading<T>(about: About & { readonly expected: string; read(value: string): T | undefined }): Field<T> {
  return textField(about, (raw) => {
    const value = about.read(raw)
    if (value === undefined) throw new Invalid(about.expected)
    return value
  })
}
