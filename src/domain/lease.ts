/** A run that holds, or waits for, the lease of a service. */
export interface Holder {
  /** Run id and attempt, `1234/1`: later runs have higher ids. */
  readonly owner: string
  readonly actor: string
  readonly runUrl: string
  /** Milliseconds since the epoch; after that anyone may take it. */
  readonly expiresAt: number
}

/** How long a lease lasts when nobody renews it: as long as the next run waits for one that was killed. */
export const LEASE_MS = 90_000
export const RENEW_MS = 30_000

export function holderOf(text: string): Holder | undefined {
  try {
    const holder = JSON.parse(text) as Holder
    return typeof holder.owner === 'string' && typeof holder.expiresAt === 'number' ? holder : undefined
  } catch {
    return undefined
  }
}

/** How far the clocks of two runners may be apart. */
const SKEW_MS = 300_000

/** A lease that ends later than any clock explains was written by one that is wrong: nobody could wait for its end. */
export function isHeld({ expiresAt }: Holder, now: number): boolean {
  return expiresAt > now && expiresAt <= now + LEASE_MS + SKEW_MS
}

/** Whether run `a` was started after run `b`; a later attempt of the same run counts as later. */
export function isNewer(a: string, b: string): boolean {
  const [runA = 0, attemptA = 0] = a.split('/').map(Number)
  const [runB = 0, attemptB = 0] = b.split('/').map(Number)
  return runA === runB ? attemptA > attemptB : runA > runB
}
