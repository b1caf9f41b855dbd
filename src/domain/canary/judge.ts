import type { Window } from './window.ts'
import { errorShare, mean, quantile, slowerThan } from './window.ts'
import { above, moreThan } from './statistics.ts'

export interface CanaryStep {
  /** Percent of the traffic, 0 to 99. 0 is a dark start: only requests with the canary's header reach it. */
  readonly share: number
  /** Seconds. */
  readonly time: number
}

export interface CanarySpec {
  /** Rising shares. */
  readonly steps: readonly CanaryStep[]
  /** Share of 5xx answers, 0 to 1, above which a canary is bad regardless of the baseline. */
  readonly maxErrorShare: number
  /** Seconds that 99 of 100 requests must not exceed; `undefined`: no limit. */
  readonly maxLatency: number | undefined
  /** Requests that each side must answer in a step before the step can be good. */
  readonly minRequests: number
  /** What a step without enough requests means. */
  readonly inconclusive: 'hold' | 'promote' | 'rollback'
  readonly pause: PauseSpec
  /** The numbers never cause a rollback. */
  readonly dryRun: boolean
}

/** What happens to a canary that is paused for too long. */
export interface PauseSpec {
  /** Seconds. */
  readonly limit: number
  readonly end: 'abort' | 'continue'
}

/** `unhealthy`: its health check failed twice in a row; `exited`: its process is gone. With several hosts the worst counts, the last one here. */
export const CANARY_HEALTH = ['healthy', 'unhealthy', 'exited'] as const
export type CanaryHealth = (typeof CANARY_HEALTH)[number]

export type Verdict =
  | { readonly kind: 'continue' }
  | { readonly kind: 'good' }
  | { readonly kind: 'bad'; readonly cause: BadCause; readonly words: string }
  | { readonly kind: 'inconclusive'; readonly words: string }

type BadCause = 'alarm' | 'canary-errors' | 'canary-slow' | 'canary-died' | 'canary-unhealthy'

/** One observation of a step. */
export interface Look {
  readonly window: Window
  readonly health: CanaryHealth
  /** Its number in the whole canary, from 1. */
  readonly number: number
  /** The step's time is over. */
  readonly ended: boolean
  /** A dark start: only testers reach the canary, so it needs no minimum of requests. */
  readonly dark: boolean
}

/** Highest probability that a canary as good as the baseline is called bad, over all its observations. */
export const FALSE_ALARMS = 0.01
/** Errors against the baseline and against the limit; durations against both. */
const QUESTIONS = 4
/** Fewer errors than this count as an accident, however few the requests. */
const MIN_ERRORS = 3
/** A significant difference can still be too small to matter: it must be this many times the baseline's errors ... */
const ERROR_FACTOR = 1.25
/** ... or this much longer on average: as a share, and in seconds. The proxy's buckets cannot show less than 5 ms. */
const SLOWER_SHARE = 0.2
const SLOWER_BY = 0.005

/** The verdict of one observation. Pure: the same counts give the same verdict. */
export function judge(look: Look, spec: CanarySpec): Verdict {
  const { window, health, ended, dark } = look
  const { canary } = window
  if (health === 'exited') return bad('canary-died', `the container exited after ${canary.total} requests in this step`)
  if (health === 'unhealthy') return bad('canary-unhealthy', `its health check failed after ${canary.total} requests in this step`)
  const chance = FALSE_ALARMS / (look.number * (look.number + 1)) / QUESTIONS
  const found = errors(window, spec, { chance, ended }) ?? slowness(window, spec, { chance, ended })
  if (found) return found
  if (!ended) return { kind: 'continue' }
  const missing = dark ? [] : lacking(window, spec)
  return missing.length === 0 ? { kind: 'good' } : { kind: 'inconclusive', words: tooFew(missing, spec) }
}

function bad(cause: BadCause, words: string): Verdict {
  return { kind: 'bad', cause, words }
}

/** Whether no share of the visitors gets the canary in this step, only requests with `canary-header`. */
export function isDark(step: CanaryStep | undefined): boolean {
  return step?.share === 0
}

/** Whether both sides answered enough requests for the verdict `good`. */
export function isEnough(window: Window, spec: CanarySpec): boolean {
  return lacking(window, spec).length === 0
}

function lacking({ canary, baseline }: Window, { minRequests }: CanarySpec): string[] {
  const sides = [
    ['canary', canary.total],
    ['baseline', baseline.total],
  ] as const
  return sides.filter(([, total]) => total < minRequests).map(([name, total]) => `the ${name} got ${total}`)
}

function tooFew(missing: readonly string[], { minRequests }: CanarySpec): string {
  return `too few requests: ${missing.join(', ')}; canary-min-requests is ${minRequests} for each side`
}

/** `chance`: allowed error probability of each question in this observation. At the end of a step, the share itself must be below the limit, too. */
interface Care {
  readonly chance: number
  readonly ended: boolean
}

function errors({ canary, baseline }: Window, spec: CanarySpec, { chance, ended }: Care): Verdict | undefined {
  const seen = { hits: canary.errors, of: canary.total }
  if (seen.hits < MIN_ERRORS) return undefined
  const limit = spec.maxErrorShare
  const over = above(seen, limit) < chance || (ended && seen.of >= spec.minRequests && errorShare(canary) > limit)
  const numbers = `${seen.hits} of ${seen.of} answers were 5xx (${percent(errorShare(canary))})`
  if (over) return bad('canary-errors', `${numbers}; canary-max-error-rate is ${percent(limit)}`)
  const worse =
    moreThan(seen, { hits: baseline.errors, of: baseline.total }) < chance && errorShare(canary) >= ERROR_FACTOR * errorShare(baseline)
  if (!worse) return undefined
  return bad('canary-errors', `${numbers}; baseline: ${baseline.errors} of ${baseline.total} (${percent(errorShare(baseline))})`)
}

function slowness(window: Window, spec: CanarySpec, care: Care): Verdict | undefined {
  return overLimit(window, spec, care) ?? slowerThanBaseline(window, care)
}

/** The 99th percentile is above the limit if more than 1% of the requests are. */
function overLimit({ bounds, canary }: Window, spec: CanarySpec, { chance, ended }: Care): Verdict | undefined {
  const limit = spec.maxLatency
  if (limit === undefined) return undefined
  const at = bounds.findIndex((bound) => bound >= limit)
  const over = at >= 0 && above({ hits: slowerThan(canary, at), of: canary.timed }, 0.01) < chance
  const p99 = quantile(bounds, canary, 0.99)
  if (!over && !(ended && canary.timed >= spec.minRequests && p99 > limit)) return undefined
  return bad('canary-slow', `p99 is ${milliseconds(p99)} in ${canary.timed} requests; canary-max-latency is ${milliseconds(limit)}`)
}

/**
 * Tests every bound: does a larger share of the canary's requests take longer? This detects a general shift as well as a tail of a few slow
 * requests.
 */
function slowerThanBaseline({ bounds, canary, baseline }: Window, { chance }: Care): Verdict | undefined {
  const [now, before] = [mean(canary), mean(baseline)]
  if (baseline.timed === 0 || now - before < SLOWER_BY || now < before * (1 + SLOWER_SHARE)) return undefined
  const slower = bounds.some(
    (_, at) =>
      moreThan({ hits: slowerThan(canary, at), of: canary.timed }, { hits: slowerThan(baseline, at), of: baseline.timed }) <
      chance / bounds.length,
  )
  if (!slower) return undefined
  const [p99, baselineP99] = [quantile(bounds, canary, 0.99), quantile(bounds, baseline, 0.99)]
  return bad(
    'canary-slow',
    `on average ${milliseconds(now)} instead of ${milliseconds(before)}, p99 ${milliseconds(p99)} instead of ${milliseconds(baselineP99)}, in ${canary.timed} requests`,
  )
}

/** A share from 0 to 1, such as `2.5%`. */
export function percent(share: number): string {
  return `${(share * 100).toFixed(1)}%`
}

/** Seconds in words, such as `35 ms`. `Infinity`: more than the proxy's largest bound. */
export function milliseconds(seconds: number): string {
  if (seconds === Infinity) return 'over 10 s'
  return seconds >= 10 ? `${seconds.toFixed(0)} s` : `${(seconds * 1000).toFixed(0)} ms`
}
