import type { CommentRun } from '../domain/comment/comment-run.ts'
import type { RunVariables } from '../domain/job.ts'
import type { PreviewRun } from '../domain/preview/preview.ts'
import { removalBy, stops } from './checks/removal.ts'
import { combinationProblems } from './combinations.ts'
import type { ConfigFile } from './file/config-file.ts'
import type { Given } from './given.ts'
import type { Inputs } from './inputs/inputs.ts'
import { absentInputs, readInputs } from './read-inputs.ts'
import { FACTS } from './step/facts.ts'
import { inputError, problemWords } from './step/problem.ts'
import type { Problem } from './step/problem.ts'
import { isInput, isInStep } from './step/step.ts'
import type { ReadInputs } from './step/step.ts'

/** All inputs that the run uses, valid alone and together. */
export interface CheckedInputs {
  readonly inputs: Inputs
  readonly given: ReadInputs['given']
  readonly runs: { readonly preview: PreviewRun | undefined; readonly comment: CommentRun | undefined }
  /** What is wrong with inputs that the run does not use, in words: see config/checks/removal.ts. */
  readonly unused: readonly string[]
}

interface Sources {
  readonly env: NodeJS.ProcessEnv
  readonly job: RunVariables
  readonly file: ConfigFile | undefined
  /** Missing in a run that gives no input a value of its own. */
  readonly given: Given | undefined
}

/** Reads and validates the environment of the run and its configuration file. Throws one `DeployError` with all problems. */
export function checkInputs({ env, job, file, given: reader }: Sources): CheckedInputs {
  const read = readInputs(env, file, reader)
  const { command } = read.inputs
  const preview = command === 'preview' ? reader?.previewOf(read, env, job) : undefined
  const comment = command === 'comment' ? reader?.commentOf(read.inputs, env, job) : undefined
  const { inputs, given, problems: wrongs } = preview?.read ?? read
  const found = allProblems([...wrongs, ...(comment?.problems ?? [])], file, () => combinationProblems(inputs, env, job))
  const problems = found.map((problem) => located(problem, read, env))
  const removal = removalBy(inputs, preview?.run?.act)
  if (problems.some((problem) => removal === undefined || stops(removal, problem))) throw inputError(problems)
  const whole = problems.length === 0 ? inputs : { ...absentInputs(), ...inputs }
  return { inputs: whole as Inputs, given, runs: { preview: preview?.run, comment: comment?.run }, unused: problems.map(problemWords) }
}

/** Combinations cannot be checked while an input is wrong, or the file is unreadable. */
function allProblems(problems: readonly Problem[], file: ConfigFile | undefined, combined: () => readonly Problem[]): readonly Problem[] {
  if (file && file.problems.length > 0) return problems
  const wrong = new Set(problems.map(({ input }) => input.replace(/^environments\..*\./, '')))
  const more = combined().filter(({ input }) => !wrong.has(input))
  return [...problems, ...more.map((problem) => ({ ...problem, isCombination: true }) as const)]
}

/** With the place to correct, if it is not the step: the file gives the input, or nobody does. */
function located(problem: Problem, { places }: ReadInputs, env: NodeJS.ProcessEnv): Problem {
  const { input, at, place } = problem
  if (at !== undefined || place !== undefined || !isInput(input) || isInStep(env, input)) return problem
  const inFile = places.get(input)
  if (inFile !== undefined) return { ...problem, at: inFile }
  return FACTS[input].ofRun ? problem : { ...problem, isMissing: true }
}
