import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { httpRegistry } from '../../../src/adapters/registry/registry.ts'
import { parseImage } from '../../../src/domain/image/image.ts'
import { fakeClock } from '../../fakes/clock.ts'
import type { FakeClock } from '../../fakes/clock.ts'
import { digestOf, startRegistries } from '../../fakes/registries.ts'
import type { Registries, Repository } from '../../fakes/registries.ts'

const MANIFEST = 'application/vnd.oci.image.manifest.v1+json'
const INDEX = 'application/vnd.oci.image.index.v1+json'

let registries: Registries
let from: Repository
let to: Repository
let clock: FakeClock
let copies = 0

beforeAll(async () => void (registries = await startRegistries()))
afterAll(() => registries.close())
beforeEach(() => {
  copies += 1
  from = registries.repository(`a.test/from-${copies}`)
  to = registries.repository(`b.test/to-${copies}`)
  registries.requests.length = 0
  registries.faults.length = 0
  registries.mounting.clear()
  registries.uploads.clear()
  clock = fakeClock()
})

const blob = (bytes: Buffer): { digest: string; size: number } => {
  from.blobs.set(digestOf(bytes), bytes)
  return { digest: digestOf(bytes), size: bytes.length }
}

/** Puts a manifest into the first repository, with white space that only a byte for byte copy keeps. */
function manifest(content: object, type = MANIFEST): string {
  const bytes = Buffer.from(`${JSON.stringify(content, undefined, 3)}\n`)
  from.manifests.set(digestOf(bytes), { type, bytes })
  return digestOf(bytes)
}

const image = (...layers: object[]): string => manifest({ config: blob(Buffer.from(`{"n":${randomBytes(4).readUInt32BE()}}`)), layers })

const credentials = (host: string) => ({ registry: host, username: 'AWS', password: `secret of ${host}` })

/** Copies a digest from one repository to the tag `v1` of the other. */
function copy(digest: string, { target = `b.test/to-${copies}`, signal = new AbortController().signal } = {}) {
  const source = { image: parseImage(`a.test/from-${copies}@${digest}`), credentials: credentials('a.test') }
  const place = { image: parseImage(`${target}:v1`), credentials: credentials(target.split('/')[0] ?? '') }
  return httpRegistry({ fetch: registries.fetch, clock }).copy(source, place, signal)
}

const asked = (pattern: RegExp): string[] =>
  registries.requests.map(({ method, url }) => `${method} ${url}`).filter((line) => pattern.test(line))

describe('an image', () => {
  test('arrives byte for byte with its blobs, and is not sent a second time', async () => {
    const layers = [blob(randomBytes(300_000)), blob(randomBytes(5))]
    const digest = image(...layers)
    expect(await copy(digest)).toEqual({ sent: 3, mounted: 0, there: 0, bytes: expect.any(Number) })
    expect(to.blobs).toEqual(from.blobs)
    expect(to.manifests.get('v1')).toEqual(from.manifests.get(digest))
    expect(to.manifests.get(digest)?.bytes.equals(from.manifests.get(digest)?.bytes ?? Buffer.of())).toBe(true)
    registries.requests.length = 0
    expect(await copy(digest)).toEqual({ sent: 0, mounted: 0, there: 0, bytes: 0 })
    expect(asked(/./)).toEqual([`GET b.test/v2/to-${copies}/manifests/v1`])
  })

  test('arrives with all its platforms, each blob once', async () => {
    const shared = blob(randomBytes(10))
    const images = [image(shared, blob(randomBytes(10))), image(shared, shared)]
    const digest = manifest({ manifests: images.map((part) => ({ digest: part })) }, INDEX)
    expect(await copy(digest)).toMatchObject({ sent: 4, there: 1 })
    expect(to.blobs).toEqual(from.blobs)
    expect([...to.manifests.keys()].toSorted()).toEqual([...images, digest, 'v1'].toSorted())
    expect(to.manifests.get('v1')?.type).toBe(INDEX)
    expect(asked(/^PUT .*manifests/).at(-1)).toContain('/v1')
  })

  test('is sent without existing blobs and without foreign layers', async () => {
    const there = blob(Buffer.from('there'))
    to.blobs.set(there.digest, Buffer.from('there'))
    const digest = image(there, { digest: `sha256:${'e'.repeat(64)}`, size: 9, urls: ['https://elsewhere.test'] })
    expect(await copy(digest)).toMatchObject({ sent: 1, there: 1 })
  })

  test('is mounted within a registry if possible, and sent otherwise', async () => {
    registries.mounting.add('a.test')
    const digest = image(blob(randomBytes(10)))
    expect(await copy(digest, { target: `a.test/to-${copies}` })).toEqual({ sent: 0, mounted: 2, there: 0, bytes: 0 })
    expect(registries.repository(`a.test/to-${copies}`).blobs).toEqual(from.blobs)
    expect(asked(/PUT .*blobs/)).toEqual([])
    registries.mounting.clear()
    expect(await copy(digest, { target: `a.test/other-${copies}` })).toMatchObject({ sent: 2, mounted: 0 })
  })
})

describe('an upload', () => {
  test('sends its length to the location that the registry gives', async () => {
    registries.uploads.set('b.test', 'https://b.test')
    const digest = image(blob(randomBytes(70_000)))
    await copy(digest)
    const put = registries.requests.find(({ method, headers }) => method === 'PUT' && headers['content-length'] === '70000')
    expect(put?.url).toMatch(/^b\.test\/v2\/to-\d+\/blobs\/uploads\/\d+\?state=x&digest=sha256%3A[0-9a-f]{64}$/)
    expect(put?.headers['transfer-encoding']).toBeUndefined()
  })

  test.each([
    ['an error of the second registry', /^PUT b\.test.*blobs/, (_: unknown, response) => void response.writeHead(503).end()],
    ['an error of the first', /^GET a\.test.*blobs/, (_: unknown, response) => void response.writeHead(500).end()],
    ['a connection that breaks on the way there', /^PUT b\.test.*blobs/, (request) => void request.socket.destroy()],
    [
      'a blob that is cut off',
      /^GET a\.test.*blobs/,
      (request, response) => void response.writeHead(200, { 'content-length': '70000' }).write('x', () => request.socket.destroy()),
    ],
    ['an upload that is not begun', /^POST/, (_: unknown, response) => void response.writeHead(502).end()],
  ] as [string, RegExp, Registries['faults'][number][1]][])('is repeated after %s', async (_, pattern, fault) => {
    registries.faults.push([pattern, fault], [pattern, fault])
    const digest = image(blob(randomBytes(70_000)))
    expect(await copy(digest)).toMatchObject({ sent: 2, bytes: expect.any(Number) })
    expect(to.blobs).toEqual(from.blobs)
    expect(clock.slept.length).toBeGreaterThanOrEqual(2)
  })

  test.each([
    ['refuses it', /^PUT b\.test.*blobs/, 403, /^b\.test\/to-\d+: the blob sha256:.* HTTP 403 words/],
    ['does not begin it', /^POST/, 403, /^b\.test\/to-\d+: .*HTTP 403 words/],
    ['does not give the blob', /^GET a\.test.*blobs/, 404, /^a\.test\/from-\d+: the blob sha256:.* HTTP 404 words/],
  ])('ends the copy and names the repository if a registry %s', async (_, pattern, status, words) => {
    registries.faults.push([pattern, (request, response) => void response.writeHead(status).end('words')])
    const before = registries.faults.length
    await expect(copy(image())).rejects.toMatchObject({
      code: 'copy-failed',
      message: expect.stringMatching(words),
      hint: expect.stringContaining('role'),
    })
    expect(registries.faults).toHaveLength(before - 1)
    expect(to.manifests.size).toBe(0)
  })

  test('refuses a blob that does not match its digest', async () => {
    const layer = blob(Buffer.from('good'))
    from.blobs.set(layer.digest, Buffer.from('evil'))
    await expect(copy(image(layer))).rejects.toMatchObject({ code: 'copy-failed', message: expect.stringContaining('DIGEST_INVALID') })
    expect(to.manifests.size).toBe(0)
  })

  test('ends when the run is cancelled', async () => {
    const cancel = new AbortController()
    registries.faults.push([/^GET a\.test.*blobs/, (_, response) => void response.writeHead(200).write('x', () => cancel.abort())])
    await expect(copy(image(), { signal: cancel.signal })).rejects.toMatchObject({ name: 'Cancelled' })
    expect(to.manifests.size).toBe(0)
  })

  test('is given up if no more data arrives', async () => {
    registries.faults.push([
      /^GET a\.test.*blobs/,
      (_, response) => void response.writeHead(200).write('x', () => jest.advanceTimersByTime(60_000)),
    ])
    jest.useFakeTimers({ doNotFake: ['setImmediate', 'setInterval', 'nextTick', 'queueMicrotask', 'performance', 'Date', 'hrtime'] })
    try {
      await expect(copy(image())).rejects.toMatchObject({ code: 'pull-failed', message: expect.stringContaining('no data for 60 s') })
    } finally {
      jest.useRealTimers()
    }
  })
})

describe('a manifest', () => {
  test('is refused before any write if it does not match its digest', async () => {
    const digest = image()
    from.manifests.set(digest, { type: MANIFEST, bytes: Buffer.from('{}') })
    await expect(copy(digest)).rejects.toMatchObject({
      code: 'copy-failed',
      message: expect.stringContaining('the registry returns sha256:'),
    })
    expect(asked(/^(POST|PUT)/)).toEqual([])
  })

  test('is named if it is missing', async () => {
    await expect(copy(`sha256:${'0'.repeat(64)}`)).rejects.toMatchObject({
      message: expect.stringMatching(/^a\.test\/from-\d+: .*HTTP 404/),
    })
  })

  test('accepts the same image under an immutable tag, and fails for another one', async () => {
    const digest = image()
    to.immutable = true
    registries.faults.push([
      /^PUT .*manifests\/v1/,
      (_, response) => {
        to.manifests.set('v1', from.manifests.get(digest)!)
        response.writeHead(400).end()
      },
    ])
    await expect(copy(digest)).resolves.toMatchObject({ sent: 1 })
    await expect(copy(image())).rejects.toMatchObject({ code: 'copy-failed', message: expect.stringContaining('TAG_INVALID') })
  })
})

describe('credentials', () => {
  const basic = (host: string): string => `Basic ${Buffer.from(`AWS:secret of ${host}`).toString('base64')}`

  test('are requested once for each registry, and go to no other', async () => {
    for (const host of ['a.test', 'b.test'])
      registries.faults.push([
        new RegExp(`^GET ${host}`),
        (_, response) => void response.writeHead(401, { 'www-authenticate': 'Basic realm="x"' }).end(),
      ])
    registries.uploads.set('b.test', 'https://c.test')
    registries.faults.push([/^PUT c\.test/, (request, response) => void request.resume().on('end', () => response.writeHead(201).end())])
    const digest = manifest({ config: blob(Buffer.from('{}')) })
    to.blobs.set(digestOf(Buffer.from('{}')), Buffer.from('{}'))
    to.blobs.delete(digestOf(Buffer.from('{}')))
    await copy(digest).catch(() => undefined)
    const sent = registries.requests.map(({ url, headers }) => `${url.split('/')[0]} ${headers.authorization ?? ''}`)
    expect(new Set(sent)).toEqual(new Set(['b.test ', `b.test ${basic('b.test')}`, 'a.test ', `a.test ${basic('a.test')}`, 'c.test ']))
    expect(sent.filter((line) => line.endsWith(' ') && !line.startsWith('c'))).toHaveLength(2)
  })
})
