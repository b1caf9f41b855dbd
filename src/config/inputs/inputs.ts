import type { Field } from '../../domain/field/field.ts'
import { COMMENTS } from '../../domain/comment/inputs.ts'
import { PREVIEWS } from '../../domain/preview/inputs.ts'
import { SPEC } from '../../domain/release/spec.ts'
import { CANARY } from './canary.ts'
import { DATA } from './data.ts'
import { GUARDS } from './guards.ts'
import { HOST } from './host.ts'
import { IMAGE } from './image.ts'
import { NAMES } from './names.ts'
import { PROVENANCE } from './provenance.ts'
import { ROLLOUT } from './rollout.ts'
import { LOGS } from './reports/logs.ts'
import { METRICS } from './reports/metrics.ts'
import { WHAT } from './what.ts'

/** Every input of the action: the one source of its type, its default and its documentation. */
export const INPUTS = {
  ...WHAT,
  ...GUARDS,
  ...HOST,
  ...IMAGE,
  ...PROVENANCE,
  ...SPEC,
  ...NAMES,
  ...DATA,
  ...ROLLOUT,
  ...CANARY,
  ...LOGS,
  ...METRICS,
  ...PREVIEWS,
  ...COMMENTS,
} as const satisfies Record<string, Field<unknown>>

export type InputName = keyof typeof INPUTS
/** The parsed inputs: durations in seconds, sizes in bytes, absent optional ones `undefined`. */
export type Inputs = { readonly [K in InputName]: ReturnType<(typeof INPUTS)[K]['parse']> }
