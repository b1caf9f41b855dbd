import { milliseconds, percent } from './judge.ts'
import { blastRadius } from './watch.ts'
import type { DoneStep, Watch } from './watch.ts'
import { errorShare, mean, quantile } from './window.ts'
import type { Counts, Window } from './window.ts'

/** The steps of a canary with the numbers of both sides, for the job summary. */
export interface CanaryTable {
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** How each step ended: `10% good`. */
  readonly verdicts: readonly string[]
  /** How other runs steered it: `10%: paused at 12:00:03 UTC by ada (https://...): the sale`. */
  readonly steered: readonly string[]
  /** Data for charts. */
  readonly steps: readonly CanaryNumbers[]
  /** What it cost the visitors, and what it spared them. */
  readonly cost: string
}

/** Of one step. */
interface CanaryNumbers {
  /** Percent of the traffic. */
  readonly share: number
  readonly canary: SideNumbers
  readonly baseline: SideNumbers
}

interface SideNumbers {
  /** Share of 5xx answers, 0 to 1. */
  readonly errors: number
  /** Seconds; `undefined` if no request was timed, `Infinity` beyond the proxy's last bound. */
  readonly p99: number | undefined
}

/** The table of a canary that has ended, or of its steps so far. */
export function canaryTable(watch: Watch): CanaryTable {
  // A canary that ends within its warm-up has no durations.
  const timed = watch.done.some(({ window }) => window.canary.timed + window.baseline.timed > 0)
  return {
    head: ['Share', 'Side', 'Requests', '5xx', ...(timed ? ['Average', 'p50', 'p99'] : [])],
    rows: watch.done.flatMap((step) => stepRows(step, timed)),
    verdicts: watch.done.map(({ share, verdict }) => `${share}% ${shortVerdict(verdict)}`),
    steered: watch.steered,
    steps: watch.done.map(({ share, window }) => ({ share, canary: numbers(window, 'canary'), baseline: numbers(window, 'baseline') })),
    cost: describeCost(watch),
  }
}

/** The cause of the failure says why a canary is bad. */
function shortVerdict(verdict: string): string {
  return verdict.startsWith('bad:') ? 'bad' : verdict
}

function numbers(window: Window, side: 'canary' | 'baseline'): SideNumbers {
  const counts = window[side]
  return { errors: errorShare(counts), p99: counts.timed === 0 ? undefined : quantile(window.bounds, counts, 0.99) }
}

function stepRows({ share, window }: DoneStep, timed: boolean): string[][] {
  const side = (name: string, counts: Counts): string[] => [
    `${share}%`,
    name,
    String(counts.total),
    `${counts.errors} (${percent(errorShare(counts))})`,
    ...(timed ? durations(window, counts) : []),
  ]
  return [side('baseline', window.baseline), side('canary', window.canary)]
}

/** Average, p50 and p99, with the precision of the proxy's bounds. */
function durations({ bounds }: Window, counts: Counts): string[] {
  if (counts.timed === 0) return ['not timed', 'not timed', 'not timed']
  return [mean(counts), quantile(bounds, counts, 0.5), quantile(bounds, counts, 0.99)].map(milliseconds)
}

/** The blast radius in a sentence or two. */
export function describeCost(watch: Watch): string {
  const { errors, canary, all } = blastRadius(watch)
  if (all === 0) return 'The service got no requests in the meantime.'
  const got = `The canary got ${canary} of ${all} requests and answered ${errors} of them with 5xx.`
  return watch.promoted ? got : `${got} ${describeSpared(watch)}`.trim()
}

/** The estimated damage if the release had received all traffic of that time. */
function describeSpared({ done }: Watch): string {
  const failing = Math.round(done.reduce((total, { window }) => total + errorShare(window.canary) * totalOf(window), 0))
  if (failing > 0) return `Without the canary, about ${failing} would have failed in the same time.`
  const all = done.reduce((total, { window }) => total + totalOf(window), 0)
  return `Without the canary, all ${all} would have gone to this release.`
}

function totalOf({ canary, baseline }: Window): number {
  return canary.total + baseline.total
}
