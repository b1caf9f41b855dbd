import { COMMANDS } from '../../domain/command.ts'
import type { Command } from '../../domain/command.ts'
import { INPUTS } from './inputs.ts'
import type { InputName } from './inputs.ts'
import { attempt, didYouMean, textMessage } from './problem.ts'
import type { Problem } from './problem.ts'

/** What the step says in its `with:` block, or the runner instead of it. `undefined`: nothing. */
export function stepText(env: NodeJS.ProcessEnv, name: InputName): string | undefined {
  const text = env[variable(name)]
  return text === undefined || (text.trim() === '' && !INPUTS[name].emptyIsWrong) ? undefined : text
}

/** Whether the step gives it; a default that action.yml states is not told from the same text in the step. */
export function isInStep(env: NodeJS.ProcessEnv, name: InputName): boolean {
  const { defaultByRunner, default: standard } = INPUTS[name]
  const text = stepText(env, name)
  return text !== undefined && !(defaultByRunner && text.trim() === standard)
}

/** Name of the input by which the action of one command, such as `rollback/action.yml`, tells which it is; its default is `true`. */
export function markOf(command: Command): string {
  return `command-${command}`
}

/** The command of the run: the input, or that of an action which has only one. `undefined` where that is not clear. */
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
  const raw = asked?.trim() || INPUTS.command.default || ''
  const read = attempt(() => INPUTS.command.parse(raw))
  if ('value' in read) return { command: read.value, problems: [] }
  return { command: undefined, problems: [{ input: 'command', message: textMessage(read.faults, INPUTS.command, raw) }] }
}

/** The runner hands over inputs that the action does not know, too; passing them over would hide a typo. */
export function unknownInputs(env: NodeJS.ProcessEnv): Problem[] {
  const known = new Set([...Object.keys(INPUTS), ...COMMANDS.map(markOf)].map(variable))
  return Object.keys(env)
    .filter((key) => key.startsWith('INPUT_') && !known.has(key))
    .map((key) => {
      const input = key.slice('INPUT_'.length).toLowerCase()
      return { input, message: `${didYouMean(input, Object.keys(INPUTS))} (from \`with:\`, or from the variable ${key} in an \`env:\`)` }
    })
}

/** As the runner spells it: upper case, spaces become underscores, hyphens stay. */
function variable(name: string): string {
  return `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`
}
