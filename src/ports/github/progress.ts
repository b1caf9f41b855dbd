import type { Moment } from '../clock.ts'

/** The run's log, as a person reads it. */
export interface Progress {
  /**
   * Runs a named step: a log group of its own, closed with its duration, which the summary lists. `isGood`: whether what came of it counts as good;
   * default: whatever is no error does.
   */
  step<T>(name: string, work: () => Promise<T>, isGood?: (result: T) => boolean): Promise<T>
  info(line: string): void
  warn(message: string): void
  /** The failure of the run, as an annotation. */
  fail(message: string, title: string): void
  /** Says what is being waited for, with the time since the wait began; quiet in between, so that a long wait stays a few lines. */
  waiting(what: string, since: Moment): void
  /** Takes in steps that were taken elsewhere. */
  took(steps: readonly StepTime[]): void
  /** The finished steps, in the order of their ends. */
  steps(): readonly StepTime[]
}

export interface StepTime {
  readonly name: string
  /** Milliseconds since the epoch. */
  readonly start: number
  readonly ms: number
  readonly ok: boolean
  /** Id of the host that took it; missing for the run's own steps. */
  readonly host?: string
}
