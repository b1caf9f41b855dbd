/** Whether this run may still ask AWS and registries for anything. A run without a lease may; one that has lost its lease may not. */
export interface Permit {
  /** Aborts when the lease is lost. */
  readonly signal: AbortSignal
  /** Why the lease is lost, as the end of the run. Before each request, and each repetition of one. */
  lost(): Error | undefined
  /** Whether the run holds, or held and lost, a lease. */
  holds(): boolean
  /** The run holds the lease, by a write that it asked for `at` that time. */
  held(at: Moment): void
  /** Another run holds it, or may. Gives the error that is to end the run. */
  lose(reason: string): Error
  /** The run has given it up. */
  released(): void
}

/** One moment by both clocks of a machine: one of them stands still while the machine sleeps, the other can be set. Milliseconds. */
export interface Moment {
  readonly elapsed: number
  readonly now: number
}
