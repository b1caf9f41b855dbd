/** The answers of one side of a canary. */
export interface Counts {
  readonly total: number
  /** Answers with a status of at least 500. */
  readonly errors: number
  /** Total of the `timed` requests. */
  readonly micros: number
  /** Requests whose duration counts: all except those of the warm-up. */
  readonly timed: number
  /** How many of them stayed within each bound. */
  readonly buckets: readonly number[]
}

/** The proxy's counters at one moment, from a host. */
export interface Counters {
  /** Changes when the counters restart: the proxy was started, or its configuration loaded. */
  readonly epoch: string
  /** Seconds, ascending. */
  readonly bounds: readonly number[]
  readonly live: Omit<Counts, 'timed'>
  readonly canary: Omit<Counts, 'timed'>
}

/** Both sides during the same time. */
export interface Window {
  readonly bounds: readonly number[]
  readonly baseline: Counts
  readonly canary: Counts
}

const NOTHING: Counts = { total: 0, errors: 0, micros: 0, timed: 0, buckets: [] }
export const EMPTY_WINDOW: Window = { bounds: [], baseline: NOTHING, canary: NOTHING }

/** Adds the difference between two readings of one host's counters. `timed`: whether durations count, which they do not during the warm-up. */
export function grow(window: Window, before: Counters, after: Counters, timed = true): Window {
  const bounds = window.bounds.length > 0 ? window.bounds : after.bounds
  // Another version of the proxy can have other buckets, whose durations cannot be added.
  const comparable = timed && String(bounds) === String(after.bounds)
  const side = (to: Counts, name: 'live' | 'canary'): Counts => plus(to, since(before, after, name), comparable)
  return { bounds, baseline: side(window.baseline, 'live'), canary: side(window.canary, 'canary') }
}

/** Restarted counters count from zero: both sides lose the same period. */
function since(before: Counters, after: Counters, name: 'live' | 'canary'): Omit<Counts, 'timed'> {
  const [from, to] = [before[name], after[name]]
  const fell = after.live.total < before.live.total || after.canary.total < before.canary.total
  if (before.epoch !== after.epoch || fell) return to
  return {
    total: to.total - from.total,
    errors: Math.max(0, to.errors - from.errors),
    micros: Math.max(0, to.micros - from.micros),
    buckets: to.buckets.map((count, at) => Math.max(0, count - (from.buckets[at] ?? 0))),
  }
}

function plus(a: Counts, b: Omit<Counts, 'timed'>, timed: boolean): Counts {
  const counted = { ...a, total: a.total + b.total, errors: a.errors + b.errors }
  if (!timed) return counted
  const buckets = b.buckets.map((count, at) => count + (a.buckets[at] ?? 0))
  return { ...counted, micros: a.micros + b.micros, timed: a.timed + b.total, buckets: buckets.length > 0 ? buckets : a.buckets }
}

/** From 0 to 1; 0 without requests. */
export function errorShare({ errors, total }: Counts): number {
  return total === 0 ? 0 : errors / total
}

/** Seconds. */
export function mean({ micros, timed }: Counts): number {
  return timed === 0 ? 0 : micros / timed / 1e6
}

/** How many requests took longer than `bounds[at]`. */
export function slowerThan({ timed, buckets }: Counts, at: number): number {
  return timed - (buckets[at] ?? timed)
}

/** The duration that a share `q` of the requests did not exceed, in seconds, interpolated within a bucket; Infinity beyond the last bound. */
export function quantile(bounds: readonly number[], { timed, buckets }: Counts, q: number): number {
  const rank = q * timed
  const at = buckets.findIndex((count) => count >= rank)
  if (timed === 0) return 0
  if (at < 0) return Infinity
  const [low, high] = [bounds[at - 1] ?? 0, bounds[at] ?? Infinity]
  const [below, within] = [buckets[at - 1] ?? 0, (buckets[at] ?? 0) - (buckets[at - 1] ?? 0)]
  return within === 0 ? high : low + (high - low) * ((rank - below) / within)
}
