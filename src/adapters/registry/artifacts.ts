import * as v from 'valibot'
import type { ImageReference } from '../../domain/image/image.ts'
import { digest, readManifest } from '../../domain/image/manifest.ts'
import { line, readJson } from '../../domain/untrusted.ts'
import { DeployError } from '../../errors.ts'
import type { Artifact, Artifacts, Kept } from '../../ports/image/artifacts.ts'
import { ANY_MANIFEST, OCI_MANIFEST } from './manifests.ts'
import type { Descriptor } from './manifests.ts'
import { digestOf, registrySession, uploadOf, words } from './requests.ts'
import type { RegistrySession, RegistrySpec, Reply } from './requests.ts'

const HINT =
  'Check that the role of this run may push to this repository (docs/iam/setup.yaml), and run this again. No host has received an order yet.'
const ACCEPT = { accept: ANY_MANIFEST }
/**
 * An artifact has no configuration; its empty one is two bytes:
 * https://github.com/opencontainers/image-spec/blob/v1.1.1/manifest.md#guidance-for-an-empty-descriptor
 */
const EMPTY = { type: 'application/vnd.oci.empty.v1+json', bytes: Buffer.from(JSON.stringify({})) }

/** Artifacts in any registry that supports version 1.1 of OCI's specifications, such as ECR. */
export function httpArtifacts(spec: RegistrySpec): Artifacts {
  return {
    put: (artifact, credentials) => putPatiently(spec.clock, artifact, registrySession(spec, artifact, credentials)),
    read: (artifact, credentials) => read(artifact, registrySession(spec, artifact, credentials)),
  }
}

/** Pauses before attempts at a registry that does not know a blob which it has just accepted: another run may be writing the same one. */
const PAUSES_MS = [250, 1000, 2500]

async function putPatiently(clock: RegistrySpec['clock'], artifact: Artifact, session: RegistrySession): Promise<Kept> {
  for (const pause of PAUSES_MS) {
    const kept = await put(artifact, session)
    if (kept !== 'blob-unknown') return kept
    await clock.sleep(pause)
  }
  const kept = await put(artifact, session)
  if (kept === 'blob-unknown')
    throw new DeployError('push-failed', `${nameOf(artifact)} cannot be pushed: its registry loses blobs`, { hint: HINT })
  return kept
}

/** Blobs first, then the manifest that names them. */
async function put(artifact: Artifact, session: RegistrySession): Promise<Kept | 'blob-unknown'> {
  const { tag, type, textType, text, subject, annotations } = artifact
  const blobs = [EMPTY, { type: textType, bytes: Buffer.from(text) }]
  const [about, ...sent] = await Promise.all([
    subject === undefined ? undefined : descriptorOf(artifact, session, subject),
    ...blobs.map((blob) => sendBlob(artifact, session, blob.bytes)),
  ])
  if (sent.includes('no-repository')) return { kind: 'no-repository' }
  const [config, layer] = blobs.map((blob) => ({ mediaType: blob.type, digest: digestOf(blob.bytes), size: blob.bytes.length }))
  const manifest = { schemaVersion: 2, mediaType: OCI_MANIFEST, artifactType: type, config, layers: [layer], subject: about, annotations }
  return putManifest(artifact, session, Buffer.from(JSON.stringify(manifest)), tag)
}

/** The image as `subject` of its artifacts' manifests. `undefined` for an image that somebody deleted; hosts may still have it. */
async function descriptorOf(artifact: Artifact, session: RegistrySession, digest: string): Promise<Descriptor | undefined> {
  const { ok, headers, bytes, ...reply } = await session.ask(`manifests/${digest}`, { headers: ACCEPT })
  if (reply.status === 404) return undefined
  if (!ok) throw notKept(artifact, { ...reply, bytes })
  return { mediaType: headers.get('content-type') ?? OCI_MANIFEST, digest, size: bytes.length }
}

async function sendBlob(artifact: Artifact, session: RegistrySession, bytes: Buffer): Promise<'sent' | 'no-repository'> {
  const digest = digestOf(bytes)
  if ((await session.ask(`blobs/${digest}`, { method: 'HEAD' })).ok) return 'sent'
  const begun = await session.ask('blobs/uploads/', { method: 'POST' })
  if (begun.status === 404) return 'no-repository'
  const location = begun.headers.get('location')
  if (begun.status !== 202 || location === null) throw notKept(artifact, begun)
  const headers = { 'content-type': 'application/octet-stream' }
  const put = await session.ask(uploadOf(location, digest), { method: 'PUT', headers, body: bytes })
  if (!put.ok) throw notKept(artifact, put)
  return 'sent'
}

async function putManifest(artifact: Artifact, session: RegistrySession, bytes: Buffer, tag: string): Promise<Kept | 'blob-unknown'> {
  const own = digestOf(bytes)
  const reply = await session.ask(`manifests/${tag}`, { method: 'PUT', headers: { 'content-type': OCI_MANIFEST }, body: bytes })
  if (reply.ok) return { kind: 'kept', digest: own }
  if (reply.status < 500 && reply.bytes.includes('BLOB_UNKNOWN')) return 'blob-unknown'
  const there = await session.ask(`manifests/${tag}`, { headers: ACCEPT })
  if (!there.ok) throw notKept(artifact, reply)
  // A registry refuses to move an immutable tag, even to the same content.
  return digestOf(there.bytes) === own ? { kind: 'kept', digest: own } : { kind: 'taken', ...purposeOf(there.bytes) }
}

/** What a manifest says that it is, and about which image. */
const PURPOSE = v.object({
  artifactType: v.fallback(v.optional(line), undefined),
  subject: v.fallback(v.optional(v.object({ digest })), undefined),
})

function purposeOf(manifest: Buffer): { readonly type: string | undefined; readonly subject: string | undefined } {
  const { artifactType, subject } = readJson(PURPOSE, manifest.toString()) ?? {}
  return { type: artifactType, subject: subject?.digest }
}

async function read(image: ImageReference, session: RegistrySession): Promise<string | undefined> {
  const manifest = await exactly(image, session, 'manifests', image.digest ?? '')
  const { layers = [] } = (manifest && readManifest(manifest.toString())) ?? {}
  const text = layers[0] && (await exactly(image, session, 'blobs', layers[0].digest))
  return text?.toString()
}

/** The content of a digest; `undefined` if it is gone. */
async function exactly(
  image: ImageReference,
  session: RegistrySession,
  kind: 'manifests' | 'blobs',
  digest: string,
): Promise<Buffer | undefined> {
  const reply = await session.ask(`${kind}/${digest}`, { headers: kind === 'manifests' ? ACCEPT : { accept: '*/*' } })
  if (reply.status === 404) return undefined
  if (!reply.ok) throw unreadable(image, words(reply), reply.status)
  if (digestOf(reply.bytes) !== digest) throw unreadable(image, `it returns ${digestOf(reply.bytes)} for ${digest}`)
  return reply.bytes
}

function unreadable({ registry, repository, digest }: ImageReference, reason: string, status = 0): DeployError {
  const code = status === 401 || status === 403 ? 'pull-denied' : 'pull-failed'
  return new DeployError(code, `${registry}/${repository} did not return the specification ${digest ?? ''}: ${reason}`, {
    hint: 'Check that the role of this run can pull from this repository (docs/iam/setup.yaml), and run this again.',
  })
}

function notKept(artifact: Artifact, reply: Pick<Reply, 'status' | 'bytes'>): DeployError {
  const code = reply.status === 401 || reply.status === 403 ? 'push-denied' : 'push-failed'
  return new DeployError(code, `${nameOf(artifact)} cannot be pushed: ${words(reply)}`, {
    hint: HINT,
  })
}

function nameOf({ registry, repository, tag }: Artifact): string {
  return `${registry}/${repository}:${tag}`
}
