/** A step of a run or of its hosts, by its name in the log; `start` in milliseconds since the epoch. */
interface Step {
  readonly name: string
  readonly start: number
  readonly ms: number
  readonly ok: boolean
}

/** How far a release reached visitors, in seconds since the run started to work on it. */
export interface Exposure {
  /** When the first visitor could reach it: at the first share of a canary above 0, or the first cut-over. Missing if none could. */
  readonly reached?: number
  /** When its last host cut over. */
  readonly served?: number
  /** The largest share of a canary, in percent. */
  readonly canary?: number
}

const SHARE = /^canary (\d+(?:\.\d+)?)%$/

/** `since`: in milliseconds since the epoch. */
export function exposureOf(steps: readonly Step[], since: number): Exposure {
  const shares = steps.flatMap(({ name, start }) => shareOf(name).map((share) => ({ share, start })))
  const cutOvers = steps.filter(({ name, ok }) => name === 'cut-over' && ok).map(({ start, ms }) => start + ms)
  const met = [...shares.filter(({ share }) => share > 0).map(({ start }) => start), ...cutOvers]
  return {
    ...(met.length > 0 && { reached: secondsAfter(since, Math.min(...met)) }),
    ...(cutOvers.length > 0 && { served: secondsAfter(since, Math.max(...cutOvers)) }),
    ...(shares.length > 0 && { canary: Math.max(...shares.map(({ share }) => share)) }),
  }
}

function shareOf(name: string): readonly number[] {
  const share = SHARE.exec(name)?.[1]
  return share === undefined ? [] : [Number(share)]
}

function secondsAfter(since: number, at: number): number {
  return Math.max(0, Math.round((at - since) / 100) / 10)
}
