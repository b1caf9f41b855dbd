import * as v from 'valibot'
import type { Refusal } from '../refusal.ts'
import { describeRunner, DOES, tokenOf } from '../lease/lease.ts'
import type { Lease } from '../lease/lease.ts'
import type { Version, Written } from '../lease/standing.ts'
import { count, isoTime, line } from '../untrusted.ts'
import type { Frozen } from '../untrusted.ts'

/** Every value of the input `steer`. */
export const STEERS = ['pause', 'continue', 'skip', 'abort'] as const
export type Steer = (typeof STEERS)[number]

/** A run's request to a canary that another run leads. */
const WISH = v.object({
  /** Unique id of the requesting run. */
  id: line,
  steer: v.picklist(STEERS),
  /** Empty: no reason. */
  reason: line,
  actor: line,
  runUrl: line,
  at: isoTime,
})

const TAKEN = v.object({
  ...WISH.entries,
  /** The canary's share of the traffic in percent. */
  share: count,
  /** Whether it changed anything: a canary that is not paused cannot continue. */
  effect: v.boolean(),
})

/** The content of the parameter that steers a canary. The canary's run writes everything except `asked`. */
export const STEERING = v.object({
  /** Token of the canary's lease: distinguishes it from those of earlier runs. */
  token: count,
  release: line,
  /** The run that leads the canary. */
  runUrl: line,
  ended: v.boolean(),
  /** Not yet seen by the canary's run. */
  asked: v.exactOptional(WISH),
  /** The last request that it acted on. */
  taken: v.exactOptional(TAKEN),
})

export type Wish = Frozen<typeof WISH>
export type Taken = Frozen<typeof TAKEN>
export type Steering = Frozen<typeof STEERING> & Written

/** Why no canary can be steered now. `lease`: the current lease holder. */
export function refuseSteering(steering: Steering | undefined, lease: Version<Lease> | undefined): Refusal | undefined {
  const holder = lease?.value.free === false ? lease : undefined
  if (holder === undefined) {
    return {
      reason: 'no canary is running',
      hint: '`command: status` shows what is live. A canary starts with the input canary-steps of deploy or promote.',
    }
  }
  if (steering !== undefined && !steering.ended && steering.token === tokenOf(holder)) return undefined
  return {
    reason: `no canary is running: ${describeRunner(holder.value)}, which ${DOES[holder.value.command]}, has none now`,
    hint: 'If its log shows that a canary is about to start, wait for it and run this again.',
  }
}

/** The reaction to this request; `undefined`: none yet. Another canary, a later request or the end supersedes it. */
export function fateOf(steering: Steering | undefined, { id }: Wish): Taken | 'left-behind' | undefined {
  if (steering?.taken?.id === id) return steering.taken
  return steering?.asked?.id === id && !steering.ended ? undefined : 'left-behind'
}

const DID: Readonly<Record<Steer, string>> = { pause: 'paused', continue: 'continued', skip: 'skipped', abort: 'aborted' }

/** `by ada (https://...): the sale` */
export function wisherWords({ actor, runUrl, reason }: Pick<Wish, 'actor' | 'runUrl' | 'reason'>): string {
  return `by ${actor} (${runUrl})${reason === '' ? '' : `: ${reason}`}`
}

/** `10%: paused at 12:00:03 UTC by ada (https://...): the sale` */
export function takenWords({ steer, share, at, effect, ...wisher }: Taken): string {
  const time = new Date(at).toISOString().slice(11, 19)
  return `${share}%: ${DID[steer]} at ${time} UTC ${wisherWords(wisher)}${effect ? '' : ' (changed nothing)'}`
}
