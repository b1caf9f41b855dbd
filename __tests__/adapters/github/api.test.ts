import { createServer } from 'node:http'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import * as v from 'valibot'
import { askGithub, askPages } from '../../../src/adapters/github/api.ts'

let server: Server

beforeAll(async () => {
  server = createServer(() => undefined)
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
})
afterAll(() => void (server.closeAllConnections(), server.close()))

const spec = () => ({ token: 'a-token', repository: 'acme/web', apiUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}` })
const QUESTION = { route: 'GET /repos/{owner}/{repo}/silence', parameters: {}, answer: v.unknown(), seconds: 0.2 }

test.each([
  ['an answer', () => askGithub(spec(), QUESTION)],
  ['a list that comes in pages', () => askPages(spec(), QUESTION).next()],
])('waits for %s no longer than its limit', async (_, ask) => {
  await expect(ask()).rejects.toThrow()
})
