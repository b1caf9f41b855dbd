import type { Command } from '../domain/command.ts'
import { PREVIEW_PART } from '../domain/preview/preview.ts'
import type { ConfigFile } from './file/config-file.ts'
import type { FileInputs } from './file/file-inputs.ts'
import type { Given } from './given.ts'
import type { InputName, Inputs } from './inputs/inputs.ts'
import { FACTS } from './step/facts.ts'
import { alternatives } from './step/spelling.ts'
import type { FilePosition, Problem } from './step/problem.ts'
import { commandOf, isInStep, NAMES, passedInputs, stepText, unknownInputs } from './step/step.ts'
import type { ReadInputs } from './step/step.ts'

/**
 * Reads every input: the step's value overrides the file's, which overrides the default. Collects all problems instead of stopping at the first.
 * All commands share the file, so this ignores file inputs that the command does not use. In the step they are an error.
 * `given`: missing in a run that gives no input a value of its own, and so reads none.
 */
export function readInputs(env: NodeJS.ProcessEnv, file: ConfigFile | undefined, given?: Given): ReadInputs {
  const { command, problems: unclear } = commandOf(env)
  const purpose = { command, planned: command === 'plan' ? plannedBy(env) : undefined }
  const problems: Problem[] = [...unclear, ...unknownInputs(env)]
  const inFile = file && given && ofFile(env, file, command, given)
  const inputs: Record<string, unknown> = command === undefined ? {} : { command }
  const passed = passedInputs(env)
  const names = new Set<InputName>()
  const places = new Map<InputName, FilePosition>()
  for (const name of NAMES) {
    if (name === 'command') continue
    const { commands, absent } = FACTS[name]
    const applies = isFor(commands, purpose)
    const inStep = passed.has(name) && isInStep(env, name)
    if (!applies && inStep) problems.push({ input: name, message: onlyWith(name, purpose) })
    const text = applies && inStep ? stepText(env, name) : undefined
    const value = applies ? inFile?.values.get(name) : undefined
    if (text !== undefined || value !== undefined) names.add(name)
    if (file && value && text === undefined) places.set(name, { path: file.path, ...value.at })
    const read = given && names.has(name) ? given.readInput(name, text, value) : { value: absent }
    if ('message' in read) problems.push({ input: name, message: read.message })
    else inputs[name] = read.value
  }
  return { inputs, given: names, places, problems: [...problems, ...(inFile?.problems ?? [])] }
}

function ofFile(env: NodeJS.ProcessEnv, file: ConfigFile, command: Command | undefined, { fileInputs, readInput }: Given): FileInputs {
  const environment = readInput('environment', stepText(env, 'environment'))
  const own = 'value' in environment ? String(environment.value) : undefined
  return fileInputs(file, command === 'preview' || command === 'sweep' ? PREVIEW_PART : own)
}

/** All inputs as if nobody gave one. */
export function absentInputs(): Partial<Inputs> {
  return Object.fromEntries(NAMES.map((name) => [name, FACTS[name].absent]))
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
  const { commands } = FACTS[name]
  if (planned === 'promote' && commands.includes('plan')) return 'not valid with promote-from: a promoted release brings its own'
  if (planned === 'deploy' && commands.includes('plan')) return 'with command plan only valid together with promote-from in the same step'
  const brought = command === 'promote' && commands.includes('deploy') ? '; a promoted release brings its own' : ''
  return `only valid with command ${alternatives(commands)}${brought}`
}
