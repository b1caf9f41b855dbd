import { milliseconds, percent } from './judge.ts'
import { blastRadius } from './watch.ts'
import type { DoneStep, Watch } from './watch.ts'
import { errorShare, mean, quantile } from './window.ts'
import type { Counts, Window } from './window.ts'

/** The steps of a canary with both sides' numbers, for the job summary. */
export interface CanaryTable {
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** What it cost the visitors. */
  readonly cost: string
}

export function canaryTable(watch: Watch): CanaryTable {
  return {
    head: ['Share', 'Side', 'Requests', '5xx', 'Average', 'p50', 'p99', 'Verdict'],
    rows: watch.done.flatMap(stepRows),
    cost: describeCost(watch),
  }
}

function stepRows({ share, window, verdict }: DoneStep): string[][] {
  const side = (name: string, counts: Counts): string[] => [
    name,
    String(counts.total),
    `${counts.errors} (${percent(errorShare(counts))})`,
    ...durations(window, counts),
  ]
  return [
    [`${share}%`, ...side('canary', window.canary), verdict],
    ['', ...side('baseline', window.baseline), ''],
  ]
}

/** Average, p50 and p99, as exact as the proxy's bounds are; empty where none is known. */
function durations({ bounds }: Window, counts: Counts): string[] {
  if (counts.timed === 0) return ['', '', '']
  return [mean(counts), quantile(bounds, counts, 0.5), quantile(bounds, counts, 0.99)].map(milliseconds)
}

/** The blast radius, as a sentence. */
export function describeCost(watch: Watch): string {
  const { errors, canary, all } = blastRadius(watch)
  if (all === 0) return 'Nobody sent the service a request meanwhile.'
  return `The canary got ${canary} of ${all} requests and answered ${errors} of them with 5xx.`
}
