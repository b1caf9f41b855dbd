/** Causes of runs that changed nothing: their outcome is `refused` instead of `failed`. */
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
  'record-unreadable',
] as const

export type Refusing = (typeof REFUSALS)[number]

/** Why a run refuses its task, and the next step. */
export interface Refusal {
  /** Default: `refused`. */
  readonly code?: Refusing
  readonly reason: string
  readonly hint: string
}

/** A refusal as one result of a decision. */
export type Refused = { readonly kind: 'refuse' } & Refusal

/** A refusal in place of a result. */
export function refuse(reason: string, hint: string): Refused {
  return { kind: 'refuse', reason, hint }
}
