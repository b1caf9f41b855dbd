import { readManifest } from '../../domain/image/manifest.ts'
import type { Candidate } from '../../domain/provenance/attestation.ts'
import { DeployError } from '../../errors.ts'
import type { ImagePlace } from '../../ports/image/registry.ts'
import { ANY_MANIFEST, OCI_MANIFEST } from './manifests.ts'
import { referrersOf } from './referrers.ts'
import { digestOf, registrySession, words } from './requests.ts'
import type { RegistrySession, RegistrySpec } from './requests.ts'

/** https://github.com/sigstore/cosign/blob/main/specs/BUNDLE_SPEC.md: versions 0.1 to 0.3 and later */
const BUNDLE = /^application\/vnd\.dev\.sigstore\.bundle(\.v\d+\.\d+)?\+json(;version=\d+\.\d+)?$/
/** An index of the largest images has about 10 KB, a bundle 10 to 100 KB; GitHub's limit for a signed statement is 16 MB. */
const MANIFEST_LIMIT = 4 * 2 ** 20
const BUNDLE_LIMIT = 16 * 2 ** 20
/** Bundles read in parallel. */
const AT_ONCE = 50
/** Bundles to read at most. Anyone who can push can add any number. */
const MOST_BUNDLES = 1000

/** The text of the manifest with this digest. */
export async function manifestText(spec: RegistrySpec, { image, credentials }: ImagePlace, digest: string): Promise<string> {
  const session = registrySession(spec, image, credentials)
  const reply = await session.ask(`manifests/${digest}`, { headers: { accept: ANY_MANIFEST }, limit: MANIFEST_LIMIT })
  if (reply.ok && digestOf(reply.bytes) === digest) return reply.bytes.toString()
  const reason = reply.ok ? `it returns ${digestOf(reply.bytes)} instead` : words(reply)
  throw new DeployError('pull-failed', `${image.registry}/${image.repository} did not return ${digest}: ${reason}`, {
    hint: 'Check the input image, and that the role of this run can pull from this repository (docs/iam/setup.yaml).',
  })
}

/** In batches, so that a reader who has found a match need not load the rest. */
export async function* readBundles(
  spec: RegistrySpec,
  place: ImagePlace,
  digests: readonly string[],
): AsyncGenerator<readonly Candidate[]> {
  const { image, credentials } = place
  const session = registrySession(spec, image, credentials)
  const fault = (words: string): Candidate => ({ source: image.registry, text: '', fault: words })
  const seen = new Set<string>()
  for (const digest of new Set(digests)) {
    for await (const page of referrersOf({ session, repository: image.repository, digest, type: BUNDLE, limit: MANIFEST_LIMIT })) {
      for (const some of chunks(page.manifests.filter((one) => !seen.has(one)))) {
        if (seen.size >= MOST_BUNDLES) return yield [fault(`the image has more than ${MOST_BUNDLES} attestations`)]
        for (const one of some) seen.add(one)
        yield await Promise.all(some.map((one) => bundleOf(session, one)))
      }
      if (page.fault !== undefined) yield [fault(page.fault)]
    }
  }
}

function chunks(all: readonly string[]): readonly (readonly string[])[] {
  const different = [...new Set(all)]
  return Array.from({ length: Math.ceil(different.length / AT_ONCE) }, (_, at) => different.slice(at * AT_ONCE, (at + 1) * AT_ONCE))
}

/** The first layer of an artifact. Its media type is the artifact's. */
async function bundleOf(session: RegistrySession, digest: string): Promise<Candidate> {
  const source = `attestation ${digest.slice(0, 15)}`
  try {
    const manifest = readManifest((await exactly(session, `manifests/${digest}`, digest)).toString())
    const [layer] = manifest?.layers ?? []
    if (layer === undefined || !BUNDLE.test(layer.mediaType ?? ''))
      return { source, text: '', fault: 'it has no layer that is a Sigstore bundle' }
    return { source, text: (await exactly(session, `blobs/${layer.digest}`, layer.digest)).toString() }
  } catch (error) {
    if (!(error instanceof DeployError)) throw error
    return { source, text: '', fault: error.message }
  }
}

async function exactly(session: RegistrySession, path: string, digest: string): Promise<Buffer> {
  const manifest = path.startsWith('manifests/')
  const headers = { accept: manifest ? OCI_MANIFEST : '*/*' }
  const reply = await session.ask(path, { headers, limit: manifest ? MANIFEST_LIMIT : BUNDLE_LIMIT })
  if (!reply.ok) throw new DeployError('pull-failed', words(reply))
  if (digestOf(reply.bytes) !== digest) throw new DeployError('pull-failed', `its bytes do not match its digest`)
  return reply.bytes
}
