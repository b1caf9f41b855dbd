import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from '@jest/globals'
import { until } from '../../../local/machine/patience.ts'
import { temporaryFolder } from '../../fakes/temporary-folder.ts'

const MODULE = join(import.meta.dirname, '../../../scripts/jest/in-place.mjs')
const WORKER = `await import(${JSON.stringify(MODULE)}); console.log('begun'); process.stdin.resume()`

/** A process like one of Jest's workers, which lives until its input ends. */
function worker(env: Readonly<Record<string, string>>): { readonly begun: Promise<unknown>; end(): Promise<unknown> } {
  const child: ChildProcess = spawn(process.execPath, ['--input-type=module', '--eval', WORKER], {
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit')
  return {
    begun: Promise.race([once(child.stdout!, 'data'), ended.then(() => Promise.reject(new Error('the worker ended')))]),
    end: () => (child.stdin?.end(), ended),
  }
}

/** Waits until somebody waits for this file: https://man7.org/linux/man-pages/man5/proc_locks.5.html */
async function awaited(file: string): Promise<void> {
  const { ino } = await stat(file)
  await until('who waits', async () =>
    (await readFile('/proc/locks', 'utf8')).split('\n').some((lock) => lock.includes('->') && lock.includes(`:${ino} `)),
  )
}

it('a worker begins when its place is free, and keeps it until its end', async () => {
  const PLACES = temporaryFolder('places')
  const first = worker({ PLACES, JEST_WORKER_ID: '4' })
  await first.begun
  const second = worker({ PLACES, JEST_WORKER_ID: '4' })
  const order: string[] = []
  const begun = second.begun.then(() => order.push('the second has begun'))
  await Promise.race([awaited(join(PLACES, '4')), begun])
  order.push('the first ends')
  await first.end()
  await begun
  await second.end()
  expect(order).toEqual(['the first ends', 'the second has begun'])
})

it.each([
  ['of another place', { JEST_WORKER_ID: '5' }],
  ['of a run with one worker, which has no number', {}],
])('a worker %s waits for nobody', async (_, env) => {
  const PLACES = temporaryFolder('places')
  const first = worker({ PLACES, JEST_WORKER_ID: '4' })
  await first.begun
  const other = worker({ PLACES, ...env })
  await other.begun
  await Promise.all([first.end(), other.end()])
})
