/**
 * Load on a service: POSTs over keep-alive without retries, slow requests, and a WebSocket. Compares every answer
 * with what was sent.
 */
import type { Agent } from 'node:http'
import { machine, sleep, until } from '../machine/patience.ts'
import { agentOf, requestOf, webSocketOf } from './way.ts'
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
  /** Whether to keep a WebSocket to /ws open. */
  readonly webSocket?: boolean
}

export interface LoadReport {
  readonly seconds: number
  readonly sent: number
  readonly failed: number
  /** words for what happened -> how often; `ok` is among them */
  readonly outcomes: Readonly<Record<string, number>>
  /** x-version header -> how often */
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

interface Answer {
  readonly status: number
  readonly version: string
  readonly body: string
}

/** On an idle machine; a request without an answer by then counts as lost. */
const SECONDS_FOR_AN_ANSWER = 30

function exchange(agent: Agent, method: string, url: URL, headers: Record<string, string>, body = ''): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = requestOf(url.href)(
      url,
      { agent, method, headers: { ...headers, 'content-length': Buffer.byteLength(body) } },
      (response) => {
        let text = ''
        response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
        response.on('error', reject)
        response.on('end', () => {
          resolve({ status: response.statusCode ?? 0, version: String(response.headers['x-version'] ?? '?'), body: text })
        })
      },
    )
    const callOff = machine.after(SECONDS_FOR_AN_ANSWER, () => sent.destroy(new Error('no answer')))
    sent.on('close', callOff)
    sent.on('error', reject)
    sent.end(body)
  })
}

function words(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException
  return code ?? message
}

export function startLoad(options: LoadOptions): Load {
  const { url, way, headers = {}, posts = 8, path = '/echo', slow = 2, slowMs = 1500, webSocket = true } = options
  const started = Date.now()
  const outcomes: Record<string, number> = {}
  const versions: Record<string, number> = {}
  const lastSeen: Record<string, number> = {}
  const closes: Record<string, number> = {}
  let stopped = false
  let slowest = 0
  let echoes = 0
  const on = () => !stopped
  const count = (table: Record<string, number>, name: string) => (table[name] = (table[name] ?? 0) + 1)

  async function repeat(ask: (agent: Agent, n: number) => Promise<string>): Promise<void> {
    const agent = agentOf(url, way)
    for (let n = 0; on(); n++) {
      count(outcomes, await ask(agent, n).catch(words))
      await sleep(4)
    }
    agent.destroy()
  }

  async function post(agent: Agent, n: number): Promise<string> {
    const body = `${n} ${'payload '.repeat(128)}`
    const begun = Date.now()
    const answer = await exchange(agent, 'POST', new URL(path, url), headers, body)
    slowest = Math.max(slowest, Date.now() - begun)
    count(versions, answer.version)
    lastSeen[answer.version] = Date.now()
    if (answer.status !== 200) return `POST ${answer.status}`
    return path !== '/echo' || answer.body === body ? 'ok' : 'POST body differs'
  }

  async function dawdle(agent: Agent): Promise<string> {
    const answer = await exchange(agent, 'GET', new URL(`/slow?ms=${slowMs}`, url), headers)
    return answer.status === 200 && answer.body === `slept ${slowMs}` ? 'ok' : `slow ${answer.status}`
  }

  /** Talks until the other side closes; reconnects while the load is on. */
  function converse(): Promise<void> {
    return new Promise((resolve) => {
      const socket = webSocketOf(url, '/ws', way)
      const talk = setInterval(() => (on() ? socket.readyState === 1 && socket.send(`at ${Date.now()}`) : socket.close(1000)), 100)
      socket.addEventListener('message', () => echoes++)
      socket.addEventListener('close', ({ code }) => {
        clearInterval(talk)
        count(closes, String(code))
        if (![1000, 1001].includes(code)) count(outcomes, `WebSocket closed with ${code}`)
        resolve()
      })
    })
  }

  async function converseOn(): Promise<void> {
    while (on()) {
      await converse()
      await sleep(50)
    }
  }

  const workers = [
    ...Array.from({ length: posts }, () => repeat(post)),
    ...Array.from({ length: slow }, () => repeat(dawdle)),
    ...(webSocket ? [converseOn()] : []),
  ]
  const asked = () => Object.values(outcomes).reduce((sum, n) => sum + n, 0)
  return {
    async answers(more) {
      const enough = asked() + more
      await until(`${more} more answers`, async () => asked() >= enough)
    },
    async stop() {
      stopped = true
      await Promise.all(workers)
      const sent = asked()
      return {
        seconds: (Date.now() - started) / 1000,
        sent,
        failed: sent - (outcomes['ok'] ?? 0),
        outcomes,
        versions,
        lastSeen,
        webSocketCloses: closes,
        webSocketEchoes: echoes,
        slowest,
      }
    },
  }
}
