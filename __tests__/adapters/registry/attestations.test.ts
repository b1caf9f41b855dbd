import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { manifestText, readBundles } from '../../../src/adapters/registry/attestations.ts'
import type { Candidate } from '../../../src/domain/provenance/attestation.ts'
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
const bundles = async (...digests: string[]) => {
  const found: Candidate[] = []
  for await (const some of readBundles(spec(), place(), digests.length > 0 ? digests : [image])) found.push(...some)
  return found
}
const answers = (pattern: RegExp, status: number, body: string | Buffer): void => {
  for (let times = 0; times < 4; times += 1) registries.faults.push([pattern, (_, response) => void response.writeHead(status).end(body)])
}
const pages = (...all: readonly (readonly [string, string?])[]): void => {
  for (const [body, link] of all)
    registries.faults.push([/\/referrers\//, (_, response) => void response.writeHead(200, link === undefined ? {} : { link }).end(body)])
}
const listing = (digests: readonly string[], type: unknown = 'application/vnd.dev.sigstore.bundle.v0.3+json'): string =>
  JSON.stringify({ mediaType: OCI_INDEX, manifests: digests.map((digest) => ({ digest, artifactType: type })) })

describe('bundles', () => {
  test('are found by the fallback tag of the referrers API', async () => {
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

  test('are found once for each of several digests', async () => {
    const other = stored(own, { name, other: true })
    attach(own, image, 'one')
    attach(own, other, 'two')
    expect((await bundles(image, other, other)).map(({ text }) => text)).toEqual(['one', 'two'])
  })

  test('are empty if there is none', async () => {
    expect(await bundles()).toEqual([])
  })

  test('do not include other types', async () => {
    attach(own, image, 'a list of packages', 'application/spdx+json')
    expect(await bundles()).toEqual([])
  })

  const many = (count: number, from = 0): string[] => Array.from({ length: count }, (_, at) => aDigest(String(from + at)))

  test('are found on every page of the listing', async () => {
    const [one, two] = [attach(own, image, 'one'), attach(own, image, 'two')]
    pages([listing([...many(60), one]), `</v2/${name}/referrers/${image}?last=${one}>; rel="next"`], [listing([one, two])])
    expect((await bundles()).map(({ text }) => text).filter((text) => text !== '')).toEqual(['one', 'two'])
    const [, second] = registries.requests.filter(({ url }) => url.includes('/referrers/'))
    expect(second?.url).toBe(`a.test/v2/${name}/referrers/${image}?last=${one}`)
  })

  test.each([
    ['another server', 'https://evil.test/v2/web/referrers/x?page=2', 'a.test/v2/web/referrers/x?page=2'],
    ['a path that names another server', 'https://evil.test//evil.test/v2/web/referrers/x', 'a.test//evil.test/v2/web/referrers/x'],
    ['only a query', '?page=2', '/referrers/sha256:'],
    ['not an address', 'https://[', undefined],
  ])('are requested from the same registry if the next page is %s', async (_, link, asked) => {
    pages([listing([]), `<${link}>; rel="next"`], [listing([])])
    expect(await bundles()).toEqual([])
    const [, second] = registries.requests.filter(({ url }) => url.includes('/referrers/'))
    if (asked === undefined) expect(second).toBeUndefined()
    else expect(second?.url).toContain(asked)
    expect(registries.requests.every(({ url }) => url.startsWith('a.test/'))).toBe(true)
  })

  test('are read in batches, and only as many as needed', async () => {
    pages([listing(many(120)), '<?page=2>; rel="next"'], [listing([])])
    for await (const some of readBundles(spec(), place(), [image])) {
      expect(some).toHaveLength(50)
      break
    }
    expect(registries.requests.filter(({ url }) => url.includes('/manifests/'))).toHaveLength(50)
  })

  test('are not searched for endlessly', async () => {
    pages([listing(many(800)), '<?page=2>; rel="next"'], [listing(many(800, 800)), '<?page=3>; rel="next"'])
    const found = await bundles()
    expect(found).toHaveLength(1001)
    expect(found.at(-1)).toEqual({ source: 'a.test', text: '', fault: 'the image has more than 1000 attestations' })
  })

  test('are searched for on at most 100 pages', async () => {
    pages(...Array.from({ length: 101 }, () => [listing([]), '<?again>; rel="next"'] as const))
    expect(await bundles()).toEqual([{ source: 'a.test', text: '', fault: expect.stringContaining('100 pages') }])
  })
})

describe('a hostile answer of a registry is a fault, and its text is not shown', () => {
  const huge = Buffer.alloc(4 * 2 ** 20 + 1, ' ')

  test.each<[string, number, string | Buffer, string]>([
    ['not JSON', 200, '<html>', 'not an image index'],
    ['no list', 200, '{"manifests":{}}', 'not an image index'],
    ['null', 200, 'null', 'not an image index'],
    ['more than anybody reads', 200, huge, 'more than 4194304 bytes'],
    ['no', 403, 'denied', 'HTTP 403 denied'],
    ['that it is out of order', 500, 'oops', 'HTTP 500 oops'],
  ])('a listing: %s', async (_, status, body, fault) => {
    answers(/\/referrers\//, status, body)
    expect(await bundles()).toEqual([{ source: 'a.test', text: '', fault: expect.stringContaining(fault) }])
  })

  test.each([7, null, '../../etc', 'sha256:short', 'sha512:' + 'a'.repeat(64)])(
    'a listing with the digest %j is ignored',
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

  test('an artifact with another digest', async () => {
    attach(own, image, 'one')
    answers(/GET .*\/manifests\/sha256:/, 200, '{"layers":[]}')
    expect(await bundles()).toMatchObject([{ text: '', fault: 'its bytes do not match its digest' }])
  })

  test('a bundle with another digest, or too large', async () => {
    attach(own, image, 'one')
    answers(/\/blobs\//, 200, 'two')
    expect(await bundles()).toMatchObject([{ text: '', fault: 'its bytes do not match its digest' }])
    registries.faults.length = 0
    answers(/\/blobs\//, 200, Buffer.alloc(16 * 2 ** 20 + 1))
    expect(await bundles()).toMatchObject([{ text: '', fault: expect.stringContaining('more than 16777216 bytes') }])
  })
})

describe('a manifest', () => {
  test('must match its digest', async () => {
    expect(await manifestText(spec(), place(), image)).toBe(JSON.stringify({ name }))
  })

  test.each<[string, number, string | Buffer]>([
    ['another one', 200, '{}'],
    ['nothing', 404, ''],
    ['too much', 200, Buffer.alloc(4 * 2 ** 20 + 1)],
  ])('ends the run if it is %s', async (_, status, body) => {
    answers(/\/manifests\//, status, body)
    await expect(manifestText(spec(), place(), image)).rejects.toMatchObject({ code: 'pull-failed' })
  })
})
