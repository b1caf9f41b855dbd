import { patiently } from '../../../../local/machine/patience.ts'
import type { Doom } from '../doom.ts'

export interface Played<Result> {
  /** In the order of the rows. */
  readonly results: readonly Promise<Result>[]
  readonly end: Promise<unknown>
}

export interface Workers<Worker, Fixture, Row, Result> {
  readonly workers: readonly Worker[]
  /** Whether a row can run on a worker's fixtures. */
  readonly fits: (row: Row, worker: Worker) => boolean
  readonly open: (worker: Worker, onRun: () => void) => Promise<Fixture>
  readonly play: (fixture: Fixture, row: Row) => Promise<Result>
  readonly close: (fixture: Fixture) => Promise<void>
  /** The rows that fail on purpose: one for each worker. */
  readonly doom: () => Doom
}

/** For a row with its fixture, in seconds of an idle machine. */
const FOR_A_ROW = 900

/** Runs the rows one after the other on each fixture. After a failed row, the state of its fixture is unknown, so the next row gets a new one. */
export function runAll<Worker, Fixture, Row, Result>(
  rows: readonly Row[],
  { workers, fits, open, play, close, doom }: Workers<Worker, Fixture, Row, Result>,
): Played<Result> {
  const all = rows.map((row, index) => ({ row, number: index + 1, ...Promise.withResolvers<Result>() }))
  const queue = [...all]
  // A row can fail before its test asks for it.
  for (const { promise } of all) promise.catch(() => undefined)

  function take(worker: Worker) {
    const at = queue.findIndex(({ row }) => fits(row, worker))
    return at < 0 ? undefined : queue.splice(at, 1)[0]
  }

  async function run(worker: Worker): Promise<void> {
    const doomed = doom()
    let fixture: Promise<Fixture> | undefined
    const leave = async () => {
      const left = fixture
      fixture = undefined
      await left?.then(close, () => undefined).catch(console.warn)
    }
    for (let next = take(worker); next; next = take(worker)) {
      const { row, number, resolve, reject } = next
      doomed.begin(number)
      try {
        const result = await patiently(`row ${number}`, async () => play(await (fixture ??= open(worker, doomed.halfWay)), row), FOR_A_ROW)
        doomed.halfWay()
        resolve(result)
      } catch (error) {
        reject(error)
        await leave()
      } finally {
        doomed.end()
      }
    }
    await leave()
  }

  return { results: all.map(({ promise }) => promise), end: Promise.all(workers.map(run)) }
}
