import { mean, median } from './statistics.ts'

/** With fewer samples there is no number: a mean of four is mostly chance. */
export const LEAST = 5

export const DEFINITIONS = {
  'deployment-frequency': 'Releases that were deployed or promoted and verified, per day.',
  'lead-time': 'Time from a commit until all hosts serve it, the first time that this commit is released.',
  'change-failure-rate': 'Share of deploys and promotions that failed, were rolled back by hand, or were live when an incident was opened.',
  'recovery-time':
    'Time from the first visitor who could reach a bad release, or from a failure that reached none, to the next verified release.',
} as const

export type MetricName = keyof typeof DEFINITIONS

/** One of the four metrics. */
export interface Metric {
  readonly name: MetricName
  readonly samples: number
  /** Missing: too few samples. For durations the mean, in seconds; for the rate 0 to 1. */
  readonly value?: number
  /** Only for durations, in seconds. */
  readonly median?: number
  /** What was left out and why, in words. */
  readonly leftOut: readonly string[]
}

/** `durations` in milliseconds. */
export function durationMetric(name: MetricName, durations: readonly number[], leftOut: readonly string[] = []): Metric {
  const samples = durations.length
  if (samples < LEAST) return { name, samples, leftOut }
  const seconds = durations.map((ms) => ms / 1000)
  return { name, samples, value: mean(seconds), median: median(seconds), leftOut }
}

/** A number of samples per unit, such as days. */
export function rateMetric(
  name: MetricName,
  { part, of, samples }: { readonly part: number; readonly of: number; readonly samples: number },
): Metric {
  return { name, samples, ...(samples < LEAST ? {} : { value: part / of }), leftOut: [] }
}
