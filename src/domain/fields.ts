/**
 * The kinds of input. Each makes a `Field`: how to read the text of a workflow input, and what would be right when it cannot be read.
 * Text that is empty or only white space means "not given", as GitHub passes an absent input.
 */
export interface Field<T> {
  readonly description: string
  /** Heading under which the documentation lists it. */
  readonly group: string
  /** Text that stands for an absent input; none where the default is worked out at run time (then the description tells it). */
  readonly default: string | undefined
  readonly required: boolean
  /** Its text may hold what should not be shown, so an error message counts its lines instead of quoting it. */
  readonly confidential: boolean
  /** Given as empty text, as by an expression that has no value, it is wrong instead of absent. */
  readonly emptyIsWrong?: boolean
  /** Throws `Invalid` with the words for "what would be right". */
  parse(text: string): T
}

/** Thrown by `Field.parse`; `message` completes the sentence "Give it as ...". */
export class Invalid extends Error {}

export interface About {
  readonly description: string
  readonly group: string
  readonly default?: string
}

export function field<T>(about: About, parse: (text: string) => T): Field<T> {
  return { description: about.description, group: about.group, default: about.default, required: false, confidential: false, parse }
}

/** Makes a field optional: absent is `undefined`. */
export function optional<T>(inner: Field<T>): Field<T | undefined> {
  return { ...inner, parse: (text) => (text.trim() === '' ? undefined : inner.parse(text)) }
}

export function text(about: About & { readonly pattern?: RegExp; readonly expected?: string }): Field<string> {
  return field(about, (raw) => {
    const value = raw.trim()
    if (about.pattern && !about.pattern.test(value)) throw new Invalid(about.expected ?? `text like ${about.pattern.source}`)
    return value
  })
}

/** Text that `none` stands in for: a guard, which must not fall away because an expression gave nothing. */
export function approval(about: About & { readonly pattern: RegExp; readonly expected: string }): Field<string | undefined> {
  const inner = text(about)
  return { ...inner, emptyIsWrong: true, parse: (raw) => (raw.trim() === 'none' ? undefined : inner.parse(raw)) }
}

export function choice<const T extends string>(about: About & { readonly of: readonly T[] }): Field<T> {
  return field(about, (raw) => {
    const value = about.of.find((candidate) => candidate === raw.trim())
    if (value === undefined) throw new Invalid(`one of ${about.of.join(', ')}`)
    return value
  })
}

/** Booleans as GitHub spells them, the YAML 1.2 core schema: `true|True|TRUE|false|False|FALSE`. */
export function boolean(about: About): Field<boolean> {
  return field(about, (raw) => {
    const value = raw.trim()
    if (/^(true|True|TRUE)$/.test(value)) return true
    if (/^(false|False|FALSE)$/.test(value)) return false
    throw new Invalid('true or false')
  })
}

export function integer(about: About & { readonly min: number; readonly max: number }): Field<number> {
  return field(about, (raw) => {
    const value = raw.trim()
    const number = Number(value)
    if (!/^\d+$/.test(value) || number < about.min || number > about.max)
      throw new Invalid(`a whole number from ${about.min} to ${about.max}`)
    return number
  })
}

export function decimal(about: About & { readonly min: number; readonly max: number }): Field<number> {
  return field(about, (raw) => {
    const value = raw.trim()
    const number = Number(value)
    if (!/^\d+(\.\d+)?$/.test(value) || number < about.min || number > about.max)
      throw new Invalid(`a number from ${about.min} to ${about.max}, such as 0.5`)
    return number
  })
}

const SECONDS = { ms: 0.001, s: 1, m: 60, h: 3600 } as const

/** `90s`, `5m`, `1h30m`, `500ms`; a bare number is refused, because its unit would be a guess. Gives seconds. */
export function duration(about: About & { readonly min: number; readonly max: number }): Field<number> {
  const expected = `a duration from ${spellDuration(about.min)} to ${spellDuration(about.max)}, such as 90s or 5m`
  return field(about, (raw) => {
    const seconds = secondsOf(raw.trim())
    if (seconds === undefined || seconds < about.min || seconds > about.max) throw new Invalid(expected)
    return seconds
  })
}

function secondsOf(value: string): number | undefined {
  if (!/^(\d+(\.\d+)?(ms|s|m|h))+$/.test(value)) return undefined
  const parts = [...value.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h)/g)]
  return parts.reduce((sum, [, amount, unit]) => sum + Number(amount) * SECONDS[unit as keyof typeof SECONDS], 0)
}

/** `10%:2m, 50%:5m`: shares that rise, and how long each lasts, at least a second. Gives percent and seconds. */
export function steps(about: About): Field<readonly { readonly share: number; readonly time: number }[]> {
  return field(about, (raw) => {
    const parsed = raw.split(',').map((step) => {
      const [, share = '', time = ''] = /^(\d{1,2})%:(\S+)$/.exec(step.trim()) ?? []
      return { share: Number(share), time: secondsOf(time) ?? 0 }
    })
    const wrong = parsed.some(({ share, time }, at) => share <= (parsed[at - 1]?.share ?? 0) || time < 1)
    if (wrong || parsed.length > 20) throw new Invalid('steps of share and time with rising shares from 1% to 99%, such as 10%:2m, 50%:5m')
    return parsed
  })
}

/** Seconds as `duration` reads them, such as `5m`. */
export function spellDuration(seconds: number): string {
  if (seconds > 0 && seconds < 1) return `${seconds * 1000}ms`
  if (seconds >= 3600 && seconds % 3600 === 0) return `${seconds / 3600}h`
  return seconds >= 60 && seconds % 60 === 0 ? `${seconds / 60}m` : `${seconds}s`
}

const BYTES = { k: 2 ** 10, m: 2 ** 20, g: 2 ** 30 } as const

/** `512m`, `2g`, with Docker's binary units. Gives bytes. */
export function size(about: About & { readonly min: number }): Field<number> {
  return field(about, (raw) => {
    const match = /^(\d+(?:\.\d+)?)([kmg])(?:i?b)?$/i.exec(raw.trim())
    const bytes = match ? Math.round(Number(match[1]) * BYTES[match[2]?.toLowerCase() as keyof typeof BYTES]) : 0
    if (bytes < about.min) throw new Invalid(`a size of at least ${spellSize(about.min)}, such as 512m or 2g`)
    return bytes
  })
}

/** Bytes as `size` reads them, such as `512m`. */
export function spellSize(bytes: number): string {
  const unit = (['g', 'm', 'k'] as const).find((one) => bytes % BYTES[one] === 0)
  return unit === undefined ? String(bytes) : `${bytes / BYTES[unit]}${unit}`
}

/** Some of a few words; `alone` says that nothing is given, so it excludes the others. Gives the others. */
export function words<const T extends string>(about: About & { readonly of: readonly T[]; readonly alone: string }): Field<readonly T[]> {
  return field({ ...about, default: about.alone }, (raw) => {
    const given = raw.split(/[\s,]+/).filter((word) => word !== '')
    const known = about.of.filter((word) => given.includes(word))
    if (given.length === 1 && given[0] === about.alone) return []
    if (known.length === 0 || known.length < given.length) throw new Invalid(`${about.alone}, or one or more of ${about.of.join(', ')}`)
    return known
  })
}

/** One value as `read` gives it; `undefined` is a value that is wrong. */
export function reading<T>(about: About & { readonly expected: string; read(value: string): T | undefined }): Field<T> {
  return field(about, (raw) => {
    const value = about.read(raw.trim())
    if (value === undefined) throw new Invalid(about.expected)
    return value
  })
}

/** Items of a list, each as `read` gives it. */
export function readings(
  about: About & { readonly expected: string; readonly separator?: 'line' | 'any'; read(item: string): string | undefined },
): Field<readonly string[]> {
  const items = list(about)
  return field(about, (raw) =>
    items.parse(raw).map((item) => {
      const value = about.read(item)
      if (value === undefined) throw new Invalid(`${about.expected}; not ${JSON.stringify(item)}`)
      return value
    }),
  )
}

/** One item a line; lines that are empty or begin with `#` are passed over. `separator: 'any'` takes commas and white space too. */
export function list(
  about: About & { readonly pattern?: RegExp; readonly expected?: string; readonly separator?: 'line' | 'any'; readonly most?: number },
): Field<readonly string[]> {
  return field(about, (raw) => {
    const items = about.separator === 'any' ? raw.split(/[\s,]+/).filter((item) => item !== '') : lines(raw)
    if (items.length > (about.most ?? Number.POSITIVE_INFINITY)) throw new Invalid(`${about.most} at most; there are ${items.length}`)
    const wrong = items.find((item) => about.pattern && !about.pattern.test(item))
    if (wrong !== undefined) throw new Invalid(`${about.expected ?? 'one item a line'}; not ${JSON.stringify(wrong)}`)
    return items
  })
}

/** `KEY=value`, one a line; the value is everything behind the first `=`, kept as it stands. No message quotes a value. */
export function map(
  about: About & { readonly key: RegExp; readonly value?: RegExp; readonly expected: string },
): Field<Readonly<Record<string, string>>> {
  const read = (raw: string): Readonly<Record<string, string>> => {
    const entries = lines(raw).map((line, at): [string, string] => {
      const equals = line.indexOf('=')
      const [key, value] = [line.slice(0, equals), line.slice(equals + 1)]
      if (equals < 1 || !about.key.test(key)) throw new Invalid(`${about.expected}; item ${at + 1} is not`)
      if (about.value && !about.value.test(value)) throw new Invalid(`${about.expected}; the value of ${key} does not fit`)
      return [key, value]
    })
    const twice = entries.find(([key], at) => entries.findIndex(([other]) => other === key) !== at)
    if (twice) throw new Invalid(`each name once; ${twice[0]} stands there twice`)
    return Object.fromEntries(entries)
  }
  return { ...field(about, read), confidential: true }
}

function lines(raw: string): string[] {
  return raw
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
}
