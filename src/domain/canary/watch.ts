import type { CanaryHealth, CanarySpec, CanaryStep, Verdict } from './judge.ts'
import { CANARY_HEALTH, isDark, judge, milliseconds, percent } from './judge.ts'
import { EMPTY_WINDOW, errorShare, grow, quantile } from './window.ts'
import type { Counters, Window } from './window.ts'

/** A host's report on its canary. */
export interface CanaryReading {
  readonly health: CanaryHealth
  /** `undefined` if the proxy did not answer. */
  readonly counters: Counters | undefined
}

/** An observed canary, over all hosts. */
export interface Watch {
  /** From 0. */
  readonly step: number
  /** Of the current step. */
  readonly window: Window
  readonly health: CanaryHealth
  /** Observations so far, in all steps. */
  readonly looks: number
  /** Requests that the canary had answered in this step at the last observation. */
  readonly lookedAt: number
  readonly seen: Readonly<Record<string, Counters>>
  readonly done: readonly DoneStep[]
  /** How other runs steered it, in words. */
  readonly steered: readonly string[]
  /** It passed all steps and received all traffic. */
  readonly promoted: boolean
}

export interface DoneStep {
  readonly share: number
  readonly window: Window
  /** How the step ended, in words. */
  readonly verdict: string
}

export type Readings = Readonly<Record<string, CanaryReading>>

/** A verdict needs this much more data than the last one; the more observations, the lower the allowed error probability of each. */
const GROWTH = 1.25
/** Requests of the canary before its first verdict. */
const FIRST_LOOK = 20

/** How many observations a step has whose canary answers so many requests, its last one included. */
export function looksUntil(requests: number): number {
  return requests < FIRST_LOOK ? 1 : 2 + Math.floor(Math.log(requests / FIRST_LOOK) / Math.log(GROWTH))
}

/** The watch of a new canary. `readings`: where its counters start. */
export function beginWatch(readings: Readings): Watch {
  const blank: Watch = {
    step: 0,
    window: EMPTY_WINDOW,
    health: 'healthy',
    looks: 0,
    lookedAt: 0,
    seen: {},
    done: [],
    steered: [],
    promoted: false,
  }
  return observe(blank, readings)
}

/** Adds new readings. `timed` is false during the warm-up: slowness then does not count. */
export function observe(watch: Watch, readings: Readings, timed = true): Watch {
  let { window } = watch
  const seen: Record<string, Counters> = { ...watch.seen }
  for (const [host, { counters }] of Object.entries(readings)) {
    const before = seen[host]
    if (counters && before) window = grow(window, before, counters, timed)
    if (counters) seen[host] = counters
  }
  return { ...watch, window, seen, health: worst(Object.values(readings)) }
}

/** Continues from new readings, without counting the time between them and the last ones. */
export function rebase(watch: Watch, readings: Readings): Watch {
  const { seen, health } = observe(watch, readings)
  return { ...watch, seen, health }
}

function worst(readings: readonly CanaryReading[]): CanaryHealth {
  return CANARY_HEALTH.findLast((health) => readings.some((reading) => reading.health === health)) ?? 'healthy'
}

/** Judges if there is enough new data, and counts the observation. */
export function lookAt(watch: Watch, spec: CanarySpec, ended: boolean): { readonly watch: Watch; readonly verdict: Verdict } {
  const { window, health } = watch
  const due = window.canary.total >= Math.max(FIRST_LOOK, watch.lookedAt * GROWTH)
  if (!ended && !due && health === 'healthy') return { watch, verdict: { kind: 'continue' } }
  const number = watch.looks + 1
  return {
    watch: { ...watch, looks: number, lookedAt: window.canary.total },
    verdict: judge({ window, health, number, ended, dark: isDark(spec.steps[watch.step]) }, spec),
  }
}

/** The watch with a line that says how somebody steered it. */
export function steered(watch: Watch, words: string): Watch {
  return { ...watch, steered: [...watch.steered, words] }
}

/** Ends the step; the next one starts with an empty window. */
export function endStep(watch: Watch, { share }: CanaryStep, verdict: string): Watch {
  const done = [...watch.done, { share, window: watch.window, verdict }]
  return { ...watch, done, step: watch.step + 1, window: EMPTY_WINDOW, lookedAt: 0 }
}

/** `canary 10%: 812 requests, 0.1% 5xx (baseline 0.1%), p99 48 ms (baseline 45 ms)` */
export function describeStep({ share }: CanaryStep, { window }: Watch): string {
  const { bounds, canary, baseline } = window
  if (canary.total + baseline.total === 0) return `canary ${share}%: no requests yet`
  const p99 = (side: Window['baseline']): string => (side.timed === 0 ? 'not timed' : milliseconds(quantile(bounds, side, 0.99)))
  const shares = `${percent(errorShare(canary))} 5xx (baseline ${percent(errorShare(baseline))})`
  const durations = canary.timed + baseline.timed === 0 ? 'durations do not count yet' : `p99 ${p99(canary)} (baseline ${p99(baseline)})`
  return `canary ${share}%: ${canary.total} requests, ${shares}, ${durations}`
}

/** What the canary cost the visitors, over all steps: `31 of 9,120 requests` with a bad answer. */
export function blastRadius({ done }: Pick<Watch, 'done'>): { readonly errors: number; readonly canary: number; readonly all: number } {
  const sum = (of: (window: Window) => number): number => done.reduce((total, { window }) => total + of(window), 0)
  return {
    errors: sum(({ canary }) => canary.errors),
    canary: sum(({ canary }) => canary.total),
    all: sum(({ canary, baseline }) => canary.total + baseline.total),
  }
}
