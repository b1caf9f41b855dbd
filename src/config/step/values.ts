/** Reads the values of inputs. A run without any does not load this. */
import type { Fault, Field } from '../../domain/field/field.ts'
import { Invalid } from '../../domain/field/field.ts'
import type { Value } from '../../domain/field/value.ts'
import { INPUTS } from '../inputs/inputs.ts'
import type { InputName } from '../inputs/inputs.ts'
import { FACTS } from './facts.ts'
import { shorten } from './problem.ts'

/** Reads the text of the step over the value of the file. */
export function readInput(
  name: InputName,
  text: string | undefined,
  value?: Value,
): { readonly value: unknown } | { readonly message: string } {
  const field: Field<unknown> = INPUTS[name]
  const under = value && attempt(() => field.read(value))
  // The file reports its own problems.
  const ofFile = under && 'value' in under ? under : undefined
  if (text === undefined) return ofFile ?? { value: FACTS[name].absent }
  const over = attempt(() => field.parse(text))
  if ('faults' in over) return { message: textMessage(over.faults, field, text) }
  return ofFile && field.merge ? { value: field.merge(ofFile.value, over.value) } : over
}

/** The parsed value of a field, or what is wrong with it. */
export type Result<T> = { readonly value: T } | { readonly faults: readonly Fault[] }

/** What a field reads, or the faults that it throws as `Invalid`. */
export function attempt<T>(read: () => T): Result<T> {
  try {
    return { value: read() }
  } catch (error) {
    if (!(error instanceof Invalid)) throw error
    return { faults: error.faults }
  }
}

/** All problems with the text of one input: `got "x"; expected ...`, or `line 2 is "x", line 5 is "y"; expected ...`. */
export function textMessage(faults: readonly Fault[], { confidential }: Field<unknown>, raw: string): string {
  const groups = Object.entries(Object.groupBy(faults, ({ expected }) => expected))
  const quotes = !confidential || raw.trim() === ''
  return groups.map(([expected, same = []]) => `${quotes ? shown(same, raw) : hidden(same)}; expected ${expected}`).join('; ')
}

function shown(faults: readonly Fault[], raw: string): string {
  if (faults.every(({ line }) => line === undefined)) return `got ${faults.map(({ got }) => got ?? shorten(raw)).join(', ')}`
  return faults.map(({ line, got }) => `line ${line} is ${got}`).join(', ')
}

function hidden(faults: readonly Fault[]): string {
  const lines = faults.flatMap(({ line }) => line ?? [])
  if (lines.length === 0) return 'its value is wrong'
  return lines.length === 1 ? `line ${lines[0]} is wrong` : `lines ${lines.slice(0, -1).join(', ')} and ${lines.at(-1)} are wrong`
}

/** One thing that is wrong with a value of the file. */
export function valueMessage({ expected, got }: Fault, { confidential }: Field<unknown>): string {
  return got === undefined || confidential ? `expected ${expected}` : `got ${got}; expected ${expected}`
}
