/** What a run knows about each input without reading one. The build runs this file: the bundle has the values, and no code that computes them. */
import type { Command } from '../../domain/command.ts'
import type { Field, Kind } from '../../domain/field/field.ts'
import { INPUTS } from '../inputs/inputs.ts'
import type { InputName } from '../inputs/inputs.ts'

/** What is false or missing is left out. */
interface Facts {
  readonly commands: readonly Command[]
  readonly default?: string
  /** The value of an absent input. */
  readonly absent?: unknown
  /** What the runner passes for it when it is absent. */
  readonly passed?: string
  readonly emptyIsWrong?: true
  /** Only the step can set it. */
  readonly ofRun?: true
  /** Only one kind of service uses it. */
  readonly kind?: Kind
}

function factsOf({ commands, default: text, parse, passed, emptyIsWrong = false, ofRun, kind }: Field<unknown>): Facts {
  const absent = parse(standing(text))
  return {
    commands,
    ...(text !== undefined && { default: text }),
    ...(absent !== undefined && { absent }),
    ...(passed !== undefined && { passed }),
    ...(emptyIsWrong && { emptyIsWrong }),
    ...(ofRun && { ofRun }),
    ...(kind && { kind }),
  }
}

/** The text of an absent input. Only the runner can evaluate an expression, so otherwise it is no default. */
function standing(text = ''): string {
  return text.startsWith('${{') ? '' : text
}

const ENTRIES = Object.entries(INPUTS).map(([name, field]) => [name, factsOf(field)])
export const FACTS = Object.fromEntries(ENTRIES) as Readonly<Record<InputName, Facts>>
