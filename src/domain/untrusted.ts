/** What comes from outside is read by a schema, whole or not at all. No other file parses JSON, or takes an answer's shape for granted. */
import * as v from 'valibot'

/** A name, a digest, a path: one line, so that it breaks out of none where it is told. */
export const line = v.pipe(v.string(), v.regex(/^[^\p{Cc}\p{Zl}\p{Zp}]*$/u))
export const amount = v.pipe(v.number(), v.finite(), v.minValue(0))
export const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

/** What a schema reads, as a record that nobody changes. */
export type Frozen<S extends v.GenericSchema> = Deep<v.InferOutput<S>>

type Deep<T> = T extends object ? { readonly [K in keyof T]: Deep<T[K]> } : T

/** The first `most` items of a list, without those that are not as they should be. */
export function listOf<T>(item: v.GenericSchema<unknown, T>, most: number) {
  const known = (items: unknown[]): T[] =>
    items.slice(0, most).flatMap((one) => {
      const read = v.safeParse(item, one)
      return read.success ? [read.output] : []
    })
  return v.pipe(v.array(v.unknown()), v.transform(known))
}

/** Values by name, whatever the names are: those of valibot's own `record` must not be `constructor`, as a variable may be called. */
export function mapOf<T>(item: v.GenericSchema<unknown, T>) {
  return v.custom<Readonly<Record<string, T>>>((value) => isMap(value) && Object.values(value).every((one) => v.is(item, one)))
}

function isMap(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** `undefined` for a text that is no JSON, or not what the schema says. */
export function readJson<T>(schema: v.GenericSchema<unknown, T>, text: string): T | undefined {
  try {
    const read = v.safeParse(schema, JSON.parse(text))
    return read.success ? read.output : undefined
  } catch {
    return undefined
  }
}

/** `undefined` for a value that is not what the schema says. `value`: what a client has made of an answer. */
export function readValue<T>(schema: v.GenericSchema<unknown, T>, value: unknown): T | undefined {
  const read = v.safeParse(schema, value)
  return read.success ? read.output : undefined
}
