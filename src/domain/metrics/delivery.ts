/** What a run brought to an environment, or tried to. Times are milliseconds since the epoch. */
export interface Delivery {
  readonly id: string
  readonly environment: string
  /** `change`: a deploy or a promotion. */
  readonly kind: 'change' | 'rollback' | 'restart'
  readonly release: string
  readonly commit: string
  readonly actor: string
  readonly runUrl: string
  /** Empty: it was verified. */
  readonly cause: string
  /** It failed, and the run gave all visitors back to the release before it. */
  readonly returned: boolean
  readonly startedAt: number
  /** When it was verified, or had failed. */
  readonly endedAt: number
  readonly committedAt?: number
  /** When the first visitor could meet it; missing: none could, or nobody knows. */
  readonly reachedAt?: number
  /** When the last of its hosts had cut over. */
  readonly servedAt?: number
  /** The largest share of its canary, in percent. */
  readonly canary?: number
}

export function isVerified({ cause }: Delivery): boolean {
  return cause === ''
}

/** A release that served from then on, rather than one that was only started anew. */
export function isRelease({ kind }: Delivery): boolean {
  return kind !== 'restart'
}

export function inOrder(deliveries: readonly Delivery[]): readonly Delivery[] {
  return deliveries.toSorted((one, other) => one.endedAt - other.endedAt || one.startedAt - other.startedAt || (one.id < other.id ? -1 : 1))
}
