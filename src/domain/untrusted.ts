/** What comes from outside is read by a schema, whole or not at all. */
import * as v from 'valibot'

/** A name, a digest, a path: one line, so that it breaks out of none where it is told. */
export const line = v.pipe(v.string(), v.regex(/^[^\p{Cc}\p{Zl}\p{Zp}]*$/u))
export const amount = v.pipe(v.number(), v.finite(), v.minValue(0))

/** `undefined` for a text that is no JSON, or not what the schema says. */
export function readJson<T>(schema: v.GenericSchema<unknown, T>, text: string): T | undefined {
  try {
    const read = v.safeParse(schema, JSON.parse(text))
    return read.success ? read.output : undefined
  } catch {
    return undefined
  }
}
