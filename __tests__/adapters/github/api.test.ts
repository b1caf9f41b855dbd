import { createServer } from 'node:http'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import * as v from 'valibot'
import { askGithub, askPages, refusalOf } from '../../../src/adapters/github/api.ts'
import type { GithubSpec } from '../../../src/adapters/github/api.ts'
import { limitInHand, patientLimit } from '../../fakes/patient-limit.ts'

let server: Server
let reach: () => void = () => undefined

beforeAll(async () => {
  server = createServer(() => reach())
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
})
afterAll(() => void (server.closeAllConnections(), server.close()))

const spec = () => ({
  token: 'a-token',
  repository: 'acme/web',
  apiUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
  limit: patientLimit,
})
const QUESTION = { route: 'GET /repos/{owner}/{repo}/silence', parameters: {}, answer: v.unknown(), seconds: 0.2 }

test.each([
  ['an answer', (limited: GithubSpec) => askGithub(limited, QUESTION)],
  ['a list that comes in pages', (limited: GithubSpec) => askPages(limited, QUESTION).next()],
])('waits for %s no longer than its limit', async (_, ask) => {
  const inHand = limitInHand()
  const seconds: number[] = []
  reach = inHand.reach
  const limit = (asked: number): AbortSignal => (seconds.push(asked), inHand.limit())
  await expect(ask({ ...spec(), limit })).rejects.toThrow()
  expect(seconds).toEqual([QUESTION.seconds])
})

describe('a GitHub that fails', () => {
  const answers: { status: number; body: unknown; headers?: Record<string, string> }[] = []
  const asked: string[] = []
  let failing: Server
  let failingSpec: GithubSpec

  beforeAll(async () => {
    failing = createServer(({ method, url }, response) => {
      asked.push(`${method} ${url}`)
      const { status, body, headers = {} } = answers.shift() ?? { status: 500, body: { message: 'Oops' } }
      response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
    })
    await new Promise<void>((resolve) => void failing.listen(0, '127.0.0.1', resolve))
    failingSpec = { ...spec(), apiUrl: `http://127.0.0.1:${(failing.address() as AddressInfo).port}` }
  })
  afterAll(() => void (failing.closeAllConnections(), failing.close()))
  beforeEach(() => {
    answers.splice(0)
    asked.splice(0)
  })

  const BAD = { status: 502, body: { message: 'Bad gateway' } }
  const question = (route: string) => ({ route, parameters: {}, answer: v.array(v.number()), seconds: 60 })

  test('is asked again for what only reads', async () => {
    answers.push(BAD, { status: 503, body: {} }, { status: 200, body: [1] })
    expect(await askGithub(failingSpec, question('GET /repos/{owner}/{repo}/one'))).toEqual([1])
    expect(asked).toHaveLength(3)
  })

  test('is asked again for a page in the middle of a list', async () => {
    const link = `<${failingSpec.apiUrl}/repos/acme/web/many?page=2>; rel="next"`
    answers.push({ status: 200, body: [1], headers: { link } }, BAD, { status: 200, body: [2] })
    expect(await Array.fromAsync(askPages(failingSpec, question('GET /repos/{owner}/{repo}/many')))).toEqual([[1], [2]])
  })

  test('is asked only a few times', async () => {
    await expect(askGithub(failingSpec, question('GET /repos/{owner}/{repo}/one'))).rejects.toMatchObject({ status: 500 })
    expect(asked).toHaveLength(3)
  })

  test.each([
    ['what writes, because it could have been done', 'POST', BAD],
    ['what it refuses', 'GET', { status: 404, body: {} }],
  ])('is not asked again for %s', async (_, method, answer) => {
    answers.push(answer)
    await expect(askGithub(failingSpec, question(`${method} /repos/{owner}/{repo}/one`))).rejects.toMatchObject({ status: answer.status })
    expect(asked).toHaveLength(1)
  })

  test.each([
    ['the header of a secondary limit', { 'retry-after': '60' }, 'You are too fast'],
    ['the header of the limit', { 'x-ratelimit-remaining': '0' }, 'API limit'],
    ['words alone', {}, 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.'],
  ])('is told apart from a missing permission, by %s', async (_, headers, message) => {
    answers.push({ status: 403, body: { message }, headers })
    const error: unknown = await askGithub(failingSpec, question('GET /repos/{owner}/{repo}/one')).catch((thrown: unknown) => thrown)
    const refusal = refusalOf(error, { message: 'the token cannot read', hint: 'Give it the permission.', statuses: [403] })
    expect(refusal).toMatchObject({ message: 'GitHub throttles the token' })
  })
})
