import type { Position } from '../../domain/field/value.ts'
import { DeployError } from '../../errors.ts'

/** One thing that is wrong with the inputs. */
export interface Problem {
  /** Name of the input; empty for the whole file. */
  readonly input: string
  /** A phrase without a full stop. */
  readonly message: string
  /** Position in the configuration file; missing for the step's inputs. */
  readonly at?: FilePosition
  /** The place to correct, in words, if it is neither the step nor the configuration file. */
  readonly place?: string
  /** Nobody gave the input, which the step or the configuration file can set. */
  readonly isMissing?: true
  /** It is about several inputs together. */
  readonly isCombination?: true
  /** Inputs that an unknown name probably means. */
  readonly means?: readonly string[]
}

export interface FilePosition extends Position {
  readonly path: string
}

/** All problems as one error: several have a line each. */
export function inputError(all: readonly Problem[]): DeployError {
  const meant = new Set(all.flatMap(({ means = [] }) => means))
  // A typo in its name is the whole problem.
  const problems = all.filter(({ isMissing, input }) => !isMissing || !meant.has(input))
  return new DeployError('inputs', listed(problems.map(problemWords)), {
    hint: `Correct ${placesOf(problems).join(' and ')}; nothing was changed.`,
  })
}

function listed(lines: readonly string[]): string {
  if (lines.length === 1) return `A problem with the inputs: ${lines[0]}`
  return `${lines.length} problems with the inputs:\n${lines.map((line) => `  ${line}`).join('\n')}`
}

/** Its place, the input and what is wrong with it. */
export function problemWords({ input, message, at }: Problem): string {
  return [at && spell(at), input, message].filter(Boolean).join(': ')
}

const STEP = 'the `with:` block of this step'
const FILE = 'the configuration file'

function placesOf(problems: readonly Problem[]): readonly string[] {
  const places = new Set(problems.filter(({ isMissing }) => !isMissing).map(({ at, place }) => (at ? FILE : (place ?? STEP))))
  if (places.size === 0) return [`${STEP} or ${FILE}`]
  return [STEP, FILE, ...places].filter((place, index, ordered) => places.has(place) && ordered.indexOf(place) === index)
}

function spell({ path, line, column }: FilePosition): string {
  return `${path}:${line}:${column}`
}

/** Sorts by position in the file. */
export function inOrder(problems: readonly Problem[]): readonly Problem[] {
  const line = ({ at }: Problem): number => at?.line ?? 0
  const column = ({ at }: Problem): number => at?.column ?? 0
  return problems.toSorted((a, b) => line(a) - line(b) || column(a) - column(b))
}

/** An input for a message: quoted, and 80 characters at most. */
export function shorten(raw: string): string {
  if (raw.trim() === '') return 'nothing'
  return JSON.stringify(raw.length > 80 ? `${raw.slice(0, 80)}...` : raw)
}
