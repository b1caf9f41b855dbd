import * as v from 'valibot'
import type { Refusal } from '../refusal.ts'
import { secondsOf } from '../field/fields.ts'
import { line } from '../untrusted.ts'
import type { Frozen } from '../untrusted.ts'

/** During a freeze, the service refuses deploys, promotions and `destroy`. */
export const FREEZE = v.object({
  reason: v.string(),
  actor: line,
  runUrl: line,
  /** ISO 8601. */
  at: line,
  /** ISO 8601; missing: until `command: unfreeze`. */
  until: v.exactOptional(line),
})

export type Freeze = Frozen<typeof FREEZE>

interface Freezable {
  readonly freeze?: Freeze | undefined
}

const TIME = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2})$/
/** A hundred years in seconds. A `Date` cannot have much more, and who wants it leaves the end out. */
const LONGEST = 36_500 * 86_400

/** Whether a text is a duration from now, or a time with a time zone. */
export function isEnd(text: string): boolean {
  const seconds = secondsOf(text)
  if (seconds !== undefined) return seconds > 0 && seconds <= LONGEST
  const [, day] = TIME.exec(text) ?? []
  return day !== undefined && isDay(day) && !Number.isNaN(Date.parse(text))
}

/** `Date` takes the 30th of February for the 2nd of March. */
function isDay(day: string): boolean {
  const at = Date.parse(day)
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(day)
}

/** When a freeze ends, in milliseconds since the epoch. `text`: see `isEnd`. */
export function endOf(text: string, now: number): number {
  const seconds = secondsOf(text)
  return seconds === undefined ? Date.parse(text) : now + seconds * 1000
}

/** The freeze in effect. One with an unreadable end is in effect. */
export function freezeOf(record: Freezable | undefined, now: number): Freeze | undefined {
  const freeze = record?.freeze
  return freeze?.until !== undefined && Date.parse(freeze.until) <= now ? undefined : freeze
}

/** Refuses a deploy while the service is frozen; `undefined` if it is not. `now`: milliseconds since the epoch. */
export function refuseFrozen(record: Freezable | undefined, now: number): Refusal | undefined {
  const freeze = freezeOf(record, now)
  if (freeze === undefined) return undefined
  return {
    reason: `the service is ${freezeWords(freeze)}`,
    hint: `${freeze.until === undefined ? 'Run' : `Wait until ${toTheSecond(freeze.until)}, or run`} command: unfreeze. rollback and restart still work.`,
  }
}

/** Such as `frozen by ada until ...: the reason (since ..., the run)`. */
export function freezeWords({ reason, actor, runUrl, at, until }: Freeze): string {
  return `frozen by ${actor}${until === undefined ? '' : ` until ${toTheSecond(until)}`}: ${reason} (since ${toTheSecond(at)}, ${runUrl})`
}

/** Such as `2027-01-02 06:00:00 UTC`. */
export function toTheSecond(time: string): string {
  return time.replace(/^(\S+)T([\d:]+)(?:\.\d+)?Z$/, '$1 $2 UTC')
}
