/** Whether this run can still send requests to AWS and registries. A run without a lease can; a run that lost its lease cannot. */
export interface Permit {
  /** Aborts when the lease is lost. */
  readonly signal: AbortSignal
  /** The error that ends the run if the lease is lost. Checked before each request and each retry. */
  lost(): Error | undefined
  /** Whether the run holds a lease, or held and lost one. */
  holds(): boolean
  /** The run holds the lease, by a write that it requested `at` that time. */
  held(at: ClockReading): void
  /** Another run holds the lease, or could. Returns the error that ends this run. */
  lose(reason: string): Error
  /** The run has released the lease. */
  released(): void
}

/** One moment by both clocks of a machine, in milliseconds: one stops while the machine sleeps, and somebody can set the other. */
export interface ClockReading {
  readonly elapsed: number
  readonly now: number
}
