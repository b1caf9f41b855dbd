import { createServer } from 'node:http'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { bundlesOnGithub } from '../../../src/adapters/github/attestations.ts'
import { aDigest } from '../../fakes/attested.ts'
import { patientLimit } from '../../fakes/patient-limit.ts'

const DIGEST = aDigest('image')
const asked: string[] = []
let server: Server
let answer: { readonly status: number; readonly body: string; readonly link?: string }
/** What comes after it. */
const later: (typeof answer)[] = []

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(`${request.method} ${decodeURIComponent(request.url ?? '')} ${request.headers.authorization}`)
    const { status, body, link } = answer
    response.writeHead(status, { 'content-type': 'application/json', ...(link === undefined ? {} : { link }) }).end(body)
    answer = later.shift() ?? answer
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
})
afterAll(() => void (server.closeAllConnections(), server.close()))
beforeEach(() => void (asked.length = 0))

function bundles(token: string | undefined = 'a-token') {
  const apiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return bundlesOnGithub({ token, repository: 'acme/web', apiUrl, limit: patientLimit }, DIGEST)
}

test('lists the bundles of GitHub for the digest', async () => {
  answer = { status: 200, body: JSON.stringify({ attestations: [{ bundle: { a: 1 } }, { bundle: null }, 7, { bundle: { b: 2 } }] }) }
  expect((await bundles()).map(({ text }) => text)).toEqual(['{"a":1}', '{"b":2}'])
  expect(asked).toEqual([`GET /repos/acme/web/attestations/${DIGEST}?per_page=100 token a-token`])
})

test('lists the bundles of every page', async () => {
  const next = `<http://127.0.0.1:${(server.address() as AddressInfo).port}/repos/acme/web/attestations/${DIGEST}?after=x>; rel="next"`
  answer = { status: 200, body: '{"attestations":[{"bundle":{"a":1}}]}', link: next }
  later.push({ status: 200, body: '{"attestations":[{"bundle":{"b":2}}]}' })
  expect((await bundles()).map(({ text }) => text)).toEqual(['{"a":1}', '{"b":2}'])
  expect(asked).toEqual([
    `GET /repos/acme/web/attestations/${DIGEST}?per_page=100 token a-token`,
    `GET /repos/acme/web/attestations/${DIGEST}?per_page=100&after=x token a-token`,
  ])
})

test.each([
  ['another server', 'http://localhost:1/steal?after=x'],
  ['another path', '/../../user/keys?after=x&baseUrl=http://localhost:1&method=DELETE&subject_digest=y'],
])('sends the token to no other address if the next page is %s', async (_, link) => {
  const { href } = new URL(link, `http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  answer = { status: 200, body: '{"attestations":[{"bundle":{"a":1}}]}', link: `<${href}>; rel="next"` }
  later.push({ status: 200, body: '{"attestations":[{"bundle":{"b":2}}]}' })
  expect((await bundles()).map(({ text }) => text)).toEqual(['{"a":1}', '{"b":2}'])
  expect(asked.at(-1)).toBe(`GET /repos/acme/web/attestations/${DIGEST}?per_page=100&after=x token a-token`)
})

test.each(['https://[', '/nothing', '?before=x'])('reads no further page if the link is %s', async (link) => {
  answer = { status: 200, body: '{"attestations":[{"bundle":{"a":1}}]}', link: `<${link}>; rel="next"` }
  expect((await bundles()).map(({ text }) => text)).toEqual(['{"a":1}'])
  expect(asked).toHaveLength(1)
})

test('lists nothing for an unknown digest', async () => {
  answer = { status: 404, body: '{}' }
  expect(await bundles()).toEqual([])
})

test.each([
  [403, '{"message":"Resource not accessible by integration"}'],
  [500, ''],
])('reports what the job needs after HTTP %d', async (status, body) => {
  answer = { status, body }
  expect(await bundles()).toEqual([{ source: 'GitHub', text: '', fault: expect.stringContaining('attestations: read') }])
})

test.each(['[]', 'null', '{"attestations":7}', '{"attestations":null}', '"x"'])('rejects %s as a bundle', async (body) => {
  answer = { status: 200, body }
  expect((await bundles()).filter(({ text }) => text !== '')).toEqual([])
})

test('does not ask without a token', async () => {
  expect(await bundles('')).toEqual([])
  expect(asked).toEqual([])
})
