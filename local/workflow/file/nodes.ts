/** Parts of a YAML file: whatever is not known here is an error. */
import type { Texts } from './types.ts'

export type Node = Readonly<Record<string, unknown>>

export function only(path: string, value: unknown, keys: readonly string[]): Node {
  if (value === undefined || value === null) return {}
  if (typeof value !== 'object' || Array.isArray(value)) throw new Error(`${path}: expected a map`)
  for (const key of Object.keys(value)) if (!keys.includes(key)) throw new Error(`${path}: ${key} is not known here`)
  return value as Node
}

export function mapped<T>(value: unknown, read: (value: unknown, key: string) => T): Record<string, T> {
  return Object.fromEntries(Object.entries((value ?? {}) as Node).map(([key, inner]) => [key, read(inner, key)]))
}

interface Literals {
  readonly number: number
  readonly boolean: boolean
}

/** A value that GitHub would also accept as an expression. */
export function literal<Kind extends keyof Literals>(path: string, value: unknown, kind: Kind): Literals[Kind] {
  if (typeof value !== kind) throw new Error(`${path}: only a ${kind} is known here`)
  return value as Literals[Kind]
}

export function plain(value: unknown): string {
  if (!['string', 'number', 'boolean'].includes(typeof value)) throw new Error(`expected a text: ${JSON.stringify(value)}`)
  return String(value)
}

export const optional = (value: unknown): string | undefined => (value === undefined ? undefined : plain(value))
export const texts = (value: unknown): Texts => mapped(value, (inner) => plain(inner ?? ''))
export const list = (value: unknown): string[] | undefined => (value === undefined ? undefined : [value].flat().map(plain))
