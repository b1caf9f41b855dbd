import { milliseconds, percent } from './judge.ts'
import { blastRadius } from './watch.ts'
import type { DoneStep, Watch } from './watch.ts'
import { errorShare, mean, quantile } from './window.ts'
import type { Counts } from './window.ts'

/** The steps of a canary with both sides' numbers, for the job summary. */
export interface CanaryTable {
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** What it cost the visitors. */
  readonly cost: string
}

export function canaryTable(watch: Watch): CanaryTable {
  return {
    head: ['Share', 'Side', 'Requests', '5xx', 'Average', 'p99', 'Verdict'],
    rows: watch.done.flatMap(stepRows),
    cost: describeCost(watch),
  }
}

function stepRows({ share, window, verdict }: DoneStep): string[][] {
  const side = (name: string, counts: Counts): string[] => [
    name,
    String(counts.total),
    `${counts.errors} (${percent(errorShare(counts))})`,
    counts.timed === 0 ? '' : milliseconds(mean(counts)),
    counts.timed === 0 ? '' : milliseconds(quantile(window.bounds, counts, 0.99)),
  ]
  return [
    [`${share}%`, ...side('canary', window.canary), verdict],
    ['', ...side('old', window.old), ''],
  ]
}

/** The blast radius, as a sentence. */
export function describeCost(watch: Watch): string {
  const { errors, canary, all } = blastRadius(watch)
  return `The canary got ${canary} of ${all} requests and answered ${errors} of them with 5xx.`
}
