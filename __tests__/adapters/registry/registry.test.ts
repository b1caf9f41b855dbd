import { createServer } from 'node:http'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { httpRegistry } from '../../../src/adapters/registry/registry.ts'
import { parseImage } from '../../../src/domain/image/image.ts'
import { fakeClock } from '../../fakes/clock.ts'
import type { FakeClock } from '../../fakes/clock.ts'

const OCI = 'application/vnd.oci.image'
const DOCKER = 'application/vnd.docker.distribution.manifest'
const DIGEST = `sha256:${'a'.repeat(64)}`
const [B, C, ONE, TWO, THREE, FOUR] = ['b', 'c', '1', '2', '3', '4'].map((digit) => `sha256:${digit.repeat(64)}`)
const CREDENTIALS = { registry: 'r.test', username: 'AWS', password: 'pass:word' }
const BASIC = `Basic ${Buffer.from('AWS:pass:word').toString('base64')}`

type Answer = (request: IncomingMessage, response: ServerResponse) => void
let server: Server
let requests: { method: string; url: string; host: string; accept: string; authorization: string | undefined }[]
/** Path -> answer; the first that the path begins with. */
let answers: Record<string, Answer>

beforeAll(async () => {
  server = createServer((request, response) => {
    const { accept = '', authorization } = request.headers
    const host = String(request.headers['x-asked-for'])
    requests.push({ method: request.method ?? '', url: request.url ?? '', host, accept, authorization })
    const answer = Object.entries(answers).find(([path]) => request.url?.startsWith(path))?.[1]
    if (answer) answer(request, response)
    else response.writeHead(404).end('{"errors":[{"code":"MANIFEST_UNKNOWN"}]}')
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
})
afterAll(() => void server.close())
beforeEach(() => {
  requests = []
  answers = {}
})

/** fetch, but every https server is this one. */
const redirected: typeof fetch = (input, init) => {
  const url = new URL(input instanceof Request ? input.url : input)
  expect(url.protocol).toBe('https:')
  const headers = { ...(init?.headers as Record<string, string>), 'x-asked-for': url.host }
  return fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${url.pathname}${url.search}`, { ...init, headers })
}
let clock: FakeClock
beforeEach(() => void (clock = fakeClock()))
const inspect = (image: string, credentials?: typeof CREDENTIALS) =>
  httpRegistry({ fetch: redirected, clock }).inspect(parseImage(image), credentials)

function json(body: unknown, headers: Record<string, string> = {}): Answer {
  return (_, response) => void response.writeHead(200, { 'docker-content-digest': DIGEST, ...headers }).end(JSON.stringify(body))
}

function behind(challenge: string, authorization: string, answer: Answer): Answer {
  return (request, response) => {
    if (request.headers.authorization === authorization) answer(request, response)
    else response.writeHead(401, { 'www-authenticate': challenge }).end()
  }
}

const blob = (size: number, digest = B) => ({ digest, size })
const SINGLE = json({ config: blob(3, C), layers: [blob(5), blob(7)] })
const CONFIG = json({ os: 'linux', architecture: 'arm64', rootfs: {} })

describe('platforms', () => {
  test('are those of the manifests of an index, without attestations', async () => {
    const image = (digest: string | undefined, os: string, architecture: string) => ({ digest, platform: { os, architecture } })
    const manifests = [image(ONE, 'linux', 'amd64'), image(TWO, 'linux', 'arm64'), image(THREE, 'unknown', 'unknown'), { digest: FOUR }]
    answers = {
      '/v2/team/web/manifests/1.2': json({ manifests }),
      [`/v2/team/web/manifests/${ONE}`]: json({ layers: [blob(5)] }),
      [`/v2/team/web/manifests/${TWO}`]: json({ layers: [blob(7), blob(1)] }),
    }
    expect(await inspect('r.test/team/web:1.2')).toEqual({ digest: DIGEST, platforms: ['linux/amd64', 'linux/arm64'], bytes: 8 })
    expect(requests[0]).toEqual({
      method: 'GET',
      url: '/v2/team/web/manifests/1.2',
      host: 'r.test',
      accept: `${OCI}.index.v1+json, ${DOCKER}.list.v2+json, ${OCI}.manifest.v1+json, ${DOCKER}.v2+json`,
      authorization: undefined,
    })
  })

  test('are read from the configuration of a single image', async () => {
    answers = { '/v2/web/manifests/latest': SINGLE, [`/v2/web/blobs/${C}`]: CONFIG }
    expect(await inspect('r.test/web')).toEqual({ digest: DIGEST, platforms: ['linux/arm64'], bytes: 12, volumes: [] })
    answers[`/v2/web/blobs/${C}`] = json({ os: 'linux', architecture: 'arm64', config: { Volumes: { '/data': {}, '/log': {} } } })
    expect(await inspect('r.test/web')).toMatchObject({ volumes: ['/data', '/log'] })
  })

  test('are unknown if it is not an image', async () => {
    answers = { '/v2/web/manifests/chart': json({}) }
    await expect(inspect('r.test/web:chart')).rejects.toMatchObject({ code: 'image-not-found' })
  })

  const raw =
    (text: string, digest = DIGEST): Answer =>
    (_, response) =>
      void response.writeHead(200, { 'docker-content-digest': digest }).end(text)

  test.each([
    ['no JSON', raw('<html>')],
    ['a list', raw('[]')],
    ['nothing', raw('')],
    ['an invalid digest', raw('{"manifests":[]}', "sha256:x' $(id)")],
    [
      'a platform that breaks out of its line',
      json({ manifests: [{ digest: ONE, platform: { os: 'linux\n::error::', architecture: 'x' } }] }),
    ],
    ['a path for a digest', json({ config: blob(1, '../../other/blobs/sha256:c'), layers: [] })],
    ['a size that is not a number', json({ config: blob(3, C), layers: [{ digest: B, size: 'huge' }] })],
    ['a digest by another hash', json({ config: blob(1, `sha512:${'c'.repeat(128)}`), layers: [] })],
    ['two lists of layers', raw(`{"config":${JSON.stringify(blob(3, C))},"layers":[],"Layers":[]}`)],
    ['an index that is an image, too', json({ manifests: [], config: blob(3, C), layers: [] })],
    ['more images than an index has', json({ manifests: Array.from({ length: 65 }, () => ({ digest: ONE })) })],
    ['more layers than there can be', json({ layers: Array.from({ length: 2000 }, () => blob(1)) })],
  ])('are unknown after an answer with %s', async (_, answer) => {
    answers = { '/v2/web/manifests/1': answer, [`/v2/web/blobs/${C}`]: CONFIG }
    await expect(inspect('r.test/web:1')).rejects.toMatchObject({ code: 'image-not-found', message: 'r.test/web:1 is not an image.' })
  })

  test('are unknown without a valid configuration', async () => {
    answers = { '/v2/web/manifests/1': SINGLE, [`/v2/web/blobs/${C}`]: raw('{"os": 5}') }
    await expect(inspect('r.test/web:1')).rejects.toMatchObject({ code: 'image-not-found' })
  })

  test('are unknown after an endless answer', async () => {
    answers = { '/v2/web/manifests/1': (_, response) => void response.writeHead(200).end(Buffer.alloc(9 * 2 ** 20, 0x20)) }
    await expect(inspect('r.test/web:1')).rejects.toMatchObject({
      code: 'pull-failed',
      message: 'r.test answers with more than 8388608 bytes',
    })
  })
})

test('uses a requested digest as it is', async () => {
  const asked = `sha256:${'b'.repeat(64)}`
  answers = { [`/v2/web/manifests/${asked}`]: json({ manifests: [] }) }
  expect((await inspect(`r.test/web:1.2@${asked}`)).digest).toBe(asked)
})

test('hashes the manifest if the registry sends no digest', async () => {
  answers = { '/v2/web/manifests/1': (_, response) => void response.writeHead(200).end('{"manifests":[]}') }
  expect((await inspect('r.test/web:1')).digest).toBe('sha256:27b7a2ad77ebd6c3663a9dc5d493a96943c48d8c7c77b3c123d2f6712f1ff7ed')
})

test('asks Docker Hub at its own address, with an anonymous token', async () => {
  const challenge = 'Bearer realm="https://auth.docker.io/token",service="registry.docker.io",scope="repository:library/nginx:pull"'
  answers = {
    '/token': json({ token: 't-1' }),
    '/v2/library/nginx/manifests/1.29': behind(challenge, 'Bearer t-1', SINGLE),
    [`/v2/library/nginx/blobs/${C}`]: behind(challenge, 'Bearer t-1', CONFIG),
  }
  expect((await inspect('nginx:1.29')).platforms).toEqual(['linux/arm64'])
  expect(requests.map(({ host, url, authorization }) => [host, url, authorization])).toEqual([
    ['registry-1.docker.io', '/v2/library/nginx/manifests/1.29', undefined],
    ['auth.docker.io', '/token?service=registry.docker.io&scope=repository%3Alibrary%2Fnginx%3Apull', undefined],
    ['registry-1.docker.io', '/v2/library/nginx/manifests/1.29', 'Bearer t-1'],
    ['registry-1.docker.io', `/v2/library/nginx/blobs/${C}`, 'Bearer t-1'],
  ])
})

test('requests a token with credentials', async () => {
  const challenge = 'Bearer realm="https://r.test/token",service="r",scope="repository:web:pull"'
  answers = {
    '/token': behind('Basic', BASIC, json({ access_token: 't-2' })),
    '/v2/web/manifests/1': behind(challenge, 'Bearer t-2', json({ manifests: [] })),
  }
  expect((await inspect('r.test/web:1', CREDENTIALS)).digest).toBe(DIGEST)
})

test('sends credentials to ECR directly', async () => {
  answers = { '/v2/web/manifests/1': behind('Basic realm="https://r.test/",service="ecr.amazonaws.com"', BASIC, json({ manifests: [] })) }
  expect((await inspect('r.test/web:1', CREDENTIALS)).digest).toBe(DIGEST)
})

test('sends no credentials to a server without TLS', async () => {
  answers = { '/v2/web/manifests/1': behind('Bearer realm="http://evil.test/token"', 'Bearer x', SINGLE) }
  await expect(inspect('r.test/web:1', CREDENTIALS)).rejects.toMatchObject({ code: 'pull-denied' })
  expect(requests.map(({ host }) => host)).toEqual(['r.test'])
})

test.each(['https://evil.test/token', 'https://r.test.evil.test/token', 'https://r.test:444/token', 'https://r.test@evil.test/token'])(
  'sends no credentials to another server: %s',
  async (realm) => {
    answers = {
      '/token': json({ token: 't-4' }),
      '/v2/web/manifests/1': behind(`Bearer realm="${realm}",service="r"`, 'Bearer t-4', json({ manifests: [] })),
    }
    expect((await inspect('r.test/web:1', CREDENTIALS)).digest).toBe(DIGEST)
    const { host } = new URL(realm)
    expect(requests.map((request) => [request.host, request.authorization])).toEqual([
      ['r.test', undefined],
      [host, undefined],
      ['r.test', 'Bearer t-4'],
    ])
  },
)

test('sends no credentials of another registry', async () => {
  answers = { '/v2/web/manifests/1': behind('Basic realm="https://s.test/"', BASIC, json({ manifests: [] })) }
  await expect(inspect('s.test/web:1', CREDENTIALS)).rejects.toMatchObject({ code: 'pull-denied' })
  expect(requests.map(({ authorization }) => authorization)).toEqual([undefined])
})

test('ignores an invalid token address', async () => {
  answers = { '/v2/web/manifests/1': behind('Bearer realm="https://",service="r"', 'Bearer x', SINGLE) }
  await expect(inspect('r.test/web:1', CREDENTIALS)).rejects.toMatchObject({ code: 'pull-denied' })
})

const status =
  (code: number): Answer =>
  (_, response) =>
    void response.writeHead(code, { 'www-authenticate': 'Basic' }).end('words')

test.each([
  [404, 'image-not-found', /^r\.test\/web:1 does not exist/],
  [401, 'pull-denied', /private or does not exist/],
  [403, 'pull-denied', /HTTP 403/],
  [429, 'pull-failed', /rate/],
  [500, 'pull-failed', /HTTP 500 .*words/],
])('HTTP %s means %s', async (code, expected, message) => {
  answers = { '/v2/': status(code) }
  await expect(inspect('r.test/web:1')).rejects.toMatchObject({
    name: 'DeployError',
    code: expected,
    message: expect.stringMatching(message),
  })
})

test('names an unreachable registry', async () => {
  const unreachable: typeof fetch = async () =>
    Promise.reject(new TypeError('fetch failed', { cause: new Error('getaddrinfo ENOTFOUND r.test') }))
  await expect(httpRegistry({ fetch: unreachable, clock }).inspect(parseImage('r.test/web:1'), undefined)).rejects.toMatchObject({
    code: 'pull-failed',
    message: 'r.test cannot be reached: getaddrinfo ENOTFOUND r.test',
  })
})

/** Answers with each of these in turn, and then as usual. */
function after(first: readonly Answer[], then: Answer): Answer {
  const rest = [...first]
  return (request, response) => (rest.shift() ?? then)(request, response)
}

const broken: Answer = (request) => void request.socket.destroy()
const cutOff: Answer = (request, response) =>
  void response.writeHead(200, { 'content-length': '100' }).write('{', () => request.socket.destroy())

test.each([
  ['an error of the registry', status(503)],
  ['too many requests', status(429)],
  ['a connection that breaks', broken],
  ['an answer that is cut off', cutOff],
])('recovers after %s', async (_, failure) => {
  answers = { '/v2/web/manifests/1': after([failure, failure, failure], json({ manifests: [] })) }
  expect((await inspect('r.test/web:1')).digest).toBe(DIGEST)
  expect(clock.slept).toEqual([250, 1000, 2500])
})

test('requests a token again, too', async () => {
  const challenge = 'Bearer realm="https://r.test/token",service="r"'
  answers = {
    '/token': after([status(502)], json({ token: 't-3' })),
    '/v2/web/manifests/1': behind(challenge, 'Bearer t-3', json({ manifests: [] })),
  }
  expect((await inspect('r.test/web:1')).digest).toBe(DIGEST)
})

test.each([400, 401, 403, 404])('does not retry after HTTP %s', async (code) => {
  answers = { '/v2/': status(code) }
  await expect(inspect('r.test/web:1')).rejects.toThrow()
  expect(requests).toHaveLength(1)
})

test('gives up after four failures, and waits only once for silence', async () => {
  answers = { '/v2/': status(500) }
  await expect(inspect('r.test/web:1')).rejects.toMatchObject({ code: 'pull-failed' })
  expect(requests).toHaveLength(4)
  const silent: typeof fetch = async () =>
    Promise.reject(Object.assign(new Error('The operation was aborted due to timeout'), { name: 'TimeoutError' }))
  clock.slept.length = 0
  await expect(httpRegistry({ fetch: silent, clock }).inspect(parseImage('r.test/web:1'), undefined)).rejects.toMatchObject({
    code: 'pull-failed',
    message: expect.stringContaining('timeout'),
  })
  expect(clock.slept).toEqual([])
})

describe('an additional tag', () => {
  const tag = () => httpRegistry({ fetch: redirected, clock }).tag(parseImage(`r.test/web@${DIGEST}`), 'live-web.production', CREDENTIALS)

  test('is added to the unchanged manifest', async () => {
    const type = `${OCI}.manifest.v1+json`
    const text = '{ "config": {} }\n'
    let put = ''
    answers['/v2/web/manifests/sha256:'] = behind('Basic realm="https://r.test/"', BASIC, (_, response) => {
      response.writeHead(200, { 'content-type': type }).end(text)
    })
    answers['/v2/web/manifests/live-web.production'] = (request, response) => {
      put = `${request.method} ${request.headers['content-type']} ${request.headers.authorization} `
      request.on('data', (part: Buffer) => (put += part.toString())).on('end', () => response.writeHead(201).end())
    }
    await tag()
    expect(put).toBe(`PUT ${type} ${BASIC} ${text}`)
  })

  test('reports a refusal of the registry', async () => {
    answers['/v2/web/manifests/sha256:'] = json({})
    answers['/v2/web/manifests/live-web.production'] = (_, response) => void response.writeHead(400).end('TAG_INVALID')
    await expect(tag()).rejects.toMatchObject({ code: 'push-failed', message: expect.stringContaining('TAG_INVALID') })
  })
})
