import { play } from './play.ts'
import type { Result, Row } from './row.ts'
import { openStage } from './stage.ts'

/** Much of a row is waiting, so two clouds side by side keep two cores busy. */
const LANES = 2

export interface Played {
  /** In the order of the rows. */
  readonly results: readonly Promise<Result>[]
  readonly end: Promise<unknown>
}

/** Plays the rows one after the other on each of the stages; one that fails does not take the next ones along. */
export function playAll(rows: readonly Row[]): Played {
  const all = rows.map((row) => ({ row, ...Promise.withResolvers<Result>() }))
  const queue = [...all]
  // A row may fail before its test asks for it.
  for (const { promise } of all) promise.catch(() => undefined)
  const lane = async (): Promise<void> => {
    const stage = await openStage()
    try {
      for (let next = queue.shift(); next; next = queue.shift()) await play(stage, next.row).then(next.resolve, next.reject)
    } finally {
      await stage.close()
    }
  }
  const lanes = Array.from({ length: LANES }, async () => {
    try {
      await lane()
    } catch (error) {
      for (const { reject } of all) reject(error)
    }
  })
  return { results: all.map(({ promise }) => promise), end: Promise.all(lanes) }
}
