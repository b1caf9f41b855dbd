import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { TrustedRoot } from '@sigstore/protobuf-specs'
import { openAuthority } from '../../../local/sigstore/authority.ts'
import type { Authority } from '../../../local/sigstore/authority.ts'
import { manifestText, readBundles } from '../../../src/adapters/registry/attestations.ts'
import { sigstoreVerifier } from '../../../src/adapters/sigstore/bundle-verifier.ts'
import type { Context } from '../../../src/context.ts'
import { refusalsOfImage } from '../../../src/steps/image/proof.ts'
import { attach, BUILD_JOB, OCI_INDEX, provenanceOf, stored } from '../../fakes/attested.ts'
import { startRegistries } from '../../fakes/registries.ts'
import type { Registries, Repository } from '../../fakes/registries.ts'
import { COMMIT, aSpec } from '../../fakes/samples.ts'
import { aWorld } from '../../fakes/world.ts'

let registries: Registries
let authority: Authority
let own: Repository
let name: string
let count = 0

beforeAll(async () => void ([registries, authority] = await Promise.all([startRegistries(), openAuthority()])))
afterAll(() => registries.close())
beforeEach(() => {
  name = `web-${(count += 1)}`
  own = registries.repository(`registry.example/${name}`)
})

/** The step with a real registry and real signatures. */
async function refusal(digest: string, signer = 'true'): Promise<string> {
  const image = `registry.example/${name}@${digest}`
  const { ctx, clock } = aWorld(
    { image, 'require-attestation': signer },
    { GITHUB_REPOSITORY_ID: '4711', GITHUB_REPOSITORY_OWNER_ID: '815' },
  )
  const spec = { fetch: registries.fetch, clock }
  const real: Context = {
    ...ctx,
    attestations: {
      manifest: (place, of) => manifestText(spec, place, of),
      inRegistry: async (place, digests) => readBundles(spec, place, digests),
      onGithub: async () => [],
    },
    bundleVerifier: sigstoreVerifier(async () => [TrustedRoot.fromJSON(JSON.parse(authority.root))]),
  }
  const found = { kind: 'image', image: { reference: image, digest, login: 'registry.example', built: false, bytes: 1 } } as const
  const wanted = { kind: 'given', image, commit: COMMIT, spec: aSpec() } as const
  const refusals = await refusalsOfImage(real, { wanted, platform: 'linux/amd64', found })
  return refusals.map(({ reason }) => reason).join()
}

const image = (seed: string): string => stored(own, { layers: [], seed })
const index = (...manifests: object[]): string => stored(own, { mediaType: OCI_INDEX, manifests }, OCI_INDEX)
const entry = (digest: string, architecture: string, os = 'linux', annotations = {}): object => ({
  digest,
  platform: { os, architecture },
  annotations,
})
const signed = async (of: string, changes = {}): Promise<string> =>
  JSON.stringify(await authority.sign(provenanceOf(of), { ...BUILD_JOB, ...changes }))

describe('an image of several platforms', () => {
  test('is attested as a whole', async () => {
    const all = index(entry(image('a'), 'amd64'), entry(image('b'), 'arm64'))
    attach(own, all, await signed(all))
    expect(await refusal(all)).toBe('')
  })

  test("is attested by the manifest of the host's platform, and not by another one", async () => {
    const [amd, arm] = [image('a'), image('b')]
    const all = index(entry(amd, 'amd64'), entry(arm, 'arm64'))
    attach(own, arm, await signed(arm))
    expect(await refusal(all)).toContain('none was found')
    attach(own, amd, await signed(amd))
    expect(await refusal(all)).toBe('')
  })

  test('does not cover a manifest in it that is deployed alone', async () => {
    const amd = image('a')
    const all = index(entry(amd, 'amd64'))
    attach(own, all, await signed(all))
    attach(own, amd, await signed(all))
    expect(await refusal(amd)).toContain(`it is of ${all}`)
  })

  test("is attested by buildx's signed provenance for the manifest", async () => {
    const amd = image('a')
    const record = image('record')
    const all = index(entry(amd, 'amd64'), entry(record, 'unknown', 'unknown', { 'vnd.docker.reference.type': 'attestation-manifest' }))
    const workflow = 'acme/builds/.github/workflows/image.yml@refs/tags/v1'
    attach(own, record, await signed(amd, { workflow }))
    expect(await refusal(all)).toContain(`signed by https://github.com/${workflow}, not by a workflow of acme/web`)
    expect(await refusal(all, 'acme/builds/.github/workflows/image.yml')).toBe('')
  })
})

test('an attestation beside the image that is for another image does not count', async () => {
  const [one, other] = [image('a'), image('b')]
  attach(own, one, await signed(other))
  expect(await refusal(one)).toContain(`it is of ${other}`)
  expect(await refusal(other)).toContain('none was found')
})

test("buildx's unsigned provenance does not count", async () => {
  const amd = image('a')
  const record = stored(own, { layers: [{ mediaType: 'application/vnd.in-toto+json' }] })
  const all = index(entry(amd, 'amd64'), entry(record, 'unknown', 'unknown', { 'vnd.docker.reference.type': 'attestation-manifest' }))
  expect(await refusal(all)).toContain('none was found')
})
