import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { checkProxy, pinnedProxy } from '../../scripts/pin-proxy.ts'
import { httpRegistry } from '../../src/adapters/registry/registry.ts'
import { INPUTS } from '../../src/config/inputs/inputs.ts'
import { parseImage } from '../../src/domain/image/image.ts'
import { PROXY_IMAGE } from '../../src/domain/order/proxy-image.ts'
import { fakeClock } from '../fakes/clock.ts'
import { digestOf, startRegistries } from '../fakes/registries.ts'
import type { Registries } from '../fakes/registries.ts'

const INDEX = 'application/vnd.oci.image.index.v1+json'

let registries: Registries

beforeAll(async () => void (registries = await startRegistries()))
afterAll(() => registries.close())

const registry = () => httpRegistry({ fetch: registries.fetch, clock: fakeClock() })

/** An image in the registry, under its tag and its digest, which it gives. */
function caddy(tag: string, architectures: readonly string[]): string {
  const manifests = architectures.map((architecture) => ({
    ...{ mediaType: 'application/vnd.oci.image.manifest.v1+json', digest: digestOf(Buffer.from(architecture)), size: 2 },
    platform: { os: 'linux', architecture },
  }))
  const bytes = Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType: INDEX, manifests }))
  const { manifests: stored } = registries.repository('a.test/caddy')
  for (const name of [tag, digestOf(bytes)]) stored.set(name, { type: INDEX, bytes })
  for (const { digest } of manifests) stored.set(digest, { type: manifests[0]?.mediaType ?? '', bytes: Buffer.from('{"layers":[]}') })
  return digestOf(bytes)
}

test('a tag, pinned or not, gets the digest that it has now, which a release takes', async () => {
  const digest = caddy('2.11.7', ['amd64', 'arm64'])
  const pinned = await pinnedProxy('a.test/caddy:2.11.7', registry())
  expect(pinned).toBe(`a.test/caddy:2.11.7@${digest}`)
  expect(await pinnedProxy(`a.test/caddy:2.11.7@sha256:${'0'.repeat(64)}`, registry())).toBe(pinned)
  await expect(checkProxy(pinned, registry())).resolves.toBeUndefined()
})

test.each([
  ['a.test/caddy:2.11.7', 'is named by a tag, which may move'],
  [`a.test/caddy:2.11.7@sha256:${'0'.repeat(64)}`, 'a.test/caddy'],
])('a release does not name %s', async (reference, message) => {
  caddy('2.11.7', ['amd64', 'arm64'])
  await expect(checkProxy(reference, registry())).rejects.toThrow(message)
})

test('an image that not every host can run is none', async () => {
  const digest = caddy('small', ['amd64'])
  await expect(pinnedProxy('a.test/caddy:small', registry())).rejects.toThrow('is not for linux/arm64')
  await expect(checkProxy(`a.test/caddy:small@${digest}`, registry())).rejects.toThrow('is not for linux/arm64')
})

test('the image that is named is a version of Caddy, which is an input of the action', () => {
  expect(parseImage(PROXY_IMAGE)).toMatchObject({ registry: 'public.ecr.aws', tag: expect.stringMatching(/^2\.\d+\.\d+$/) })
  expect(INPUTS['proxy-image'].parse(`${PROXY_IMAGE.split('@')[0]}@sha256:${'0'.repeat(64)}`)).toContain('@sha256:')
  expect(INPUTS['proxy-image'].default).toBe(PROXY_IMAGE)
})
