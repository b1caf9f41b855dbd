/**
 * Clients that send one request after the other over connections that stay (or `fresh` ones), as fast as they can, and notice each that is lost: one without a whole
 * 200. `node local/load/post-clients.ts '{"port":80}'` runs until its standard input ends, or as many requests were answered as it is told, and prints a `Report`.
 */
import { connect } from 'node:net'
import type { Socket } from 'node:net'

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

const END = '\r\n\r\n'

export async function load({
  port,
  connections = 32,
  method = 'POST',
  path = '/',
  host = 'x',
  pause = 0,
  count = Number.POSITIVE_INFINITY,
  least = 0,
  fresh = false,
}: Load): Promise<Report> {
  const body = method === 'POST' ? 'hello' : ''
  const length = method === 'POST' ? `Content-Length: ${body.length}\r\n` : ''
  const request = `${method} ${path} HTTP/1.1\r\nHost: ${host}\r\nUser-Agent: Mozilla/5.0\r\nAccept: */*\r\n${length}\r\n${body}`
  const words: string[] = []
  let [answered, lost, ended] = [0, 0, false]
  const going = (): boolean => answered < count && !(ended && answered >= least)
  const began = performance.now()

  /** One connection, while it lasts. */
  const converse = (): Promise<void> =>
    new Promise((resolve) => {
      const socket: Socket = connect(port, '127.0.0.1')
      let [text, waits] = ['', false]
      const send = (): void => {
        if (socket.destroyed) return
        waits = true
        socket.write(request)
      }
      const fail = (why: string): void => {
        if (!waits) return
        waits = false
        lost += 1
        if (words.length < 10) words.push(why)
      }
      socket.setNoDelay(true).setEncoding('latin1')
      socket.on('connect', send)
      socket.on('data', (piece: string) => {
        text += piece
        const head = text.slice(0, text.indexOf(END) + 1)
        const size = Number(/\ncontent-length: (\d+)/i.exec(head)?.[1] ?? 0)
        if (head === '' || text.length < head.length + END.length - 1 + size) return
        text = ''
        if (!head.startsWith('HTTP/1.1 200')) {
          fail(head)
          return socket.destroy()
        }
        waits = false
        answered += 1
        if (!going() || fresh || /\nconnection: close/i.test(head)) return void socket.end()
        if (pause === 0) send()
        else setTimeout(send, Math.random() * pause)
      })
      socket.on('error', (error) => fail(error.message))
      socket.on('close', () => {
        fail('closed without an answer')
        resolve()
      })
    })

  const client = async (): Promise<void> => {
    while (going()) await converse()
  }
  process.stdin.on('end', () => (ended = true)).resume()
  await Promise.all(Array.from({ length: connections }, client))
  return { answered, lost, words, seconds: (performance.now() - began) / 1000 }
}

if (import.meta.main) {
  console.log(JSON.stringify(await load(JSON.parse(process.argv[2] ?? '{}') as Load)))
  process.exit()
}
