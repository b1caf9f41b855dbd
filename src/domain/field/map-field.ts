/** The kind of input with names and their values. */
import { field, gather, Invalid, scalarOf, SCALARS } from './field.ts'
import type { About, Field } from './field.ts'
import { lines } from './lines.ts'
import type { Line } from './lines.ts'
import type { Entry, Position, Value } from './value.ts'
import { UNSEEN, unicodePattern } from '../text.ts'

interface AboutMap extends About {
  readonly key: RegExp
  readonly value?: RegExp
  readonly entry: EntryWords
}

/** How a message describes an entry: its name, its possible values, and what else to know. */
interface EntryWords {
  readonly name: string
  readonly values: readonly string[]
  readonly note?: string
}

/** As text: `NAME=value`, one a line; in the file: a map. The value is everything after the first `=`, unchanged. No message quotes a value. */
export function map(about: AboutMap): Field<Readonly<Record<string, string>>> {
  const { key: name, value: form, entry } = about
  const inText = `${entryWords(entry, '=')}, one a line${noteOf(entry)}`
  const inFile = `${entryWords(entry, ': ')}${noteOf(entry)}`
  const checked = ({ key, text, ofKey, ofValue }: Pair, expected: string): Pair => {
    if (!name.test(key)) throw new Invalid([{ expected, ...ofKey }])
    if (form && !form.test(text)) throw new Invalid([{ expected: `${expected}; the value of ${key} does not fit`, ...ofValue }])
    return { key, text, ofKey, ofValue }
  }
  return field(about, (raw) => recordOf(eachOnce(gather(lines(raw), (line) => checked(pairOfLine(line, inText), inText)))), {
    schema: {
      type: 'object',
      propertyNames: { pattern: name.source },
      additionalProperties: { type: SCALARS, ...(form && { pattern: form.source }) },
    },
    confidential: true,
    items: 'line',
    read: (value) => recordOf(gather(entriesOf(value), (one) => checked(pairOfEntry(one), inFile))),
    merge: (under, over) => ({ ...under, ...over }),
  })
}

function entryWords({ name, values }: EntryWords, between: string): string {
  return values.map((value) => `${name}${between}${value}`).join(' or ')
}

function noteOf({ note }: EntryWords): string {
  return note === undefined ? '' : `; ${note}`
}

/** Where a problem is: in the text of an input, or in the file. */
interface Place {
  readonly line?: number | undefined
  readonly at?: Position | undefined
}

interface Pair {
  readonly key: string
  readonly text: string
  readonly ofKey: Place
  readonly ofValue: Place
}

/** A name that cannot be mistaken for a comment, or a line of a key or of JSON, and that is visible as a whole. Only the file can set other names. */
const NAME_IN_LINE = unicodePattern(String.raw`^(?![#-])(?:(?!${UNSEEN.source})[^\s"'\x60{}[\]])+$`)

function pairOfLine({ text, line }: Line, expected: string): Pair {
  const equals = text.indexOf('=')
  const key = text.slice(0, equals)
  if (equals < 1 || !NAME_IN_LINE.test(key))
    throw new Invalid([{ expected: `${expected}; a value that does not fit into a line belongs in the configuration file`, line }])
  return { key, text: text.slice(equals + 1), ofKey: { line }, ofValue: { line } }
}

function pairOfEntry({ key, at, value }: Entry): Pair {
  const { text, at: ofValue } = scalarOf(value, 'a text, a number, true or false')
  return { key, text, ofKey: { at }, ofValue: { at: ofValue } }
}

/** In the file, YAML itself refuses duplicate names. */
function eachOnce(pairs: readonly Pair[]): readonly Pair[] {
  const names = pairs.map(({ key }) => key)
  return gather([...pairs.entries()], ([at, pair]) => {
    if (names.indexOf(pair.key) === at) return pair
    throw new Invalid([{ expected: `each name once, not ${JSON.stringify(pair.key)} again`, ...pair.ofKey }])
  })
}

function recordOf(pairs: readonly Pair[]): Readonly<Record<string, string>> {
  return Object.fromEntries(pairs.map(({ key, text }) => [key, text]))
}

function entriesOf(value: Value): readonly Entry[] {
  if (value.kind !== 'map') throw new Invalid([{ expected: 'a map of names and values', at: value.at }])
  return value.entries
}
