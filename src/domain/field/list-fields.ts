/** The kinds of input with a list of values. */
import { field, gather, Invalid, scalarOf, SCALARS } from './field.ts'
import type { About, Field } from './field.ts'
import { secondsOf } from './fields.ts'
import { lines } from './lines.ts'
import type { Line } from './lines.ts'
import type { Position, Value } from './value.ts'
import type { Pattern } from '../text.ts'

/** An item and its position. */
interface Item {
  readonly text: string
  readonly line?: number | undefined
  readonly at?: Position | undefined
}

interface AboutItems extends About {
  readonly expected?: string
  /** Largest number of items. */
  readonly most?: number
  readonly separator?: 'line' | 'any'
}

/**
 * As text: one item a line, trimmed. There are no comments, and only empty lines are skipped. `separator: 'any'` also accepts commas and
 * white space. In the file: a list.
 */
export function list(about: AboutItems & { readonly pattern?: Pattern }): Field<readonly string[]> {
  const { pattern } = about
  const made = readings({
    ...about,
    expected: about.expected ?? 'one item a line',
    read: (item) => (!pattern || pattern.test(item) ? item : undefined),
  })
  return pattern ? { ...made, schema: { type: 'array', items: { type: SCALARS, pattern: pattern.source } } } : made
}

/** Items that can contain spaces: as text separated by commas or lines, each once. In the file a list. */
export function commaList(about: AboutItems & { readonly pattern: Pattern; readonly expected: string }): Field<readonly string[]> {
  const made = distinct(list({ ...about, separator: 'line' }))
  return { ...made, parse: (raw) => made.parse(raw.replaceAll(',', '\n')) }
}

/** A list whose items `read` parses; `undefined` marks an invalid item. */
export function readings(
  about: AboutItems & { readonly expected: string; read(item: string): string | undefined },
): Field<readonly string[]> {
  const { most = Number.POSITIVE_INFINITY, separator = 'line' } = about
  const take = (items: readonly Item[]): readonly string[] => {
    if (items.length > most) throw new Invalid([{ expected: `${most} items at most`, got: String(items.length) }])
    return gather(items, ({ text, ...where }) => {
      const item = about.read(text)
      if (item === undefined) throw new Invalid([{ expected: about.expected, got: JSON.stringify(text), ...where }])
      return item
    })
  }
  return field(about, (raw) => take(separator === 'any' ? parts(raw) : lines(raw).map(trimmed)), {
    items: separator,
    schema: { type: 'array', items: { type: SCALARS } },
    read: (value) => take(itemsOf(value, `a list: ${about.expected}`)),
  })
}

/** Removes duplicates. */
export function distinct(all: Field<readonly string[]>): Field<readonly string[]> {
  return { ...all, parse: (text) => [...new Set(all.parse(text))], read: (value) => [...new Set(all.read(value))] }
}

/** A program and its arguments: a list in the file; as text, what `read` makes of it. */
export function argv(
  about: About & { readonly expected: string; read(text: string): readonly string[] | undefined },
): Field<readonly string[]> {
  const checked = (text: string): readonly string[] => {
    const value = about.read(text)
    if (value === undefined) throw new Invalid(about.expected)
    return value
  }
  return field(about, checked, {
    schema: { type: 'array', items: { type: SCALARS } },
    read: (value) => checked(JSON.stringify(itemsOf(value, 'a list: the program and its arguments').map(({ text }) => text))),
  })
}

/** A choice of several words; `alone` means none of them, so it excludes the others. Returns the others. */
export function words<const T extends string>(about: About & { readonly of: readonly T[]; readonly alone: string }): Field<readonly T[]> {
  const expected = `${about.alone}, or one or more of ${about.of.join(', ')}`
  const take = (given: readonly string[]): readonly T[] => {
    const known = about.of.filter((word) => given.includes(word))
    if (given.length === 1 && given[0] === about.alone) return []
    if (known.length === 0 || known.length < given.length) throw new Invalid(expected)
    return known
  }
  const word = { enum: [about.alone, ...about.of] }
  return field({ ...about, default: about.alone }, (raw) => take(parts(raw).map(({ text }) => text)), {
    items: 'any',
    schema: { anyOf: [word, { type: 'array', items: word }] },
    read: (value) => take(value.kind === 'list' ? itemsOf(value, expected).map(({ text }) => text) : [scalarOf(value, expected).text]),
  })
}

const STEP = /^(\d{1,2})%:(\S+)$/

/**
 * `10%:2m, 50%:5m`: rising shares, the first can be 0%, and their durations, at least a second each; in the file also a list. Returns percent and
 * seconds.
 */
export function steps(about: About): Field<readonly { readonly share: number; readonly time: number }[]> {
  const expected = 'steps of share and time with rising shares from 0% to 99%, such as 10%:2m, 50%:5m'
  const take = (given: readonly string[]) => {
    const parsed = given.map((step) => {
      const [, share = '', time = ''] = STEP.exec(step) ?? []
      return { share: Number(share), time: secondsOf(time) ?? 0 }
    })
    const wrong = parsed.some(({ share, time }, at) => share <= (parsed[at - 1]?.share ?? -1) || time < 1)
    if (wrong || parsed.length === 0 || parsed.length > 20) throw new Invalid(expected)
    return parsed
  }
  const split = (raw: string): string[] => raw.split(',').map((step) => step.trim())
  return field(about, (raw) => take(split(raw)), {
    schema: { anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string', pattern: STEP.source } }] },
    read: (value) => take(value.kind === 'list' ? itemsOf(value, expected).map(({ text }) => text) : split(scalarOf(value, expected).text)),
  })
}

function itemsOf(value: Value, expected: string): readonly Item[] {
  if (value.kind !== 'list')
    throw new Invalid([{ expected, got: value.kind === 'map' ? 'a map' : JSON.stringify(value.text), at: value.at }])
  return gather(value.items, (item) => ({ text: scalarOf(item, 'an item of text').text, at: item.at }))
}

/** Items are trimmed. */
function trimmed({ text, line }: Line): Item {
  return { text: text.trim(), line }
}

function parts(raw: string): Item[] {
  return raw.split(/[\s,]+/).flatMap((text) => (text === '' ? [] : [{ text }]))
}
