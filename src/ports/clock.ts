export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number
  /** Rejects with `Cancelled` when the run is cancelled meanwhile. */
  sleep(ms: number): Promise<void>
}
