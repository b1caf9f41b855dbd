/** Whether a runner behind a proxy reaches GitHub: the bundle has its own way there, beside the packages that the unit tests load. */
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { Server } from 'node:http'
import { connect } from 'node:net'
import type { AddressInfo } from 'node:net'
import { expect } from '@jest/globals'
import { runAction } from '../../local/runner/runner.ts'
import type { ActionRun } from '../../local/runner/runner.ts'
import { errorOf } from './support/test-bed.ts'
import { atEnd, given, it } from './support/test.ts'
import { temporaryFolder } from '../fakes/temporary-folder.ts'

/** The tunnels that were asked for, such as `api.github.invalid:80`. */
const tunnels: string[] = []

/** A proxy that knows only names that no resolver knows, so nothing arrives without it. */
const network = given(async () => {
  const answering = createServer((request, response) => {
    const isFile = request.url?.includes('/contents/') === true && request.headers.authorization === 'token t0ken'
    response.writeHead(isFile ? 200 : 404, { 'content-type': 'text/plain' }).end('service: web\nport: eighty\n')
  })
  const passing = createServer().on('connect', (request, client) => {
    tunnels.push(request.url ?? '')
    const server = connect((answering.address() as AddressInfo).port, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n')
      server.pipe(client).pipe(server)
    })
  })
  for (const server of [answering, passing]) {
    await once(server.listen(0, '127.0.0.1'), 'listening')
    atEnd(() => closed(server))
  }
  return { github: addressOf(answering), proxy: addressOf(passing) }
})

async function closed(server: Server): Promise<void> {
  const closing = once(server.close(), 'close')
  server.closeAllConnections()
  await closing
}

function addressOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** A step without a checkout, so its configuration file is on GitHub, with the port that it names wrongly. */
async function step(env: Readonly<Record<string, string>>): Promise<ActionRun> {
  tunnels.length = 0
  const cwd = temporaryFolder('proxy')
  const inputs = { 'github-token': 't0ken', 'aws-region': 'us-east-1' }
  return runAction({ inputs, cwd, env: { GITHUB_REPOSITORY: 'octo/web', GITHUB_SHA: 'f'.repeat(40), ...env } })
}

it.each([['http_proxy'], ['HTTP_PROXY']])("%s leads to GitHub's API", async (name) => {
  const { proxy } = await network()
  const run = await step({ [name]: proxy, GITHUB_API_URL: 'http://api.github.invalid' })
  expect(errorOf(run)).toContain('eighty')
  expect(new Set(tunnels)).toEqual(new Set(['api.github.invalid:80']))
})

it.each([[''], ['127.0.0.1']])("GitHub's API is asked directly without a proxy, and if no_proxy is %j", async (exempt) => {
  const { proxy, github } = await network()
  const run = await step({ ...(exempt === '' ? {} : { http_proxy: proxy, no_proxy: exempt }), GITHUB_API_URL: github })
  expect(errorOf(run)).toContain('eighty')
  expect(tunnels).toEqual([])
})
