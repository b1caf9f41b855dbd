import type { Clock, Moment } from './clock.ts'

/** What a look found: the end, or how far it is. */
export type Look<T, W = string> = { readonly ended: T } | { readonly waiting: W }

export interface Poll<T, W = string> {
  readonly clock: Clock
  readonly look: () => Promise<Look<T, W>>
  /** Milliseconds after which it is given up; the last look is at their end. 0: one look. */
  readonly limit: number
  /** Milliseconds between two looks; as a function, by those that have passed and by what was found. */
  readonly every: number | ((passed: number, waiting: W) => number)
  /** Gets what was found before each pause, and when the wait began. */
  readonly onWait?: (waiting: W, since: Moment) => void
  /** The end of a wait that was given up: throws, or gives a result of its own. */
  readonly onLimit: (waiting: W) => T | Promise<T>
}

/** Looks, again and again, until there is an end or the limit. A look that throws ends the wait, and so does a clock whose run was cancelled. */
export async function pollUntil<T, W = string>({ clock, look, limit, every, onWait, onLimit }: Poll<T, W>): Promise<T> {
  const since = clock.now()
  for (;;) {
    const found = await look()
    if ('ended' in found) return found.ended
    const passed = clock.now() - since
    if (passed >= limit) return onLimit(found.waiting)
    onWait?.(found.waiting, since)
    const pause = typeof every === 'number' ? every : every(passed, found.waiting)
    await clock.sleep(Math.min(pause, limit - passed))
  }
}
