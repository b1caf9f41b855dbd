/**
 * Clients that send one request after the other over connections that stay (or `fresh` ones), as fast as they can, and notice each that is lost: one without a whole
 * 200. `node local/load/post-clients.ts '{"port":80}'` runs until its standard input ends, or as many requests were answered as it is told, and prints a `Report`.
 */
import { connect } from 'node:net'

export interface Load {
  readonly port: number
  readonly connections?: number
  readonly method?: 'GET' | 'POST'
  readonly path?: string
  readonly host?: string
  /** Longest wait of a client before its next request, in milliseconds; 0 is none. A connection that is never idle is never closed. */
  readonly pause?: number
  /** Ends after this many answers. */
  readonly count?: number
  /** Does not end before this many answers, even if its standard input does. */
  readonly least?: number
  /** A new connection for each request, like first-time visitors. */
  readonly fresh?: boolean
}

export interface Report {
  readonly answered: number
  /** Lost requests; the first ten in words. */
  readonly lost: number
  readonly words: readonly string[]
  readonly seconds: number
}

const DEFAULTS = {
  ...{ connections: 32, method: 'POST' as const, path: '/', host: 'x', pause: 0 },
  ...{ count: Number.POSITIVE_INFINITY, least: 0, fresh: false },
}

/** What one client needs of the load, and what all of them count. */
interface Clients extends Required<Pick<Load, 'port' | 'pause' | 'fresh'>> {
  readonly request: string
  readonly counted: { answered: number; lost: number; readonly words: string[] }
  readonly goesOn: () => boolean
}

export async function load(options: Load): Promise<Report> {
  const { count, least, connections, ...rest } = { ...DEFAULTS, ...options }
  const counted = { answered: 0, lost: 0, words: [] }
  let ended = false
  const goesOn = (): boolean => counted.answered < count && !(ended && counted.answered >= least)
  const clients: Clients = { ...rest, request: requestOf(rest), counted, goesOn }
  const began = performance.now()
  const client = async (): Promise<void> => {
    while (goesOn()) await converse(clients)
  }
  process.stdin.on('end', () => (ended = true)).resume()
  await Promise.all(Array.from({ length: connections }, client))
  return { ...counted, seconds: (performance.now() - began) / 1000 }
}

function requestOf({ method, path, host }: Required<Pick<Load, 'method' | 'path' | 'host'>>): string {
  const body = method === 'POST' ? 'hello' : ''
  const length = method === 'POST' ? `Content-Length: ${body.length}\r\n` : ''
  return `${method} ${path} HTTP/1.1\r\nHost: ${host}\r\nUser-Agent: Mozilla/5.0\r\nAccept: */*\r\n${length}\r\n${body}`
}

/** One connection, while it lasts. */
function converse({ port, request, pause, fresh, counted, goesOn }: Clients): Promise<void> {
  return new Promise((resolve) => {
    let waits = false
    const socket = connect(port, '127.0.0.1').setNoDelay(true).setEncoding('latin1')
    const send = (): void => {
      if (socket.destroyed) return
      waits = true
      socket.write(request)
    }
    const fail = (why: string): void => {
      if (!waits) return
      waits = false
      counted.lost += 1
      if (counted.words.length < 10) counted.words.push(why)
    }
    const take = (head: string): void => {
      if (!head.startsWith('HTTP/1.1 200')) {
        fail(head)
        return void socket.destroy()
      }
      waits = false
      counted.answered += 1
      if (!goesOn() || fresh || /\nconnection: close/i.test(head)) return void socket.end()
      if (pause === 0) send()
      else setTimeout(send, Math.random() * pause)
    }
    socket.on('connect', send).on('data', wholeAnswers(take))
    socket.on('error', (error) => fail(error.message))
    socket.on('close', () => (fail('closed without an answer'), resolve()))
  })
}

const END = '\r\n\r\n'

/** Takes the pieces of a connection, and passes on the head of each answer that is whole. */
function wholeAnswers(take: (head: string) => void): (piece: string) => void {
  let text = ''
  return (piece) => {
    text += piece
    const head = text.slice(0, text.indexOf(END) + 1)
    const size = Number(/\ncontent-length: (\d+)/i.exec(head)?.[1] ?? 0)
    if (head === '' || text.length < head.length + END.length - 1 + size) return
    text = ''
    take(head)
  }
}

if (import.meta.main) {
  console.log(JSON.stringify(await load(JSON.parse(process.argv[2] ?? '{}') as Load)))
  process.exit()
}
