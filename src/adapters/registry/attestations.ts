import type { Candidate } from '../../domain/provenance/attestation.ts'
import { isObject, parsed } from '../../domain/provenance/manifest.ts'
import { DeployError } from '../../errors.ts'
import type { ImagePlace } from '../../ports/image/registry.ts'
import { ANY_MANIFEST, OCI_INDEX, OCI_MANIFEST } from './manifests.ts'
import { digestOf, registrySession, words } from './requests.ts'
import type { RegistrySession, RegistrySpec } from './requests.ts'

/** https://github.com/sigstore/cosign/blob/main/specs/BUNDLE_SPEC.md: versions 0.1 to 0.3 and later */
const BUNDLE = /^application\/vnd\.dev\.sigstore\.bundle(\.v\d+\.\d+)?\+json(;version=\d+\.\d+)?$/
/** An index of the largest images has some 10 KB; a bundle has 10 to 100 KB, and GitHub's limit for what it signs is 16 MB. */
const MANIFEST_LIMIT = 4 * 2 ** 20
const BUNDLE_LIMIT = 16 * 2 ** 20
/** Bundles that are looked at. Whoever can push can add any number. */
const MOST_BUNDLES = 50

/** Lists of https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#listing-referrers */
export async function readManifest(spec: RegistrySpec, { image, credentials }: ImagePlace, digest: string): Promise<string> {
  const session = registrySession(spec, image, credentials)
  const reply = await session.ask(`manifests/${digest}`, { headers: { accept: ANY_MANIFEST }, limit: MANIFEST_LIMIT })
  if (reply.ok && digestOf(reply.bytes) === digest) return reply.bytes.toString()
  const reason = reply.ok ? `it gives ${digestOf(reply.bytes)} instead` : words(reply)
  throw new DeployError('pull-failed', `${image.registry}/${image.repository} does not give ${digest}: ${reason}`, {
    hint: 'Check the input image, and that the role of this run may pull from this repository (docs/iam/setup.yaml).',
  })
}

export async function readBundles(
  spec: RegistrySpec,
  { image, credentials }: ImagePlace,
  digests: readonly string[],
): Promise<readonly Candidate[]> {
  const session = registrySession(spec, image, credentials)
  const lists = await Promise.all(digests.map((digest) => referrers(session, digest)))
  const found = [...new Set(lists.flatMap(({ manifests }) => manifests))]
  const faults = lists.flatMap(({ fault }) => (fault === undefined ? [] : [{ source: image.registry, text: '', fault }]))
  const read = await Promise.all(found.slice(0, MOST_BUNDLES).map((digest) => bundleOf(session, digest)))
  return [...read, ...faults]
}

interface Referrers {
  /** Digests of the manifests that say they have a bundle. */
  readonly manifests: readonly string[]
  readonly fault?: string
}

/** By the referrers API, and where a registry does not have it, by the tag that stands in for it. */
async function referrers(session: RegistrySession, digest: string): Promise<Referrers> {
  const asked = { headers: { accept: OCI_INDEX }, limit: MANIFEST_LIMIT }
  return attempt(async () => {
    const listed = await session.ask(`referrers/${digest}`, asked)
    const reply =
      listed.status === 404 || listed.status === 405 ? await session.ask(`manifests/${digest.replace(':', '-')}`, asked) : listed
    if (reply.status === 404) return { manifests: [] }
    return reply.ok
      ? manifestsIn(reply.bytes.toString(), digest)
      : { manifests: [], fault: `the attestations of ${digest} are not listed: ${words(reply)}` }
  })
}

/** Nothing that a registry answers about attestations ends the run otherwise than as a refusal. */
async function attempt(read: () => Promise<Referrers>): Promise<Referrers> {
  try {
    return await read()
  } catch (error) {
    if (!(error instanceof DeployError)) throw error
    return { manifests: [], fault: error.message }
  }
}

function manifestsIn(text: string, digest: string): Referrers {
  const index = parsed(text)
  const entries = isObject(index) ? index['manifests'] : undefined
  if (!Array.isArray(entries)) return { manifests: [], fault: `its list of what refers to ${digest} is no image index` }
  return { manifests: entries.flatMap((entry) => (isObject(entry) && isBundle(entry['artifactType']) ? digestIn(entry) : [])) }
}

function isBundle(type: unknown): boolean {
  return typeof type === 'string' && BUNDLE.test(type)
}

function digestIn({ digest }: Readonly<Record<string, unknown>>): readonly string[] {
  return typeof digest === 'string' && /^sha256:[0-9a-f]{64}$/.test(digest) ? [digest] : []
}

/** The one layer of an artifact, whose media type is the artifact's. */
async function bundleOf(session: RegistrySession, digest: string): Promise<Candidate> {
  const source = `attestation ${digest.slice(0, 15)}`
  try {
    const manifest = parsed((await exactly(session, `manifests/${digest}`, digest)).toString())
    const layers = isObject(manifest) ? manifest['layers'] : undefined
    const [layer] = Array.isArray(layers) ? layers : []
    const [blob] = isObject(layer) && isBundle(layer['mediaType']) ? digestIn(layer) : []
    if (blob === undefined) return { source, text: '', fault: 'it has no layer that is a Sigstore bundle' }
    return { source, text: (await exactly(session, `blobs/${blob}`, blob)).toString() }
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
  if (digestOf(reply.bytes) !== digest) throw new DeployError('pull-failed', `it has other bytes than its digest says`)
  return reply.bytes
}
