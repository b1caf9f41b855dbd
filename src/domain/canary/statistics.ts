/** Exact one-sided tests on counts. Each returns the probability that a difference at least as large as the observed one is random. */

export interface Share {
  readonly hits: number
  readonly of: number
}

/**
 * Fisher's exact test: the probability of at least as many hits in `a` if both have the same share of hits. Exact for any sample size, so also for a
 * canary of 1% with few requests, where a normal approximation would report false differences.
 */
export function moreThan(a: Share, b: Share): number {
  const hits = a.hits + b.hits
  const all = a.of + b.of
  if (a.hits * all <= a.of * hits) return 1
  const logOf = (x: number): number => logChoose(a.of, x) + logChoose(b.of, hits - x) - logChoose(all, hits)
  const ratio = (x: number): number => ((a.of - x) * (hits - x)) / ((x + 1) * (b.of - hits + x + 1))
  return upperTail(logOf(a.hits), { from: a.hits, to: Math.min(a.of, hits), ratio })
}

/** The binomial test: the probability of at least as many hits if each request is a hit with the probability `limit`. */
export function above(seen: Share, limit: number): number {
  const { hits, of } = seen
  if (hits <= of * limit || limit >= 1) return 1
  if (limit <= 0) return 0
  const first = logChoose(of, hits) + hits * Math.log(limit) + (of - hits) * Math.log1p(-limit)
  return upperTail(first, { from: hits, to: of, ratio: (x) => ((of - x) / (x + 1)) * (limit / (1 - limit)) })
}

/** Sums the tail of a distribution from a point above its mean, where terms decrease. `ratio(x)`: P(x + 1) / P(x). */
function upperTail(logFirst: number, terms: { from: number; to: number; ratio: (x: number) => number }): number {
  let term = 1
  let sum = 1
  for (let x = terms.from; x < terms.to && term > sum * 1e-12; x += 1) {
    term *= terms.ratio(x)
    sum += term
  }
  return Math.min(1, Math.exp(logFirst) * sum)
}

function logChoose(n: number, k: number): number {
  return logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1)
}

/** Stirling's series; small arguments are shifted up to where it is exact to a double's last digits. */
function logGamma(x: number): number {
  let shift = 0
  let z = x
  for (; z < 10; z += 1) shift -= Math.log(z)
  const inverse = 1 / (z * z)
  const series = (1 / 12 - inverse * (1 / 360 - inverse * (1 / 1260 - inverse / 1680))) / z
  return shift + (z - 0.5) * Math.log(z) - z + 0.5 * Math.log(2 * Math.PI) + series
}
