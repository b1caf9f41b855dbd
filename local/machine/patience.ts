/**
 * Patience, in seconds of an idle machine: the busier this machine is, the longer such a second lasts. A fixed piece of work measures this
 * repeatedly during a wait, so that load which starts later counts, too.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'

export interface Machine {
  /** How many times longer than on an idle machine a piece of work takes now; at least 1. */
  slowness(): Promise<number>
  /** Calls `over` after this many seconds of an idle machine. Returns a function that cancels that. */
  after(seconds: number, over: () => void): () => void
}

interface Gauge {
  /** A fixed piece of work, and the milliseconds that an idle machine needs for it. */
  readonly work: () => Promise<unknown>
  readonly idleMs: number
  /** How often time is counted, and how long a measurement is valid. */
  readonly tickMs: number
  readonly restMs: number
}

/** Starting Node.js resembles most of a deploy on the local cloud: new processes that read many files and compute. */
const GAUGE: Gauge = { work: startNode, idleMs: 50, tickMs: 250, restMs: 3000 }

async function startNode(): Promise<void> {
  await once(spawn(process.execPath, ['--eval', '0'], { env: {}, stdio: 'ignore' }), 'exit')
}

interface Meter {
  /** Ends with the measurement that is under way, or else with a new one. */
  measure(): Promise<void>
  /** By what is known so far; infinite before the first measurement has ended. */
  slowness(): number
  /** Milliseconds since a measurement ended. */
  age(): number
}

function createMeter({ work, idleMs }: Pick<Gauge, 'work' | 'idleMs'>): Meter {
  // The slowest of the last few counts, because a single process can be lucky.
  const measured: number[] = []
  let underWay: { readonly since: number; readonly end: Promise<void> } | undefined
  let measuredAt = -Infinity

  async function measureOnce(since: number): Promise<void> {
    // A machine that cannot do the work at all must not block forever.
    await work().catch(() => undefined)
    measuredAt = performance.now()
    measured.push(Math.max(1, (measuredAt - since) / idleMs))
    measured.splice(0, measured.length - 3)
    underWay = undefined
  }

  return {
    measure() {
      const since = performance.now()
      underWay ??= { since, end: measureOnce(since) }
      return underWay.end
    },
    slowness() {
      const soFar = underWay ? (performance.now() - underWay.since) / idleMs : 1
      return measured.length === 0 ? Infinity : Math.max(soFar, ...measured)
    },
    age: () => performance.now() - measuredAt,
  }
}

/** Tells again and again, while it runs, how many seconds of the wall have passed. Both functions can be called at any time. */
function createClock(tickMs: number, tell: (seconds: number) => void): { start(): void; stop(): void } {
  let timer: NodeJS.Timeout | undefined
  let toldAt = 0

  function tick(): void {
    const now = performance.now()
    const seconds = (now - toldAt) / 1000
    toldAt = now
    tell(seconds)
  }

  return {
    start() {
      if (timer) return
      toldAt = performance.now()
      timer = setInterval(tick, tickMs).unref()
    },
    stop() {
      clearInterval(timer)
      timer = undefined
    },
  }
}

interface Wait {
  /** Seconds of an idle machine. */
  left: number
  /** Seconds of the wall that passed, and do not count yet. */
  unjudged: number
  /** How many of them may stay so: no machine is faster than an idle one, and a measurement costs the work that is waited for its time. */
  readonly unasked: number
  readonly over: () => void
}

export function createMachine({ tickMs, restMs, ...gauge }: Gauge = GAUGE): Machine {
  const meter = createMeter(gauge)
  const waits = new Set<Wait>()
  const clock = createClock(tickMs, (seconds) => {
    for (const wait of waits) wait.unjudged += seconds
    const usual = Number.isFinite(meter.slowness()) ? meter.slowness() : 1
    const judged = [...waits].filter(({ left, unjudged, unasked }) => unjudged >= Math.min(left * usual, unasked))
    if (judged.length > 0 && meter.age() > restMs) void meter.measure()
    if (meter.age() > restMs) return
    for (const wait of judged) {
      wait.left -= wait.unjudged / meter.slowness()
      wait.unjudged = 0
      if (wait.left > 0) continue
      waits.delete(wait)
      wait.over()
    }
    if (waits.size === 0) clock.stop()
  })
  return {
    async slowness() {
      await meter.measure()
      return meter.slowness()
    },
    after(seconds, over) {
      const wait = { left: seconds, unjudged: 0, unasked: seconds / 4, over }
      waits.add(wait)
      clock.start()
      return () => {
        waits.delete(wait)
        if (waits.size === 0) clock.stop()
      }
    },
  }
}

export const machine = createMachine()

/** For one event, which takes up to a few seconds on an idle machine. */
const FOR_AN_EVENT = 120

/** Runs `work` until patience ends; then aborts its signal, and throws an error that names it. */
export async function patiently<T>(what: string, work: (signal: AbortSignal) => Promise<T>, seconds = FOR_AN_EVENT): Promise<T> {
  const over = new AbortController()
  const callOff = machine.after(seconds, () => over.abort(new Error(`gave up on ${what} after ${seconds} s of an idle machine`)))
  const end = Promise.withResolvers<never>()
  over.signal.addEventListener('abort', () => end.reject(over.signal.reason))
  try {
    return await Promise.race([work(over.signal), end.promise])
  } finally {
    callOff()
  }
}

/**
 * Milliseconds until it is asked again. Asking costs others their time, so it takes at most half of the time, and less and less in a long wait: that is
 * noticed a twentieth later at most, and no more than a second.
 */
export function pauseAfter({ askedMs, waitedMs }: { readonly askedMs: number; readonly waitedMs: number }): number {
  return Math.max(30, askedMs, Math.min(1000, waitedMs / 20))
}

/** Retries until there is an answer; the last error explains why there was none. */
export async function until<T>(what: string, probe: () => Promise<T | undefined | false>, seconds?: number): Promise<T> {
  let last: unknown = 'no answer'
  const begun = performance.now()
  const ask = async (signal: AbortSignal): Promise<T> => {
    while (!signal.aborted) {
      const asked = performance.now()
      const found = await probe().catch((error) => void (last = error))
      if (found !== undefined && found !== false) return found
      const now = performance.now()
      await sleep(pauseAfter({ askedMs: now - asked, waitedMs: now - begun }))
    }
    throw signal.reason
  }
  return patiently(what, ask, seconds).catch((error: Error) => {
    throw new Error(error.message, { cause: last })
  })
}

/** A time limit of the product that means on this machine now what `seconds` mean on an idle one, as an input's text. */
export async function stretched(seconds: number): Promise<string> {
  return `${Math.ceil(seconds * (await machine.slowness()))}s`
}

export const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
