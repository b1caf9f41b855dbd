import { DeployError } from '../errors.ts'
import { Invalid } from '../domain/fields.ts'
import { INPUTS } from '../inputs.ts'
import type { InputName, Inputs } from '../inputs.ts'

/** One thing that is wrong with the inputs. */
export interface Problem {
  readonly input: string
  readonly got: string
  readonly expected: string
}

/** Reads every input out of the `INPUT_*` variables, and gathers what is wrong instead of stopping at the first. */
export function readInputs(env: NodeJS.ProcessEnv): { readonly inputs: Partial<Inputs>; readonly problems: readonly Problem[] } {
  const problems: Problem[] = unknownInputs(env)
  const inputs: Record<string, unknown> = {}
  for (const [name, field] of Object.entries(INPUTS)) {
    const given = env[variable(name)]
    const absent = given === undefined || (given.trim() === '' && !field.emptyIsWrong)
    const raw = absent ? (field.default ?? '') : given
    try {
      inputs[name] = field.parse(raw)
    } catch (error) {
      if (!(error instanceof Invalid)) throw error
      problems.push({ input: name, got: field.confidential ? countLines(raw) : shorten(raw), expected: error.message })
    }
  }
  return { inputs, problems }
}

/** All problems as one error, a line each. */
export function inputError(problems: readonly Problem[]): DeployError {
  const lines = problems.map(({ input, got, expected }) => `${input}: got ${got}; expected ${expected}`)
  const count = problems.length === 1 ? 'An input is wrong' : `${problems.length} inputs are wrong`
  return new DeployError('inputs', `${count}:\n${lines.map((line) => `  ${line}`).join('\n')}`, {
    next: 'Correct the `with:` block of this step; nothing was changed.',
  })
}

/** Whether the workflow sets it, to anything but its default: the runner hands over defaults as if they were set. */
export function isGiven(env: NodeJS.ProcessEnv, name: InputName): boolean {
  const text = env[variable(name)]?.trim() ?? ''
  return text !== '' && text !== INPUTS[name].default
}

/** As the runner spells it: upper case, spaces become underscores, hyphens stay. */
function variable(name: string): string {
  return `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`
}

/** The runner hands over inputs that the action does not know, too; passing them over would hide a typo. */
function unknownInputs(env: NodeJS.ProcessEnv): Problem[] {
  const known = new Set(Object.keys(INPUTS).map(variable))
  return Object.keys(env)
    .filter((key) => key.startsWith('INPUT_') && !known.has(key))
    .map((key) => {
      const input = key.slice('INPUT_'.length).toLowerCase()
      const near = nearest(input, Object.keys(INPUTS))
      return {
        input,
        got: 'an input of this name',
        expected: near
          ? `\`${near}\`, perhaps? There is no input of that name`
          : 'one of the documented inputs; there is none of that name',
      }
    })
}

function nearest(word: string, candidates: readonly string[]): string | undefined {
  const [best] = candidates.map((candidate) => ({ candidate, far: distance(word, candidate) })).toSorted((a, b) => a.far - b.far)
  return best && best.far <= Math.max(2, word.length / 3) ? best.candidate : undefined
}

/** Levenshtein distance, one row at a time. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (const [at, letter] of [...a].entries()) {
    const next = [at + 1]
    for (const [column, other] of [...b].entries()) {
      next.push(Math.min((row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1, (row[column] ?? 0) + (letter === other ? 0 : 1)))
    }
    row = next
  }
  return row.at(-1) ?? 0
}

function countLines(raw: string): string {
  const count = raw.split('\n').length
  return count === 1 ? 'a line that is not shown' : `${count} lines that are not shown`
}

function shorten(raw: string): string {
  if (raw.trim() === '') return 'nothing'
  return JSON.stringify(raw.length > 80 ? `${raw.slice(0, 80)}...` : raw)
}
