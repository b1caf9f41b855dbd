import { PREVIEW_PART } from '../../domain/preview/preview.ts'
import type { PreviewRun } from '../../domain/preview/preview.ts'
import type { InputName, Inputs } from '../inputs/inputs.ts'
import { FACTS } from '../step/facts.ts'
import type { Problem } from '../step/problem.ts'
import { isInput } from '../step/step.ts'

/** What a run removes. */
export interface Removal {
  readonly command: 'destroy' | 'preview' | 'sweep'
  /** The part of the configuration file's `environments` that it reads; `undefined`: unclear. */
  readonly part: string | undefined
}

/** The removal that the run is; `undefined` for any other run. `act`: what it does with its preview. */
export function removalBy({ command, environment }: Partial<Inputs>, act: PreviewRun['act'] | undefined): Removal | undefined {
  if (command === 'destroy') return { command, part: environment }
  return command === 'sweep' || (command === 'preview' && act === 'remove') ? { command, part: PREVIEW_PART } : undefined
}

/**
 * Whether a problem stops a removal: it is about an input that the removal uses. Whatever else is wrong would keep something there that nobody wants any more.
 */
export function stops(removal: Removal, problem: Problem): boolean {
  const { input, means = [] } = problem
  const [, part, inPart] = /^environments\.([^.]+)\.(.+)$/.exec(input) ?? []
  if (part !== undefined && removal.part !== undefined && part !== removal.part) return false
  const name = inPart ?? input
  if (isInput(name)) return uses(removal, name) || isOfStep(removal, problem)
  if (name === '' || name.startsWith('environments') || isOfStep(removal, problem)) return true
  // Previews are also recognized by their marks. The end of another service depends on names alone.
  return means.length === 0 ? removal.command === 'destroy' : means.some((meant) => isInput(meant) && uses(removal, meant))
}

/** A preview has one step for all events of its pull request. Any other removal has a step of its own, whose author reads the error. */
function isOfStep({ command }: Removal, { at, isCombination }: Problem): boolean {
  return command !== 'preview' && at === undefined && isCombination !== true
}

/** At the end of a pull request, the record of its preview says on which host it is, and under which names. */
const RECORDED: readonly InputName[] = ['instance-id', 'domains']

function uses({ command }: Removal, name: InputName): boolean {
  if (command === 'preview' && RECORDED.includes(name)) return false
  const { commands } = FACTS[name]
  return commands.includes('destroy') || (command === 'sweep' && commands.includes('sweep'))
}
