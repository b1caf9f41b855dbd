import { COMMANDS } from '../../domain/command.ts'
import type { Command } from '../../domain/command.ts'
import { FACTS } from './facts.ts'
import type { InputName, Inputs } from '../inputs/inputs.ts'
import { shorten } from './problem.ts'
import { didYouMean, nearest } from './spelling.ts'
import type { FilePosition, Problem } from './problem.ts'

/** The names of all inputs. */
export const NAMES = Object.keys(FACTS) as readonly InputName[]

/** What the step and the configuration file give. */
export interface ReadInputs {
  /** Only the valid ones. */
  readonly inputs: Partial<Inputs>
  /** Names of the inputs that the step or the file gives, valid or not. */
  readonly given: ReadonlySet<InputName>
  /** Where the file gives the inputs that the step does not. */
  readonly places: ReadonlyMap<InputName, FilePosition>
  readonly problems: readonly Problem[]
}

/** Whether the step gives an input a value of its own. */
export function givesInputs(env: NodeJS.ProcessEnv): boolean {
  return commandOf(env).command !== FACTS.command.default || [...passedInputs(env)].some((name) => isInStep(env, name))
}

/** The inputs that the runner passes, set or not. To look for each name in the environment would take ten times as long. */
export function passedInputs(env: NodeJS.ProcessEnv): ReadonlySet<InputName> {
  return new Set(passedVariables(env).map(inputOf).filter(isInput))
}

/** The value in the step's `with:` block, or the runner's default. `undefined`: none. */
export function stepText(env: NodeJS.ProcessEnv, name: InputName): string | undefined {
  const text = env[variable(name)]
  return text === undefined || (text.trim() === '' && !FACTS[name].emptyIsWrong) ? undefined : text
}

/** Whether the step sets it. The runner passes a default of action.yml just like the same text in the step. */
export function isInStep(env: NodeJS.ProcessEnv, name: InputName): boolean {
  const text = stepText(env, name)
  return text !== undefined && text.trim() !== FACTS[name].passed
}

/** Input by which the action of one command, such as `rollback/action.yml`, identifies itself; its default is `true`. */
export function markOf(command: Command): string {
  return `command-${command}`
}

/** The command of the run: the input, or that of an action for one command. `undefined` if unclear. */
export function commandOf(env: NodeJS.ProcessEnv): { readonly command: Command | undefined; readonly problems: readonly Problem[] } {
  const marked = COMMANDS.filter((command) => env[variable(markOf(command))] !== undefined)
  const asked = env[variable('command')]
  const [own] = marked
  if (own === undefined) return askedCommand(asked)
  if (marked.length === 1 && asked === undefined && env[variable(markOf(own))] === 'true') return { command: own, problems: [] }
  const message = `not to be set here: the action of a single command, such as OWNER/docker-to-ec2/${own}, has no other one`
  return { command: undefined, problems: [{ input: 'command', message }] }
}

function askedCommand(asked: string | undefined): ReturnType<typeof commandOf> {
  const raw = asked?.trim() || FACTS.command.default || ''
  const command = COMMANDS.find((known) => known === raw)
  if (command !== undefined) return { command, problems: [] }
  const near = nearest(raw, COMMANDS)
  const message = `got ${shorten(raw)}; ${near === undefined ? `expected one of ${COMMANDS.join(', ')}` : `did you mean \`${near}\`?`}`
  return { command: undefined, problems: [{ input: 'command', message }] }
}

/** The runner also passes inputs that the action does not know. To ignore them would hide a typo. */
export function unknownInputs(env: NodeJS.ProcessEnv): Problem[] {
  const marks = COMMANDS.map((command) => variable(markOf(command)))
  const isKnown = (key: string): boolean => marks.includes(key) || (isInput(inputOf(key)) && variable(inputOf(key)) === key)
  return passedVariables(env)
    .filter((key) => !isKnown(key))
    .map((key) => {
      const input = inputOf(key)
      const { message, means } = didYouMean(input, NAMES)
      // Nobody who mistyped an input looks for a variable.
      const origin = means.length > 0 ? '' : ` (from \`with:\`, or from the variable ${key} in an \`env:\`)`
      return { input, message: `${message}${origin}`, means }
    })
}

/** Whether there is an input with this name. */
export function isInput(name: string): name is InputName {
  return Object.hasOwn(FACTS, name)
}

const PREFIX = 'INPUT_'

function passedVariables(env: NodeJS.ProcessEnv): readonly string[] {
  return Object.keys(env).filter((key) => key.startsWith(PREFIX))
}

/** The runner's spelling: upper case, hyphens unchanged. No name has a space, which would be an underscore. */
function variable(name: string): string {
  return `${PREFIX}${name.toUpperCase()}`
}

function inputOf(key: string): string {
  return key.slice(PREFIX.length).toLowerCase()
}
