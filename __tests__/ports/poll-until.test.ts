import { describe, expect, it } from '@jest/globals'
import { momentOf } from '../../src/ports/clock.ts'
import { pollUntil } from '../../src/ports/poll-until.ts'
import type { Look, Poll } from '../../src/ports/poll-until.ts'
import { fakeClock } from '../fakes/clock.ts'

/** A wait for what ends at the last of these looks. */
function wait(looks: readonly Look<string>[], given: Partial<Poll<string>> = {}) {
  const clock = fakeClock()
  const begin = clock.now()
  const rest = [...looks]
  const waited: [string, number][] = []
  const poll: Poll<string> = {
    clock,
    look: async () => rest.shift() ?? { waiting: 'still' },
    limit: 10_000,
    every: 3000,
    onWait: (waiting, since) => waited.push([waiting, since - begin]),
    onLimit: (waiting) => `gave up: ${waiting}`,
    ...given,
  }
  return { clock, waited, left: rest, result: pollUntil(poll) }
}

describe('pollUntil', () => {
  it('looks at once, and does not sleep if it has ended', async () => {
    const { clock, result } = wait([{ ended: 'there' }])
    expect(await result).toBe('there')
    expect(clock.slept).toEqual([])
  })

  it('tells what it waits for before each pause, and since when', async () => {
    const { clock, waited, result } = wait([{ waiting: 'one' }, { waiting: 'two' }, { ended: 'there' }])
    expect(await result).toBe('there')
    expect(clock.slept).toEqual([3000, 3000])
    expect(waited).toEqual([
      ['one', 0],
      ['two', 0],
    ])
  })

  it.each([
    { limit: 10_000, slept: [3000, 3000, 3000, 1000] },
    { limit: 3000, slept: [3000] },
    { limit: 0, slept: [] },
  ])('looks for the last time at its limit of $limit ms', async ({ limit, slept }) => {
    const { clock, result } = wait([], { limit })
    expect(await result).toBe('gave up: still')
    expect(clock.slept).toEqual(slept)
  })

  it.each([3_600_000, -3_600_000])('waits as long as it was told to while the wall clock is set %d ms ahead', async (step) => {
    const clock = fakeClock()
    let ahead = 0
    const look = async (): Promise<Look<string>> => ((ahead += step), { waiting: 'still' })
    const { result } = wait([], { clock: { ...clock, now: () => momentOf(clock.now() + ahead) }, look })
    expect(await result).toBe('gave up: still')
    expect(clock.slept).toEqual([3000, 3000, 3000, 1000])
  })

  it('takes an end that is there at the limit', async () => {
    const { result } = wait([{ waiting: 'one' }, { ended: 'there' }], { limit: 2000 })
    expect(await result).toBe('there')
  })

  it('counts the time that a look takes', async () => {
    const clock = fakeClock()
    const look = async (): Promise<Look<string>> => (clock.pass(4000), { waiting: 'slow' })
    const { result } = wait([], { clock, look })
    expect(await result).toBe('gave up: slow')
    expect(clock.slept).toEqual([3000])
  })

  it('pauses as the time so far and what was found tell', async () => {
    const every = (passed: number, waiting: string): number => (waiting === 'busy' ? 500 : 100 + passed)
    const { clock, result } = wait([{ waiting: 'a' }, { waiting: 'busy' }, { waiting: 'b' }, { ended: 'there' }], { every })
    await result
    expect(clock.slept).toEqual([100, 500, 700])
  })

  it.each(['look', 'limit', 'sleep'] as const)('ends with what its %s throws', async (part) => {
    const fail = async (): Promise<never> => Promise.reject(new Error(part))
    const clock = { ...fakeClock(), ...(part === 'sleep' && { sleep: fail }) }
    const given = { clock, ...(part === 'look' && { look: fail }), ...(part === 'limit' && { limit: 0, onLimit: fail }) }
    await expect(wait([], given).result).rejects.toThrow(part)
  })
})
