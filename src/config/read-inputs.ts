import type { Command } from '../domain/command.ts'
import { PREVIEW_PART } from '../domain/preview/preview.ts'
import type { Field } from '../domain/field/field.ts'
import type { Value } from '../domain/field/value.ts'
import { INPUTS } from './inputs/inputs.ts'
import type { InputName, Inputs } from './inputs/inputs.ts'
import type { ConfigFile } from './file/config-file.ts'
import { fileInputs } from './file/file-inputs.ts'
import { alternatives, attempt, textMessage } from './inputs/problem.ts'
import type { Problem } from './inputs/problem.ts'
import { commandOf, isInStep, stepText, unknownInputs } from './inputs/step.ts'

export interface ReadInputs {
  /** Only the valid ones. */
  readonly inputs: Partial<Inputs>
  /** Names of the inputs that the step or the file gives, valid or not. */
  readonly given: ReadonlySet<InputName>
  readonly problems: readonly Problem[]
}

/**
 * Reads every input: the step's value overrides the file's, which overrides the default. Collects all problems instead of stopping at the first.
 * All commands share the file, so this ignores file inputs that the command does not use. In the step they are an error.
 */
export function readInputs(env: NodeJS.ProcessEnv, file: ConfigFile | undefined): ReadInputs {
  const { command, problems: unclear } = commandOf(env)
  const purpose = { command, planned: command === 'plan' ? plannedBy(env) : undefined }
  const problems: Problem[] = [...unclear, ...unknownInputs(env)]
  const environment = attempt(() => INPUTS.environment.parse(stepText(env, 'environment') ?? INPUTS.environment.default ?? ''))
  const part = command === 'preview' || command === 'sweep' ? PREVIEW_PART : 'value' in environment ? environment.value : undefined
  const inFile = file && fileInputs(file, part)
  const inputs: Record<string, unknown> = command === undefined ? {} : { command }
  const given = new Set<InputName>()
  for (const name of Object.keys(INPUTS) as InputName[]) {
    if (name === 'command') continue
    const applies = isFor(INPUTS[name].commands, purpose)
    if (!applies && isInStep(env, name)) problems.push({ input: name, message: onlyWith(name, purpose) })
    const text = applies && isInStep(env, name) ? stepText(env, name) : undefined
    const value = applies ? inFile?.values.get(name) : undefined
    if (text !== undefined || value !== undefined) given.add(name)
    const read = one(INPUTS[name], text, value)
    if ('message' in read) problems.push({ input: name, message: read.message })
    else inputs[name] = read.value
  }
  return { inputs, given, problems: [...problems, ...(inFile?.problems ?? [])] }
}

function one(
  field: Field<unknown>,
  text: string | undefined,
  value: Value | undefined,
): { readonly value: unknown } | { readonly message: string } {
  const under = value && attempt(() => field.read(value))
  // The file reports its own problems.
  const ofFile = under && 'value' in under ? under : undefined
  if (text === undefined && ofFile) return ofFile
  const raw = text ?? standing(field)
  const over = attempt(() => field.parse(raw))
  if ('faults' in over) return { message: textMessage(over.faults, field, raw) }
  return ofFile && field.merge ? { value: field.merge(ofFile.value, over.value) } : over
}

/** All inputs as if nobody gave one. */
export function standardInputs(): Partial<Inputs> {
  const values = Object.entries(INPUTS).map(([name, field]) => [name, attempt<unknown>(() => field.parse(standing(field)))] as const)
  return Object.fromEntries(values.flatMap(([name, read]) => ('value' in read ? [[name, read.value]] : [])))
}

/** The default of an absent input. Only the runner can evaluate an expression, so otherwise it is no default. */
function standing({ default: text = '' }: Field<unknown>): string {
  return text.startsWith('${{') ? '' : text
}

/** The purpose of a run. */
interface Purpose {
  /** `undefined`: unclear. */
  readonly command: Command | undefined
  /** Only for a plan. */
  readonly planned: 'deploy' | 'promote' | undefined
}

/** The planned command. The file sets `promote-from` for every run of the environment, so only the step's value makes it the plan of a promotion. */
function plannedBy(env: NodeJS.ProcessEnv): 'deploy' | 'promote' {
  return isInStep(env, 'promote-from') ? 'promote' : 'deploy'
}

/** A plan takes the inputs of the planned command, and those that belong to neither deploy nor promote. */
function isFor(commands: readonly Command[], { command, planned }: Purpose): boolean {
  if (command === undefined) return true
  if (!commands.includes(command)) return false
  return planned === undefined || commands.includes(planned) || !commands.includes(planned === 'deploy' ? 'promote' : 'deploy')
}

function onlyWith(name: InputName, { command, planned }: Purpose): string {
  const { commands } = INPUTS[name]
  if (planned === 'promote' && commands.includes('plan')) return 'not valid with promote-from: a promoted release brings its own'
  if (planned === 'deploy' && commands.includes('plan')) return 'with command plan only valid together with promote-from in the same step'
  const brought = command === 'promote' && commands.includes('deploy') ? '; a promoted release brings its own' : ''
  return `only valid with command ${alternatives(commands)}${brought}`
}
