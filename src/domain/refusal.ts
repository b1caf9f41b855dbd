/** Why a run would not do what it is asked for, and what helps. */
export interface Refusal {
  readonly reason: string
  readonly hint: string
}

/** A refusal among the other results of a decision. */
export type Refused = { readonly kind: 'refuse' } & Refusal

export function refuse(reason: string, hint: string): Refused {
  return { kind: 'refuse', reason, hint }
}
