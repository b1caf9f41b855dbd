import { COMMANDS } from '../../domain/command.ts'
import type { Command } from '../../domain/command.ts'
import { INPUTS } from './inputs.ts'
import type { InputName } from './inputs.ts'
import { attempt, didYouMean, nearest, shorten, textMessage } from './problem.ts'
import type { Problem } from './problem.ts'

/** The value in the step's `with:` block, or the runner's default. `undefined`: none. */
export function stepText(env: NodeJS.ProcessEnv, name: InputName): string | undefined {
  const text = env[variable(name)]
  return text === undefined || (text.trim() === '' && !INPUTS[name].emptyIsWrong) ? undefined : text
}

/** Whether the step sets it. The runner passes a default of action.yml just like the same text in the step. */
export function isInStep(env: NodeJS.ProcessEnv, name: InputName): boolean {
  const text = stepText(env, name)
  return text !== undefined && text.trim() !== INPUTS[name].passed
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
  const raw = asked?.trim() || INPUTS.command.default || ''
  const read = attempt(() => INPUTS.command.parse(raw))
  if ('value' in read) return { command: read.value, problems: [] }
  const near = nearest(raw, COMMANDS)
  const message = near === undefined ? textMessage(read.faults, INPUTS.command, raw) : `got ${shorten(raw)}; did you mean \`${near}\`?`
  return { command: undefined, problems: [{ input: 'command', message }] }
}

/** The runner also passes inputs that the action does not know. To ignore them would hide a typo. */
export function unknownInputs(env: NodeJS.ProcessEnv): Problem[] {
  const known = new Set([...Object.keys(INPUTS), ...COMMANDS.map(markOf)].map(variable))
  return Object.keys(env)
    .filter((key) => key.startsWith('INPUT_') && !known.has(key))
    .map((key) => {
      const input = key.slice('INPUT_'.length).toLowerCase()
      const { message, means } = didYouMean(input, Object.keys(INPUTS))
      // Nobody who mistyped an input looks for a variable.
      const origin = means.length > 0 ? '' : ` (from \`with:\`, or from the variable ${key} in an \`env:\`)`
      return { input, message: `${message}${origin}`, means }
    })
}

/** The runner's spelling: upper case, underscores for spaces, hyphens unchanged. */
function variable(name: string): string {
  return `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`
}
