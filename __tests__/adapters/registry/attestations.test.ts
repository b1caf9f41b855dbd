import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { readBundles, readManifest } from '../../../src/adapters/registry/attestations.ts'
import { aDigest, attach, OCI_INDEX, stored } from '../../fakes/attested.ts'
import { fakeClock } from '../../fakes/clock.ts'
import { digestOf, startRegistries } from '../../fakes/registries.ts'
import type { Registries, Repository } from '../../fakes/registries.ts'

let registries: Registries
let own: Repository
let name: string
let image: string
let count = 0

beforeAll(async () => void (registries = await startRegistries()))
afterAll(() => registries.close())
beforeEach(() => {
  name = `web-${(count += 1)}`
  own = registries.repository(`a.test/${name}`)
  image = stored(own, { name })
  registries.requests.length = 0
  registries.faults.length = 0
})

const spec = () => ({ fetch: registries.fetch, clock: fakeClock() })
const place = () => ({ image: { registry: 'a.test', repository: name, tag: undefined, digest: image }, credentials: undefined })
const bundles = (...digests: string[]) => readBundles(spec(), place(), digests.length > 0 ? digests : [image])
const answers = (pattern: RegExp, status: number, body: string | Buffer): void => {
  for (let times = 0; times < 4; times += 1) registries.faults.push([pattern, (_, response) => void response.writeHead(status).end(body)])
}
const listing = (digests: readonly string[], type: unknown = 'application/vnd.dev.sigstore.bundle.v0.3+json'): string =>
  JSON.stringify({ mediaType: OCI_INDEX, manifests: digests.map((digest) => ({ digest, artifactType: type })) })

describe('bundles', () => {
  test('are found by the tag that stands in for the referrers API', async () => {
    attach(own, image, 'one')
    attach(own, image, 'two')
    expect((await bundles()).map(({ text }) => text)).toEqual(['one', 'two'])
  })

  test('are found by the referrers API', async () => {
    const artifact = attach(own, image, 'one')
    own.manifests.delete(image.replace(':', '-'))
    answers(/\/referrers\//, 200, listing([artifact]))
    expect((await bundles()).map(({ text }) => text)).toEqual(['one'])
  })

  test('are found for each of several digests, and once', async () => {
    const other = stored(own, { name, other: true })
    attach(own, image, 'one')
    attach(own, other, 'two')
    expect((await bundles(image, other, other)).map(({ text }) => text)).toEqual(['one', 'two'])
  })

  test('are none where there is none', async () => {
    expect(await bundles()).toEqual([])
  })

  test('are not what has another type', async () => {
    attach(own, image, 'a list of packages', 'application/spdx+json')
    expect(await bundles()).toEqual([])
  })

  test('are not looked for beyond the first 50', async () => {
    answers(/\/referrers\//, 200, listing(Array.from({ length: 60 }, (_, at) => aDigest(String(at)))))
    expect(await bundles()).toHaveLength(50)
  })
})

describe('what a hostile registry answers has a fault, and no text', () => {
  const huge = Buffer.alloc(4 * 2 ** 20 + 1, ' ')

  test.each<[string, number, string | Buffer, string]>([
    ['not JSON', 200, '<html>', 'no image index'],
    ['no list', 200, '{"manifests":{}}', 'no image index'],
    ['null', 200, 'null', 'no image index'],
    ['more than anybody reads', 200, huge, 'more than 4194304 bytes'],
    ['no', 403, 'denied', 'HTTP 403 denied'],
    ['that it is out of order', 500, 'oops', 'HTTP 500 oops'],
  ])('a listing: %s', async (_, status, body, fault) => {
    answers(/\/referrers\//, status, body)
    expect(await bundles()).toEqual([{ source: 'a.test', text: '', fault: expect.stringContaining(fault) }])
  })

  test.each([7, null, '../../etc', 'sha256:short', 'sha512:' + 'a'.repeat(64)])(
    'a listing with the digest %j is passed over',
    async (digest) => {
      answers(/\/referrers\//, 200, listing([digest as string]))
      expect(await bundles()).toEqual([])
    },
  )

  test.each<[string, string, string]>([
    ['not JSON', '<html>', 'no layer'],
    ['no layers', '{}', 'no layer'],
    ['a layer of another type', '{"layers":[{"mediaType":"text/html","digest":"sha256:1"}]}', 'no layer'],
    ['a layer without a digest', '{"layers":[{"mediaType":"application/vnd.dev.sigstore.bundle.v0.3+json"}]}', 'no layer'],
  ])('an artifact: %s', async (_, text, fault) => {
    const bytes = Buffer.from(text)
    own.manifests.set(digestOf(bytes), { type: OCI_INDEX, bytes })
    answers(/\/referrers\//, 200, listing([digestOf(bytes)]))
    expect(await bundles()).toMatchObject([{ text: '', fault: expect.stringContaining(fault) }])
  })

  test('an artifact that is another one', async () => {
    attach(own, image, 'one')
    answers(/GET .*\/manifests\/sha256:/, 200, '{"layers":[]}')
    expect(await bundles()).toMatchObject([{ text: '', fault: 'it has other bytes than its digest says' }])
  })

  test('a bundle that is another one, or too large', async () => {
    attach(own, image, 'one')
    answers(/\/blobs\//, 200, 'two')
    expect(await bundles()).toMatchObject([{ text: '', fault: 'it has other bytes than its digest says' }])
    registries.faults.length = 0
    answers(/\/blobs\//, 200, Buffer.alloc(16 * 2 ** 20 + 1))
    expect(await bundles()).toMatchObject([{ text: '', fault: expect.stringContaining('more than 16777216 bytes') }])
  })
})

describe('a manifest', () => {
  test('is what hashes to its digest', async () => {
    expect(await readManifest(spec(), place(), image)).toBe(JSON.stringify({ name }))
  })

  test.each<[string, number, string | Buffer]>([
    ['another one', 200, '{}'],
    ['nothing', 404, ''],
    ['too much', 200, Buffer.alloc(4 * 2 ** 20 + 1)],
  ])('that is %s ends the run', async (_, status, body) => {
    answers(/\/manifests\//, status, body)
    await expect(readManifest(spec(), place(), image)).rejects.toMatchObject({ code: 'pull-failed' })
  })
})
