/**
 * Pushes a text beside an image, like `actions/attest` with push-to-registry: an artifact without a tag, whose subject is the image. A separate
 * program, because only a new process can be configured to trust the registry's certificate.
 */
import { digestOf, registrySession, uploadOf } from '../../src/adapters/registry/requests.ts'
import type { RegistrySession } from '../../src/adapters/registry/requests.ts'
import type { RegistryCredentials } from '../../src/domain/image/image.ts'

/** The variable ORDER, as JSON. */
export interface Attachment {
  readonly credentials: RegistryCredentials
  readonly repository: string
  /** Digest of the image. */
  readonly subject: string
  /** Media type of the artifact and of its text. */
  readonly type: string
  readonly text: string
}

const OCI_MANIFEST = 'application/vnd.oci.image.manifest.v1+json'

async function push(session: RegistrySession, bytes: Buffer): Promise<{ readonly digest: string; readonly size: number }> {
  const digest = digestOf(bytes)
  const begun = await session.ask('blobs/uploads/', { method: 'POST' })
  const headers = { 'content-type': 'application/octet-stream' }
  const put = await session.ask(uploadOf(begun.headers.get('location') ?? '', digest), { method: 'PUT', headers, body: bytes })
  if (!put.ok) throw new Error(`HTTP ${put.status} ${put.bytes.toString()}`)
  return { digest, size: bytes.length }
}

async function attach({ credentials, repository, subject, type, text }: Attachment): Promise<string> {
  const clock = { sleep: (ms: number) => new Promise<void>((resolve) => void setTimeout(resolve, ms)) }
  const session = registrySession({ fetch, clock }, { registry: credentials.registry, repository }, credentials)
  const of = await session.ask(`manifests/${subject}`, { headers: { accept: '*/*' } })
  const manifest = {
    schemaVersion: 2,
    mediaType: OCI_MANIFEST,
    artifactType: type,
    config: { mediaType: 'application/vnd.oci.empty.v1+json', ...(await push(session, Buffer.from('{}'))) },
    layers: [{ mediaType: type, ...(await push(session, Buffer.from(text))) }],
    subject: { mediaType: of.headers.get('content-type') ?? OCI_MANIFEST, digest: subject, size: of.bytes.length },
  }
  const bytes = Buffer.from(JSON.stringify(manifest))
  const digest = digestOf(bytes)
  const put = await session.ask(`manifests/${digest}`, { method: 'PUT', headers: { 'content-type': OCI_MANIFEST }, body: bytes })
  if (put.headers.get('oci-subject') !== subject)
    throw new Error(`the registry takes no referrers: HTTP ${put.status} ${put.bytes.toString()}`)
  return digest
}

if (process.env['ORDER'] !== undefined) console.log(await attach(JSON.parse(process.env['ORDER']) as Attachment))
