/** What a run deployed to an environment, or tried to. Times are milliseconds since the epoch. */
export interface Delivery {
  readonly id: string
  readonly environment: string
  /** `change`: a deploy or a promotion. */
  readonly kind: 'change' | 'rollback' | 'restart'
  readonly release: string
  readonly commit: string
  readonly actor: string
  readonly runUrl: string
  /** Empty: the release was verified. */
  readonly cause: string
  /** It failed, and the run returned all visitors to the previous release. */
  readonly returned: boolean
  readonly startedAt: number
  /** When it was verified, or failed. */
  readonly endedAt: number
  readonly committedAt?: number
  /** When the first visitor could reach it; missing if none could, or if unknown. */
  readonly reachedAt?: number
  /** When its last host cut over. */
  readonly servedAt?: number
  /** The largest share of its canary, in percent. */
  readonly canary?: number
}

/** The kind of the run of a command. */
export function kindOf(command: string): Delivery['kind'] {
  return command === 'rollback' || command === 'restart' ? command : 'change'
}

/** Whether a run failed, and returned all visitors to the previous release. */
export function isReturned({ cause, outcome }: { readonly cause: string; readonly outcome: string }): boolean {
  return cause !== '' && outcome === 'rolled-back'
}

/** Whether its release served, and baked. */
export function isVerified({ cause }: Delivery): boolean {
  return cause === ''
}

/** Whether it made a release live, and did not just restart one. */
export function isRelease({ kind }: Delivery): boolean {
  return kind !== 'restart'
}

/** By their end, the oldest first; the same order for the same deliveries. */
export function inOrder(deliveries: readonly Delivery[]): readonly Delivery[] {
  return deliveries.toSorted((one, other) => one.endedAt - other.endedAt || one.startedAt - other.startedAt || (one.id < other.id ? -1 : 1))
}
