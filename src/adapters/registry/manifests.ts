import * as v from 'valibot'
import { platform } from '../../domain/image/manifest.ts'
import type { Blob } from '../../domain/image/manifest.ts'
import { readJson } from '../../domain/untrusted.ts'

export const OCI_INDEX = 'application/vnd.oci.image.index.v1+json'
/** Media types by which registries distinguish a multi-platform image from one for a single platform. */
const INDEXES = [OCI_INDEX, 'application/vnd.docker.distribution.manifest.list.v2+json']
export const OCI_MANIFEST = 'application/vnd.oci.image.manifest.v1+json'
const MANIFESTS = [OCI_MANIFEST, 'application/vnd.docker.distribution.manifest.v2+json']

/** The header `accept` for an image of a single platform, and for one of any kind. */
export const ONE_PLATFORM = MANIFESTS.join(', ')
export const ANY_MANIFEST = [...INDEXES, ...MANIFESTS].join(', ')

/** The blob `config` of an image. https://github.com/opencontainers/image-spec/blob/main/config.md */
const configuration = v.object({
  ...platform.entries,
  config: v.nullish(v.object({ Volumes: v.nullish(v.record(v.string(), v.unknown())) })),
})

type ImageConfiguration = v.InferOutput<typeof configuration>

/** https://github.com/opencontainers/image-spec/blob/v1.1.1/descriptor.md */
export interface Descriptor extends Pick<Blob, 'digest' | 'size'> {
  readonly mediaType: string
}

export function readConfiguration(text: string): ImageConfiguration | undefined {
  return readJson(configuration, text)
}

/** The token of https://distribution.github.io/distribution/spec/auth/token/, which goes into a header. */
export function readToken(text: string): string | undefined {
  const found = readJson(v.object({ token: v.optional(bearer), access_token: v.optional(bearer) }), text)
  return found?.token ?? found?.access_token
}

const bearer = v.pipe(v.string(), v.regex(/^[\x21-\x7e]+$/))
