import { seconds } from '../duration.ts'
import { spellDuration } from '../field/fields.ts'
import type { CanaryStep, PauseSpec } from './judge.ts'
import type { Steer } from './steering.ts'

/** Times of a canary in milliseconds of `Clock.elapsed`, shifted by its pauses: paused time does not count. */
export interface Pace {
  /** When the canary started. */
  readonly began: number
  /** When its step started. */
  readonly since: number
  /** Start of the current pause; missing if it is not paused. */
  readonly paused?: number
}

/** The pace after steering. */
export function steeredPace(pace: Pace, steer: Steer, now: number): Pace {
  return steer === 'pause' ? { paused: now, ...pace } : resumed(pace, now)
}

/** The pace without the pause that ends now. */
export function resumed({ began, since, paused }: Pace, now: number): Pace {
  const pause = paused === undefined ? 0 : now - paused
  return { began: began + pause, since: since + pause }
}

/** Whether steering changes anything: only a paused canary can continue, and it can be paused only once. */
export function hasEffect(steer: Steer, { paused }: Pace): boolean {
  if (steer === 'pause') return paused === undefined
  return steer === 'continue' ? paused !== undefined : true
}

/** Elapsed milliseconds of the step. */
export function stepTime({ since, paused }: Pace, now: number): number {
  return (paused ?? now) - since
}

/** Why a pause that nobody ended is over; `undefined` while it can continue. */
export function overdue({ paused }: Pace, { limit }: PauseSpec, now: number): string | undefined {
  if (paused === undefined || now - paused < limit * 1000) return undefined
  return `nobody continued it within canary-pause-limit (${spellDuration(limit)})`
}

/** `6.0 s of 12 s, paused for 3 s` */
export function paceWords(pace: Pace, { time }: CanaryStep, now: number): string {
  const pause = pace.paused === undefined ? '' : `, paused for ${seconds(now - pace.paused)}`
  return `${seconds(stepTime(pace, now))} of ${seconds(time * 1000)}${pause}`
}
