import { play } from './play.ts'
import type { Disk, Result, Row } from './row.ts'
import { openStage } from './stage.ts'

/** Much of a row is waiting, so two clouds side by side keep two cores busy. The hosts of one have XFS, as on Amazon Linux, those of the other ext4. */
const LANES: readonly Disk[] = ['xfs', 'ext4']

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
  const take = (disk: Disk) => {
    const index = queue.findIndex(({ row }) => row.disk === undefined || row.disk === disk)
    return index < 0 ? undefined : queue.splice(index, 1)[0]
  }
  const lane = async (disk: Disk): Promise<void> => {
    const stage = await openStage(disk)
    try {
      for (let next = take(disk); next; next = take(disk)) await play(stage, next.row).then(next.resolve, next.reject)
    } finally {
      await stage.close()
    }
  }
  const lanes = LANES.map(async (disk) => {
    try {
      await lane(disk)
    } catch (error) {
      for (const { reject } of all) reject(error)
    }
  })
  return { results: all.map(({ promise }) => promise), end: Promise.all(lanes) }
}
