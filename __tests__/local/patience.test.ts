import { afterEach, describe, expect, it } from '@jest/globals'
import { createMachine, patiently, pauseAfter, sleep, until } from '../../local/machine/patience.ts'

const IDLE_MS = 4
let callOff = () => {}

afterEach(() => callOff())

/** A machine on which the piece of work takes so many times as long as on an idle one. */
function machineThat(slowness: () => number) {
  return createMachine({ work: () => sleep(IDLE_MS * slowness()), idleMs: IDLE_MS, tickMs: 1, restMs: 10 })
}

/** How long so many seconds of an idle machine last on it, in milliseconds. */
async function wait(machine: ReturnType<typeof machineThat>, seconds: number): Promise<number> {
  const since = performance.now()
  await new Promise<void>((over) => (callOff = machine.after(seconds, over)))
  return performance.now() - since
}

describe('a second of an idle machine', () => {
  it('is no shorter on a fast machine', async () => {
    expect(
      await wait(
        machineThat(() => 0),
        0.1,
      ),
    ).toBeGreaterThanOrEqual(100)
  })

  it('lasts as many times as long as a piece of work does', async () => {
    const machine = machineThat(() => 10)
    expect(await machine.slowness()).toBeGreaterThanOrEqual(9.5)
    expect(await wait(machine, 0.1)).toBeGreaterThanOrEqual(950)
  })

  it('gets longer when load comes later', async () => {
    let measured = 0
    const machine = machineThat(() => ((measured += 1) > 3 ? 4 : 1))
    expect(await wait(machine, 1)).toBeGreaterThanOrEqual(1500)
  })

  it('is measured only by who waits long: the work that is waited for gets the processor', async () => {
    let measured = 0
    const machine = createMachine({ work: async () => void (measured += 1), idleMs: IDLE_MS, tickMs: 1, restMs: 10 })
    callOff = machine.after(100, () => undefined)
    await wait(machine, 0.4)
    expect(measured).toBeGreaterThan(0)
    expect(measured).toBeLessThan(20)
  })

  it('does not end while the piece of work does not', async () => {
    const work = Promise.withResolvers<void>()
    const machine = createMachine({ work: () => work.promise, idleMs: IDLE_MS, tickMs: 1, restMs: 10 })
    const waiting = wait(machine, 0.001)
    expect(await Promise.race([waiting, sleep(200).then(() => 'still waiting')])).toBe('still waiting')
    work.resolve()
    await waiting
  })

  it('is the default if it cannot be measured', async () => {
    const machine = createMachine({ work: () => Promise.reject(new Error('no')), idleMs: IDLE_MS, tickMs: 1, restMs: 10 })
    expect(await machine.slowness()).toBe(1)
  })

  it('is measured by a real process', async () => {
    expect(await createMachine().slowness()).toBeGreaterThanOrEqual(1)
  })
})

describe('patience', () => {
  it('ends at some time: the work is aborted, and the error names it', async () => {
    const told: string[] = []
    const work = (signal: AbortSignal) => new Promise<never>(() => signal.addEventListener('abort', () => told.push('over')))
    await expect(patiently('the work', work, 0.01)).rejects.toThrow('gave up on the work')
    expect(told).toEqual(['over'])
  })

  it('gives what the work gives', async () => {
    expect(await patiently('the work', async () => 7)).toBe(7)
    await expect(patiently('the work', () => Promise.reject(new Error('bad')))).rejects.toThrow('bad')
  })

  it.each([
    ['soon at first', { askedMs: 2, waitedMs: 100 }, 30],
    ['after as long as an answer takes', { askedMs: 400, waitedMs: 2000 }, 400],
    ['less often in a long wait', { askedMs: 2, waitedMs: 10_000 }, 500],
    ['at least each second', { askedMs: 2, waitedMs: 600_000 }, 1000],
  ])('asks again %s', (_, asked, pause) => expect(pauseAfter(asked)).toBe(pause))

  it('asks until there is an answer, and tells why there was none', async () => {
    const answers = [undefined, false, 'here'] as const
    let asked = 0
    expect(await until('an answer', async () => answers[asked++])).toBe('here')
    const failing = () => Promise.reject(new Error('refused'))
    await expect(until('an answer', failing, 0.01)).rejects.toMatchObject({
      message: expect.stringContaining('an answer'),
      cause: { message: 'refused' },
    })
  })
})
