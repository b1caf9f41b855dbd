/** A schema reads all data from outside, completely or not at all. No other file parses JSON, or assumes the shape of an answer. */
import * as v from 'valibot'
import { CONTROLS } from './text.ts'

const ONE_LINE = new RegExp(`^[^${CONTROLS}]*$`)

/** A name, a digest, a path: one line, so that it cannot start a new one in a log. */
export const line = v.pipe(v.string(), v.regex(ONE_LINE))

/** A web address. */
export const webUrl = v.pipe(line, v.regex(/^https?:\/\/\S+$/), v.maxLength(500))
/** The whole id of a commit: SHA-1 or SHA-256. */
export const commitId = v.pipe(v.string(), v.regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/))

export const amount = v.pipe(v.number(), v.finite(), v.minValue(0))
export const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0))
/** ISO 8601, as text. The schema alone accepts forms that are no time for `Date`, and nothing is before or after that. */
export const isoTime = v.pipe(
  v.string(),
  v.isoTimestamp(),
  v.check((text) => Number.isFinite(Date.parse(text))),
)
/** Since the epoch; not more than a `Date` can have. */
export const epochSeconds = v.pipe(amount, v.maxValue(8.64e12))

/** The type of a schema's result, as a readonly record. */
export type Frozen<S extends v.GenericSchema> = Deep<v.InferOutput<S>>

type Deep<T> = T extends object ? { readonly [K in keyof T]: Deep<T[K]> } : T

/** The first `most` items of a list, without invalid ones. */
export function listOf<T>(item: v.GenericSchema<unknown, T>, most: number) {
  const known = (items: unknown[]): T[] =>
    items.slice(0, most).flatMap((one) => {
      const read = v.safeParse(item, one)
      return read.success ? [read.output] : []
    })
  return v.pipe(v.array(v.unknown()), v.transform(known))
}

/** Values by name, for any names: valibot's own `record` drops `constructor`, but a variable can be called that. */
export function mapOf<T>(item: v.GenericSchema<unknown, T>) {
  return v.pipe(
    v.custom<Readonly<Record<string, unknown>>>((value) => isMap(value) && Object.values(value).every((one) => v.is(item, one))),
    v.transform((map): Readonly<Record<string, T>> =>
      Object.fromEntries(Object.entries(map).map(([name, one]) => [name, v.parse(item, one)])),
    ),
  )
}

function isMap(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** `undefined` for a text that is not JSON, or does not match the schema. */
export function readJson<T>(schema: v.GenericSchema<unknown, T>, text: string): T | undefined {
  try {
    const read = v.safeParse(schema, JSON.parse(text))
    return read.success ? read.output : undefined
  } catch {
    return undefined
  }
}

/** `undefined` for a value that does not match the schema. `value`: an answer that a client has parsed. */
export function readValue<T>(schema: v.GenericSchema<unknown, T>, value: unknown): T | undefined {
  const read = v.safeParse(schema, value)
  return read.success ? read.output : undefined
}
