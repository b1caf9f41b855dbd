/**
 * Load on a service: POSTs over keep-alive without retries, slow requests, and a WebSocket. Compares every answer
 * with what was sent.
 */
import type { Agent } from 'node:http'
import { sleep, until } from '../machine/patience.ts'
import { exchange } from './exchange.ts'
import { agentOf, webSocketOf } from './way.ts'
import type { Way } from './way.ts'

export interface LoadOptions {
  readonly url: string
  /** Where the URL's name leads; default: DNS. */
  readonly way?: Way
  readonly headers?: Record<string, string>
  /** POSTs: number of connections, and the path; only /echo (the default) must answer with what was sent. */
  readonly posts?: number
  readonly path?: string
  /** GETs of /slow: number of connections, and the duration of each. */
  readonly slow?: number
  readonly slowMs?: number
  /** Milliseconds between an answer and a connection's next request. */
  readonly pauseMs?: number
  /** Whether to keep a WebSocket to /ws open. */
  readonly webSocket?: boolean
}

export interface LoadReport {
  readonly seconds: number
  readonly sent: number
  readonly failed: number
  /** words for what happened -> how often; `ok` is among them */
  readonly outcomes: Readonly<Record<string, number>>
  /** x-version header -> how often. In no order: a name of digits, which a commit can have, comes first. */
  readonly versions: Readonly<Record<string, number>>
  /** x-version header -> when it was last seen, in milliseconds since the epoch */
  readonly lastSeen: Readonly<Record<string, number>>
  /** close code -> how often; a clean end is 1000 or 1001 */
  readonly webSocketCloses: Readonly<Record<string, number>>
  readonly webSocketEchoes: number
  /** milliseconds of the slowest POST */
  readonly slowest: number
}

export interface Load {
  /** Resolves after this many more answers, of any kind. */
  answers(more: number): Promise<void>
  /** Ends the load, and returns the report. */
  stop(): Promise<LoadReport>
}

const DEFAULTS = { headers: {}, posts: 8, path: '/echo', slow: 2, slowMs: 1500, pauseMs: 4, webSocket: true } as const

/** A load that is under way, and what happened so far. */
interface Running {
  readonly options: LoadOptions & Required<Omit<LoadOptions, 'way'>>
  readonly seen: Omit<Mutable<LoadReport>, 'seconds' | 'sent' | 'failed'>
  stopped: boolean
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends Readonly<Record<string, number>> ? Record<string, number> : T[K] }

export function startLoad(options: LoadOptions): Load {
  const started = Date.now()
  const seen = { outcomes: {}, versions: {}, lastSeen: {}, webSocketCloses: {}, webSocketEchoes: 0, slowest: 0 }
  const load: Running = { options: { ...DEFAULTS, ...options }, seen, stopped: false }
  const clients = startClients(load)
  return {
    async answers(more) {
      const enough = sentBy(load) + more
      await until(`${more} more answers`, async () => sentBy(load) >= enough)
    },
    async stop() {
      load.stopped = true
      await Promise.all(clients)
      const sent = sentBy(load)
      return { ...load.seen, seconds: (Date.now() - started) / 1000, sent, failed: sent - (load.seen.outcomes['ok'] ?? 0) }
    },
  }
}

/** Each ends soon after the load is stopped. */
function startClients(load: Running): Promise<void>[] {
  const { posts, slow, webSocket } = load.options
  return [
    ...Array.from({ length: posts }, () => repeat(load, post)),
    ...Array.from({ length: slow }, () => repeat(load, dawdle)),
    ...(webSocket ? [keepConversing(load)] : []),
  ]
}

function sentBy({ seen }: Running): number {
  return Object.values(seen.outcomes).reduce((sum, n) => sum + n, 0)
}

function count(table: Record<string, number>, name: string): void {
  table[name] = (table[name] ?? 0) + 1
}

/** Sends one request after the other over a connection of its own. */
async function repeat(load: Running, ask: (load: Running, agent: Agent, n: number) => Promise<string>): Promise<void> {
  const agent = agentOf(load.options.url, load.options.way)
  for (let n = 0; !load.stopped; n++) {
    count(load.seen.outcomes, await ask(load, agent, n).catch(words))
    await sleep(load.options.pauseMs)
  }
  agent.destroy()
}

async function post({ options: { url, path, headers }, seen }: Running, agent: Agent, n: number): Promise<string> {
  const body = `${n} ${'payload '.repeat(128)}`
  const begun = Date.now()
  const answer = await exchange(agent, 'POST', new URL(path, url), headers, body)
  seen.slowest = Math.max(seen.slowest, Date.now() - begun)
  count(seen.versions, answer.version)
  seen.lastSeen[answer.version] = Date.now()
  if (answer.status !== 200) return `POST ${answer.status}`
  return path !== '/echo' || answer.body === body ? 'ok' : 'POST body differs'
}

async function dawdle({ options: { url, slowMs, headers } }: Running, agent: Agent): Promise<string> {
  const answer = await exchange(agent, 'GET', new URL(`/slow?ms=${slowMs}`, url), headers)
  return answer.status === 200 && answer.body === `slept ${slowMs}` ? 'ok' : `slow ${answer.status}`
}

/** Opens a WebSocket again whenever the other side has closed it. */
async function keepConversing(load: Running): Promise<void> {
  while (!load.stopped) {
    await converse(load)
    await sleep(50)
  }
}

/** Talks over one WebSocket until the other side closes it, or the load ends. */
function converse(load: Running): Promise<void> {
  const { options, seen } = load
  return new Promise((resolve) => {
    const socket = webSocketOf(options.url, '/ws', options.way)
    const say = (): void => (load.stopped ? socket.close(1000) : socket.readyState === 1 ? socket.send(`at ${Date.now()}`) : undefined)
    const talk = setInterval(say, 100)
    socket.addEventListener('message', () => seen.webSocketEchoes++)
    socket.addEventListener('close', ({ code }) => {
      clearInterval(talk)
      count(seen.webSocketCloses, String(code))
      if (![1000, 1001].includes(code)) count(seen.outcomes, `WebSocket closed with ${code}`)
      resolve()
    })
  })
}

function words(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException
  return code ?? message
}
