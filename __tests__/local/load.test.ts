import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, it } from '@jest/globals'
import { startLoad } from '../../local/load/load.ts'

const servers: ReturnType<typeof createServer>[] = []

afterEach(() => {
  for (const server of servers.splice(0)) server.closeAllConnections()
})

/** An echo whose answer number `bad` is a 502, or whose connection breaks there. */
async function echo(bad: number, how: 'status' | 'reset'): Promise<string> {
  let seen = 0
  const server = createServer((request, response) => {
    response.setHeader('x-version', 'a')
    if (++seen !== bad) request.pipe(response)
    else if (how === 'status') response.writeHead(502).end()
    else request.socket.destroy()
  })
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  server.unref()
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

it.each([
  [-1, 'status', {}],
  [5, 'status', { 'POST 502': 1 }],
  [5, 'reset', { ECONNRESET: 1 }],
] as const)('with answer %d gone by %s counts %j', async (bad, how, failures) => {
  const load = startLoad({ url: await echo(bad, how), posts: 2, slow: 0, webSocket: false })
  await load.answers(20)
  const { outcomes, failed, sent } = await load.stop()
  const { ok = 0, ...others } = outcomes
  expect(others).toEqual(failures)
  expect(ok).toBeGreaterThan(10)
  expect(sent).toBe(ok + failed)
})
