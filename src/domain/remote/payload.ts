/**
 * Packs name/value pairs for a host script: base64 of `name\0value\0name\0value\0`. A name that repeats is a list.
 * Any text goes through unharmed, because no shell ever reads it as code. Throws a `RangeError` on a NUL, which no argument or variable can hold.
 */
export function encodePayload(pairs: readonly (readonly [string, string])[]): string {
  const broken = pairs.find((pair) => pair.some((text) => text.includes('\0')))
  if (broken) throw new RangeError(`The value of ${JSON.stringify(broken[0])} contains a NUL.`)
  return Buffer.from(pairs.map(([name, value]) => `${name}\0${value}\0`).join('')).toString('base64')
}

/** The pairs that `encodePayload` packed; what follows the last whole pair is left out. */
export function decodePayload(packed: Buffer): (readonly [string, string])[] {
  const parts = packed.toString('utf8').split('\0')
  return Array.from({ length: Math.floor((parts.length - 1) / 2) }, (_, at) => [parts[2 * at] ?? '', parts[2 * at + 1] ?? ''] as const)
}
