import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { type IncomingMessage, request } from 'node:http'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterEach, expect, it } from '@jest/globals'

const script = join(import.meta.dirname, '../../local/testapp/server.js')
let app: ChildProcess | undefined

afterEach(() => {
  app?.kill('SIGKILL')
})

async function start(env: Record<string, string>): Promise<string> {
  app = spawn(process.execPath, [script], { env: { PORT: '0', VERSION: '7', ...env }, stdio: ['ignore', 'pipe', 'inherit'] })
  const [line] = (await once(app.stdout!, 'data')) as [Buffer]
  return /listens on (\d+)/.exec(String(line))?.[1] ?? String(line)
}

it('echoes over a WebSocket and ends it with 1001', async () => {
  const socket = new WebSocket(`ws://127.0.0.1:${await start({})}/ws`)
  await once(socket, 'open')
  const long = 'x'.repeat(1000)
  for (const text of ['short', long]) {
    socket.send(text)
    const [message] = (await once(socket, 'message')) as [MessageEvent]
    expect(message.data).toBe(text)
  }
  app?.kill('SIGTERM')
  const [close] = (await once(socket, 'close')) as [CloseEvent]
  expect(close.code).toBe(1001)
})

it('finishes requests in flight after SIGTERM', async () => {
  const asking = request(`http://127.0.0.1:${await start({})}/slow?ms=300`, { headers: { expect: '100-continue' } })
  asking.flushHeaders()
  await once(asking, 'continue')
  app?.kill('SIGTERM')
  asking.end()
  const [answer] = (await once(asking, 'response')) as [IncomingMessage]
  expect(await text(answer)).toBe('slept 300')
})

it.each([
  ['unhealthy', 500],
  ['redirect', 301],
  ['not-found', 404],
  ['allowed-host', 403],
  ['', 200],
])('with BEHAVIOUR=%s answers %d', async (BEHAVIOUR, status) => {
  const answer = await fetch(`http://127.0.0.1:${await start({ BEHAVIOUR })}/`, { redirect: 'manual' })
  expect(answer.status).toBe(status)
})
