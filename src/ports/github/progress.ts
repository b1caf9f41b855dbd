import type { Moment } from '../clock.ts'

/** The run's log, as a person reads it. */
export interface Progress {
  /**
   * Runs a named step in its own log group, closed with its duration, which the summary lists. `isGood`: whether a result is good;
   * default: any result is, and only an error is not.
   */
  step<T>(name: string, work: () => Promise<T>, isGood?: (result: T) => boolean): Promise<T>
  info(line: string): void
  /** Shows a text in a log group of its own, outside of any step. */
  group(title: string, text: string): void
  warn(message: string): void
  /** The failure of the run, as an annotation. */
  fail(message: string, title: string): void
  /** Logs what the run waits for and for how long. It rarely repeats itself, so that a long wait takes only a few lines. */
  waiting(what: string, since: Moment): void
  /** Adds steps that ran elsewhere. */
  took(steps: readonly StepTime[]): void
  /** The finished steps, in the order in which they ended. */
  steps(): readonly StepTime[]
}

export interface StepTime {
  readonly name: string
  /** Milliseconds since the epoch. */
  readonly start: number
  readonly ms: number
  readonly ok: boolean
  /** Id of the host that ran it; missing for the run's own steps. */
  readonly host?: string
}
