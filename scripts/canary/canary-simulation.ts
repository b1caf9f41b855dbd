/** Runs canaries with simulated traffic through the real judge. Seeded: the same numbers each time. */
import type { CanarySpec } from '../../src/domain/canary/judge.ts'
import { beginWatch, lookAt, observe } from '../../src/domain/canary/watch.ts'
import type { Counters } from '../../src/domain/canary/window.ts'

/** A release's answers: the share of 5xx, and log-normal durations in seconds with this median and spread. */
export interface Behaviour {
  readonly errors: number
  readonly median: number
}

export interface Play {
  readonly baseline: Behaviour
  readonly canary: Behaviour
  /** Percent. */
  readonly share: number
  /** Requests of the canary between two observations. */
  readonly pace: number
  /** Observations. */
  readonly length: number
}

/** Caddy's own. */
const BOUNDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
const SPREAD = 0.5
const SPEC: CanarySpec = {
  steps: [],
  maxErrorShare: 1,
  maxLatency: undefined,
  minRequests: 50,
  inconclusive: 'rollback',
  pause: { limit: 1800, end: 'abort' },
  dryRun: false,
}

export type Random = () => number

/** mulberry32 */
export function randomFrom(seed: number): Random {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = imul(state ^ (state >>> 15), state | 1)
    t ^= t + imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

/** How many requests the canary had answered when it was rejected; `undefined`: it never was. */
export function play({ baseline, canary, share, pace, length }: Play, random: Random): number | undefined {
  const sides = { live: emptyCounts(), canary: emptyCounts() }
  const reading = (): { health: 'healthy'; counters: Counters } => ({
    health: 'healthy',
    counters: { epoch: '', bounds: BOUNDS, live: copy(sides.live), canary: copy(sides.canary) },
  })
  let watch = beginWatch({ host: reading() })
  const baselinePace = Math.round((pace * (100 - share)) / share)
  for (let at = 1; at <= length; at += 1) {
    answer(sides.canary, { behaviour: canary, requests: pace }, random)
    answer(sides.live, { behaviour: baseline, requests: baselinePace }, random)
    const look = lookAt(observe(watch, { host: reading() }), SPEC, at === length)
    if (look.verdict.kind === 'bad') return at * pace
    watch = look.watch
  }
  return undefined
}

type Sums = { total: number; errors: number; micros: number; buckets: number[] }

function emptyCounts(): Sums {
  return { total: 0, errors: 0, micros: 0, buckets: BOUNDS.map(() => 0) }
}

function copy(sums: Sums): Sums {
  return { ...sums, buckets: [...sums.buckets] }
}

const GRAIN = 1024
// Looking a global up is slow where the tests run.
const { cos, exp, floor, imul, log, PI, sqrt } = Math

/** Equally likely durations, each with its bucket. */
interface Durations {
  readonly micros: Float64Array
  readonly bucket: Uint8Array
}

const made = new Map<number, Durations>()

function durationsOf(median: number): Durations {
  const known = made.get(median)
  if (known) return known
  const random = randomFrom(1)
  const normals = Array.from({ length: GRAIN }, () => sqrt(-2 * log(1 - random())) * cos(2 * PI * random()))
  const seconds = normals.map((normal) => median * exp(SPREAD * normal))
  const durations = {
    micros: Float64Array.from(seconds, (duration) => duration * 1e6),
    bucket: Uint8Array.from(seconds, (duration) => BOUNDS.findIndex((bound) => duration <= bound)),
  }
  made.set(median, durations)
  return durations
}

function answer(sums: Sums, { behaviour, requests }: { behaviour: Behaviour; requests: number }, random: Random): void {
  const { micros, bucket } = durationsOf(behaviour.median)
  const within = new Uint32Array(BOUNDS.length)
  for (let n = 0; n < requests; n += 1) {
    const drawn = floor(random() * GRAIN)
    sums.micros += micros[drawn] ?? 0
    within[bucket[drawn] ?? 0] = (within[bucket[drawn] ?? 0] ?? 0) + 1
    if (random() < behaviour.errors) sums.errors += 1
  }
  sums.total += requests
  let below = 0
  for (const [at, count] of within.entries()) {
    below += count
    sums.buckets[at] = (sums.buckets[at] ?? 0) + below
  }
}
