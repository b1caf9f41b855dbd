declare const MOMENT: unique symbol

/** Milliseconds since the epoch, as a clock told them. The type keeps a duration from being taken for one. */
export type Moment = number & { readonly [MOMENT]: true }

/** @param sinceEpoch Milliseconds since the epoch, by a wall clock. */
export function momentOf(sinceEpoch: number): Moment {
  return sinceEpoch as Moment
}

export interface Clock {
  now(): Moment
  /** Milliseconds since any moment; nobody sets this clock. */
  elapsed(): number
  /** Rejects with `Cancelled` when the run is cancelled meanwhile. */
  sleep(ms: number): Promise<void>
}
