import { describe, expect, it } from '@jest/globals'
import { createDoom } from './e2e/support/doom.ts'
import { runAll } from './e2e/support/faults/workers.ts'
import { createGivens } from './e2e/support/given.ts'
import { createScopes } from './e2e/support/scope.ts'

/** A bed with a release on it, as a file of tests has them, and what was done for it. */
function story() {
  const log: string[] = []
  const { given, atEnd, spoil, end } = createGivens({ warn: (error) => log.push(`warned: ${(error as Error).message}`) })
  const bed = given(async () => {
    log.push('bed')
    atEnd(async () => log.push('no bed'))
    return { number: log.filter((line) => line === 'bed').length }
  })
  const served = given(async () => {
    const { number } = await bed()
    log.push('deploy')
    atEnd(async () => log.push('no release'))
    return number
  })
  return { log, bed, served, atEnd, spoil, end, given }
}

describe('a given state', () => {
  it('is made once, with what it builds on, and costs nothing from then on', async () => {
    const { served, bed, log } = story()
    expect(await Promise.all([served(), served(), bed()])).toEqual([1, 1, { number: 1 }])
    expect(log).toEqual(['bed', 'deploy'])
  })

  it('is removed and made anew after a failure', async () => {
    const { served, spoil, log } = story()
    await served()
    spoil()
    expect(await served()).toBe(2)
    expect(log).toEqual(['bed', 'deploy', 'no release', 'no bed', 'bed', 'deploy'])
  })

  it('is made anew, too, when it could not be made', async () => {
    const { given, spoil } = story()
    let fails = true
    const state = given(async () => {
      if (fails) throw new Error('no room')
      return 'made'
    })
    await expect(state()).rejects.toThrow('no room')
    await expect(state()).rejects.toThrow('no room')
    fails = false
    spoil()
    expect(await state()).toBe('made')
  })

  it('goes at the end, the last first, even where one cannot be removed', async () => {
    const { served, atEnd, end, log } = story()
    await served()
    atEnd(() => Promise.reject(new Error('stuck')))
    await end()
    expect(log).toEqual(['bed', 'deploy', 'warned: stuck', 'no release', 'no bed'])
  })
})

describe('what was being made when a test failed', () => {
  it('has ended, and is removed, before anything is made anew', async () => {
    const { given, atEnd, spoil, log } = story()
    const goesOn = Promise.withResolvers<void>()
    let made = 0
    const state = given(async () => {
      const number = (made += 1)
      log.push(`making ${number}`)
      if (number === 1) await goesOn.promise
      atEnd(async () => log.push(`removed ${number}`))
    })
    void state()
    await Promise.resolve()
    spoil()
    spoil()
    const anew = state()
    await new Promise(setImmediate)
    expect(log).toEqual(['making 1'])
    goesOn.resolve()
    await anew
    expect(log).toEqual(['making 1', 'removed 1', 'making 2'])
  })
})

describe('what a test has under way', () => {
  const ended = (log: string[], name: string) => async () => log.push(name)

  it.each([
    ['passes', false],
    ['fails', true],
  ])('ends with it when it %s, once, the last first', async (_, fails) => {
    const { within, untilEnd } = createScopes()
    const log: string[] = []
    const [run, load] = [ended(log, 'run'), ended(log, 'load')]
    const test = within(async () => {
      untilEnd(run)
      untilEnd(load)
      untilEnd(run)
      if (fails) throw new Error('half-way')
      return log.length
    })
    await (fails ? expect(test).rejects.toThrow('half-way') : expect(test).resolves.toBe(0))
    expect(log).toEqual(['load', 'run'])
  })

  it('fails a test of which something cannot be ended, and ends the rest', async () => {
    const { within, untilEnd } = createScopes()
    const log: string[] = []
    const test = within(async () => {
      untilEnd(ended(log, 'run'))
      untilEnd(() => Promise.reject(new Error('stuck')))
    })
    await expect(test).rejects.toThrow('stuck')
    expect(log).toEqual(['run'])
  })

  it('cannot begin after it: what its body does by then is refused, and the next test is not concerned', async () => {
    const { within, untilEnd, assertGoesOn } = createScopes()
    const [over, log] = [Promise.withResolvers<void>(), [] as string[]]
    const late = Promise.withResolvers<unknown>()
    await within(async () => {
      void over.promise.then(() => untilEnd(ended(log, 'late'))).then(late.resolve, late.reject)
    })
    await within(async () => {
      over.resolve()
      await expect(late.promise).rejects.toThrow('has ended')
      assertGoesOn()
      untilEnd(ended(log, 'next'))
    })
    expect(log).toEqual(['next'])
  })

  it('lasts where it belongs to no test', () => {
    const { untilEnd } = createScopes()
    expect(() => untilEnd(() => Promise.resolve())).not.toThrow()
  })
})

describe('a test that is made to fail', () => {
  it.each([
    ['odd', [1, 3, 5]],
    ['even', [2, 4]],
    ['3', [3]],
    ['', []],
    [undefined, []],
  ])('by FAIL_AT=%s is one of %j', (failAt, expected) => {
    const doom = createDoom(failAt)
    const fails = (n: number) => {
      doom.begin(n)
      try {
        doom.halfWay()
      } catch {
        return true
      }
      return false
    }
    expect([1, 2, 3, 4, 5].filter(fails)).toEqual(expected)
  })
})

describe('rows on workers', () => {
  /** Rows by what becomes of them, on fixtures that are not to be used after a failure. */
  async function played(rows: readonly ('well' | 'fails' | 'fixture fails')[], failAt?: string) {
    const log: string[] = []
    let opened = 0
    const { results, end } = runAll(rows, {
      workers: ['the only one'],
      fits: () => true,
      async open() {
        opened += 1
        const number = opened
        log.push(`open ${number}`)
        if (rows[0] === 'fixture fails' && number === 1) throw new Error('no fixture')
        return { number, spoiled: false }
      },
      async play(fixture, row) {
        if (fixture.spoiled) throw new Error('played on a fixture in an unknown state')
        if (row !== 'fails') return fixture.number
        fixture.spoiled = true
        throw new Error('failed')
      },
      close: async ({ number }) => void log.push(`close ${number}`),
      doom: () => createDoom(failAt),
    })
    const settled = await Promise.allSettled(results)
    await end
    return { log, results: settled.map((result) => (result.status === 'fulfilled' ? result.value : (result.reason as Error).message)) }
  }

  it('share a fixture while all is well', async () => {
    expect(await played(['well', 'well'])).toEqual({ log: ['open 1', 'close 1'], results: [1, 1] })
  })

  it('go on with a new fixture after one that failed', async () => {
    const { log, results } = await played(['well', 'fails', 'well'])
    expect(results).toEqual([1, 'failed', 2])
    expect(log).toEqual(['open 1', 'close 1', 'open 2', 'close 2'])
  })

  it('go on after a fixture that could not be opened', async () => {
    expect((await played(['fixture fails', 'well'])).results).toEqual(['no fixture', 2])
  })

  it('come to a worker that they fit on', async () => {
    const { results, end } = runAll(['b1', 'a1', 'b2', 'a2'], {
      workers: ['a', 'b'],
      fits: (row, worker) => row.startsWith(worker),
      open: async (worker) => worker,
      play: async (fixture, row) => `${row} on ${fixture}`,
      close: async () => undefined,
      doom: () => createDoom(undefined),
    })
    await end
    expect(await Promise.all(results)).toEqual(['b1 on b', 'a1 on a', 'b2 on b', 'a2 on a'])
  })

  it('can be made to fail', async () => {
    expect((await played(['well', 'well', 'well'], '2')).results).toEqual([1, 'made to fail by FAIL_AT', 2])
  })
})
