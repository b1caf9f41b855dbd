import { readManifest } from '../../domain/image/manifest.ts'
import type { CopyFacts } from '../../ports/image/registry.ts'
import { copyBlobs, failed } from './blob-copy.ts'
import type { Copying, CopyOrder } from './blob-copy.ts'
import { ANY_MANIFEST, OCI_MANIFEST } from './manifests.ts'
import { digestOf, registrySession, words } from './requests.ts'
import type { RegistrySession, RegistrySpec } from './requests.ts'

const ACCEPT = { accept: ANY_MANIFEST }

/**
 * Copies the image of a digest: blobs first, then the manifests that name them, the tag last, so that the copy is never incomplete.
 * https://github.com/opencontainers/distribution-spec/blob/main/spec.md#push
 */
export async function copyImage(spec: RegistrySpec, order: CopyOrder): Promise<CopyFacts> {
  const { image } = order.from
  const from = registrySession(spec, image, order.from.credentials)
  const to = registrySession(spec, order.to.image, order.to.credentials)
  const copying: Copying = { spec, from, to, order, copied: { sent: 0, mounted: 0, there: 0, bytes: 0 } }
  const { digest = '' } = image
  const tag = order.to.image.tag ?? digest
  if ((await digestAt(to, tag)) !== digest) {
    await copyManifest(copying, digest, tag)
    const arrived = await digestAt(to, tag)
    if (arrived !== digest) throw failed(order.to.image, `its tag stands for ${arrived ?? 'nothing'} instead of ${digest}`)
  }
  return copying.copied
}

/** Resolves a tag or digest by hashing the actual content. */
async function digestAt(session: RegistrySession, reference: string): Promise<string | undefined> {
  const reply = await session.ask(`manifests/${reference}`, { headers: ACCEPT })
  return reply.ok ? digestOf(reply.bytes) : undefined
}

async function copyManifest(copying: Copying, digest: string, reference: string): Promise<void> {
  const { from, to, order } = copying
  const source = await from.ask(`manifests/${digest}`, { headers: ACCEPT })
  if (!source.ok) throw failed(order.from.image, `${digest} cannot be read: ${words(source)}`)
  if (digestOf(source.bytes) !== digest) throw failed(order.from.image, `the registry returns ${digestOf(source.bytes)} for ${digest}`)
  const manifest = readManifest(source.bytes.toString())
  if (manifest === undefined) throw failed(order.from.image, `the registry returns no manifest for ${digest}`)
  for (const part of manifest.manifests ?? []) {
    if ((await digestAt(to, part.digest)) !== part.digest) await copyManifest(copying, part.digest, part.digest)
  }
  const blobs = [...(manifest.config ? [manifest.config] : []), ...(manifest.layers ?? [])].filter(({ urls = [] }) => urls.length === 0)
  await copyBlobs(copying, blobs)
  const type = source.headers.get('content-type') ?? OCI_MANIFEST
  const put = await to.ask(`manifests/${reference}`, { method: 'PUT', headers: { 'content-type': type }, body: source.bytes })
  // Another run may have just created the immutable tag.
  if (!put.ok && (await digestAt(to, reference)) !== digest) throw failed(order.to.image, `it does not accept ${reference}: ${words(put)}`)
}
