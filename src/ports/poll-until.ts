import type { Clock, Moment } from './clock.ts'

/** The result of one poll: the end, or the progress. */
export type Look<T, W = string> = { readonly ended: T } | { readonly waiting: W }

export interface Poll<T, W = string> {
  readonly clock: Clock
  readonly look: () => Promise<Look<T, W>>
  /** Time limit in milliseconds; the last poll is at its end. 0: one poll. */
  readonly limit: number
  /** Milliseconds between two polls; as a function, of the elapsed time and the last result. */
  readonly every: number | ((passed: number, waiting: W) => number)
  /** Receives, before each pause, the last result and the start of the wait. */
  readonly onWait?: (waiting: W, since: Moment) => void
  /** Called at the time limit: throws, or returns a result. */
  readonly onLimit: (waiting: W) => T | Promise<T>
}

/** Polls until there is an end or the time limit passes. A poll that throws ends the wait, and so does the clock of a cancelled run. */
export async function pollUntil<T, W = string>({ clock, look, limit, every, onWait, onLimit }: Poll<T, W>): Promise<T> {
  const [since, began] = [clock.now(), clock.elapsed()]
  for (;;) {
    const found = await look()
    if ('ended' in found) return found.ended
    const passed = clock.elapsed() - began
    if (passed >= limit) return onLimit(found.waiting)
    onWait?.(found.waiting, since)
    const pause = typeof every === 'number' ? every : every(passed, found.waiting)
    await clock.sleep(Math.min(pause, limit - passed))
  }
}
