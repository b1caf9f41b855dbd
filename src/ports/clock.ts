declare const MOMENT: unique symbol

/** Milliseconds since the epoch. The type distinguishes a time from a duration. */
export type Moment = number & { readonly [MOMENT]: true }

/** @param sinceEpoch Milliseconds since the epoch, by a wall clock. */
export function momentOf(sinceEpoch: number): Moment {
  return sinceEpoch as Moment
}

export interface Clock {
  now(): Moment
  /** Milliseconds since an arbitrary moment; nobody sets this clock. */
  elapsed(): number
  /** Rejects with `Cancelled` if the run is cancelled. */
  sleep(ms: number): Promise<void>
}

/** Aborts after this many seconds. Adapters get it, so that the time limits of the product are not those of a test on a busy machine. */
export type TimeLimit = (seconds: number) => AbortSignal
