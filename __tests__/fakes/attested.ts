import { createHash } from 'node:crypto'
import { BUNDLE } from '../../local/sigstore/authority.ts'
import type { SigningJob } from '../../local/sigstore/authority.ts'
import type { ExpectedSigner, Signer } from '../../src/domain/provenance/signer.ts'
import { digestOf } from './registries.ts'
import type { Repository } from './registries.ts'

/** A job of `acme/web` whose workflow builds. */
export const BUILD_JOB: SigningJob = {
  issuer: 'https://token.actions.githubusercontent.com',
  serverUrl: 'https://github.com',
  repository: 'acme/web',
  repositoryId: '4711',
  ownerId: '815',
  workflow: 'acme/web/.github/workflows/build.yml@refs/heads/main',
  commit: 'c0ffee'.padEnd(40, '0'),
  runId: '7',
}

/** Who signs for that job. */
export const SIGNER: Signer = {
  issuer: BUILD_JOB.issuer,
  workflow: `https://github.com/${BUILD_JOB.workflow}`,
  repository: 'https://github.com/acme/web',
  repositoryId: '4711',
  ownerId: '815',
  commit: BUILD_JOB.commit,
  run: '',
}

/** Whom a run of the same repository expects. */
export const EXPECTED: ExpectedSigner = {
  serverUrl: 'https://github.com',
  repository: 'acme/web',
  repositoryId: '4711',
  ownerId: '815',
  workflow: 'any',
}

/** What `actions/attest` says of an image. */
export function provenanceOf(digest: string, changes: object = {}): object {
  return {
    _type: 'https://in-toto.io/Statement/v1',
    subject: [{ name: 'registry.test/web', digest: { sha256: digest.replace('sha256:', '') } }],
    predicateType: 'https://slsa.dev/provenance/v1',
    predicate: { buildDefinition: { buildType: 'https://actions.github.io/buildtypes/workflow/v1' } },
    ...changes,
  }
}

export const OCI_MANIFEST = 'application/vnd.oci.image.manifest.v1+json'
export const OCI_INDEX = 'application/vnd.oci.image.index.v1+json'
const EMPTY = Buffer.from('{}')

/** Puts a manifest where it is found by its digest, which it gives. */
export function stored(own: Repository, manifest: object, type = OCI_MANIFEST): string {
  const bytes = Buffer.from(JSON.stringify(manifest))
  own.manifests.set(digestOf(bytes), { type, bytes })
  return digestOf(bytes)
}

/** An artifact as `actions/attest` pushes it, and the tag that lists it where a registry has no referrers API. */
export function attach(own: Repository, subject: string, text: string, type: string = BUNDLE): string {
  const [blob, empty] = [Buffer.from(text), EMPTY].map((bytes) => {
    own.blobs.set(digestOf(bytes), bytes)
    return { digest: digestOf(bytes), size: bytes.length }
  })
  const artifact = stored(own, {
    schemaVersion: 2,
    mediaType: OCI_MANIFEST,
    artifactType: type,
    config: { mediaType: 'application/vnd.oci.empty.v1+json', ...empty },
    layers: [{ mediaType: type, ...blob }],
    subject: { mediaType: OCI_MANIFEST, digest: subject, size: 1 },
  })
  const tag = subject.replace(':', '-')
  const before = JSON.parse(own.manifests.get(tag)?.bytes.toString() ?? '{"manifests":[]}') as { manifests: object[] }
  const manifests = [...before.manifests, { mediaType: OCI_MANIFEST, digest: artifact, size: 1, artifactType: type }]
  own.manifests.set(tag, { type: OCI_INDEX, bytes: Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType: OCI_INDEX, manifests })) })
  return artifact
}

/** A digest that nothing has. */
export const aDigest = (seed: string): string => `sha256:${createHash('sha256').update(seed).digest('hex')}`
