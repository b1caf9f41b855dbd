export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number
  /** Milliseconds since any moment; nobody sets this clock. */
  elapsed(): number
  /** Rejects with `Cancelled` when the run is cancelled meanwhile. */
  sleep(ms: number): Promise<void>
}
