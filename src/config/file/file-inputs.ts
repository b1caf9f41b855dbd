import { overlay } from '../../domain/field/value.ts'
import type { Entry, Mapping, Value } from '../../domain/field/value.ts'
import { INPUTS } from '../inputs/inputs.ts'
import type { InputName } from '../inputs/inputs.ts'
import type { ConfigFile } from './config-file.ts'
import { inOrder, shorten } from '../step/problem.ts'
import { didYouMean, nearest } from '../step/spelling.ts'
import type { Problem } from '../step/problem.ts'
import { isInput } from '../step/step.ts'
import { attempt, textMessage, valueMessage } from '../step/values.ts'

const ENVIRONMENTS = 'environments'

/** The inputs that the file gives one environment. */
export interface FileInputs {
  readonly values: ReadonlyMap<InputName, Value>
  /** Of the whole file, including the parts for other environments. */
  readonly problems: readonly Problem[]
}

/** A part of the file with inputs: its top, or an entry of `environments`. */
interface Part {
  readonly entries: readonly Entry[]
  /** Prefix of its inputs' names: empty, or `environments.staging.`. */
  readonly prefix: string
}

/** The top of the file, overridden by the entry of this environment. `undefined`: the environment is unknown. */
export function fileInputs(file: ConfigFile, environment: string | undefined): FileInputs {
  const { content } = file
  const top = { entries: content.entries.filter(({ key }) => key !== ENVIRONMENTS), prefix: '' }
  const { parts, problems } = environmentsOf(file, content)
  const own = parts.find(({ prefix }) => prefix === `${ENVIRONMENTS}.${environment}.`)
  const typo = environment === undefined ? undefined : environmentTypo(file, environment)
  return {
    values: valuesOf([top, ...(own ? [own] : [])]),
    problems: inOrder([
      ...(typo ? [typo] : []),
      ...file.problems,
      ...problems,
      ...[top, ...parts].flatMap((part) => problemsOf(file, part)),
    ]),
  }
}

/** Where the inputs of an environment come from, in words: the file and its part for the environment, or only parts for others. */
export function partWords({ path, content }: ConfigFile, environment: string): string {
  const names = environmentNames(content)
  if (names.includes(environment)) return `${path} with ${ENVIRONMENTS}.${environment}`
  return names.length === 0 ? path : `${path}, which has no section for ${environment}, only for ${names.join(', ')}`
}

function environmentNames({ entries }: Mapping): readonly string[] {
  const environments = entries.find(({ key }) => key === ENVIRONMENTS)?.value
  return environments?.kind === 'map' ? environments.entries.map(({ key }) => key) : []
}

/** Catches a typo, which would launch a new host. Names that differ only in a number, such as `pr-1` and `pr-12`, are not typos. */
function environmentTypo({ path, content }: ConfigFile, environment: string): Problem | undefined {
  const names = environmentNames(content)
  const near = names.includes(environment) ? undefined : nearest(environment, names)
  if (near === undefined || withoutNumbers(near) === withoutNumbers(environment)) return undefined
  const message = `${path} has no ${environment}; did you mean \`${near}\`? If not, add \`${environment}: {}\` to its ${ENVIRONMENTS}`
  return { input: 'environment', message }
}

const withoutNumbers = (name: string): string => name.replaceAll(/\d+/g, '')

function environmentsOf(
  file: ConfigFile,
  { entries }: Mapping,
): { readonly parts: readonly Part[]; readonly problems: readonly Problem[] } {
  const value = entries.find(({ key }) => key === ENVIRONMENTS)?.value
  if (value === undefined) return { parts: [], problems: [] }
  if (value.kind !== 'map') return { parts: [], problems: [wrong(file, value, 'expected a map of names to inputs', ENVIRONMENTS)] }
  const problems = value.entries.flatMap(({ key, at, value: inner }) => {
    const input = `${ENVIRONMENTS}.${key}`
    const named = attempt(() => INPUTS.environment.parse(key))
    if ('faults' in named) return [{ input, message: textMessage(named.faults, INPUTS.environment, key), at: { path: file.path, ...at } }]
    return inner.kind === 'map' ? [] : [wrong(file, inner, 'expected a map of inputs', input)]
  })
  const parts = value.entries.flatMap(({ key, value: inner }) =>
    inner.kind === 'map' ? [{ entries: inner.entries, prefix: `${ENVIRONMENTS}.${key}.` }] : [],
  )
  return { parts, problems }
}

function wrong(file: ConfigFile, { at }: Value, message: string, input = ''): Problem {
  return { input, message, at: { path: file.path, ...at } }
}

function valuesOf(parts: readonly Part[]): ReadonlyMap<InputName, Value> {
  const values = new Map<InputName, Value>()
  for (const { key, value } of parts.flatMap(({ entries }) => entries)) {
    if (!isInput(key)) continue
    const under = values.get(key)
    values.set(key, under === undefined ? value : overlay(under, value))
  }
  return values
}

function problemsOf(file: ConfigFile, { entries, prefix }: Part): Problem[] {
  return entries.flatMap(({ key, at, value }) => {
    const input = `${prefix}${key}`
    if (!isInput(key)) return [{ input, ...didYouMean(key, namesForFiles()), at: { path: file.path, ...at } }]
    const field = INPUTS[key]
    if (field.ofRun)
      return [{ input, message: 'belongs to a single run: set it in the `with:` block of a step', at: { path: file.path, ...at } }]
    const read = attempt<unknown>(() => field.read(value))
    if ('value' in read) return []
    return read.faults.map((fault) => ({
      input,
      message: valueMessage({ got: value.kind === 'scalar' ? shorten(value.text) : undefined, ...fault }, field),
      at: { path: file.path, ...(fault.at ?? value.at) },
    }))
  })
}

function namesForFiles(): readonly string[] {
  return Object.entries(INPUTS).flatMap(([name, { ofRun }]) => (ofRun ? [] : [name]))
}
