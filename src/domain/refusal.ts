/** Causes of runs that refuse: they changed nothing, and are `refused` instead of `failed`. */
export const REFUSALS = [
  'inputs',
  'refused',
  'plan-changed',
  'wrong-account',
  'lock-held',
  'superseded',
  'image-not-attested',
  'image-vulnerable',
  'image-not-scanned',
] as const

export type Refusing = (typeof REFUSALS)[number]

/** Why a run would not do what it is asked for, and what helps. */
export interface Refusal {
  /** Default: `refused`. */
  readonly code?: Refusing
  readonly reason: string
  readonly hint: string
}

/** A refusal among the other results of a decision. */
export type Refused = { readonly kind: 'refuse' } & Refusal

export function refuse(reason: string, hint: string): Refused {
  return { kind: 'refuse', reason, hint }
}
