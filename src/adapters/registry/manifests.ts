import * as v from 'valibot'
import { readJson } from '../../domain/untrusted.ts'

export const OCI_INDEX = 'application/vnd.oci.image.index.v1+json'
/** Media types by which registries tell an image of several platforms from one of a single platform. */
const INDEXES = [OCI_INDEX, 'application/vnd.docker.distribution.manifest.list.v2+json']
export const OCI_MANIFEST = 'application/vnd.oci.image.manifest.v1+json'
const MANIFESTS = [OCI_MANIFEST, 'application/vnd.docker.distribution.manifest.v2+json']

/** The header `accept` for an image of a single platform, and for one of any kind. */
export const ONE_PLATFORM = MANIFESTS.join(', ')
export const ANY_MANIFEST = [...INDEXES, ...MANIFESTS].join(', ')

/** https://github.com/opencontainers/image-spec/blob/v1.1.1/descriptor.md#digests */
const digest = v.pipe(v.string(), v.maxLength(200), v.regex(/^[a-z0-9]+([+._-][a-z0-9]+)*:[\w=-]+$/))
const size = v.pipe(v.number(), v.safeInteger(), v.minValue(0))
const word = v.pipe(v.string(), v.regex(/^[\w.-]{1,64}$/))

const platform = v.object({ os: v.optional(word), architecture: v.optional(word) })

/** `urls`: where a layer lies that no registry has, such as the base of Windows images. `size`: bytes. */
const blob = v.object({ digest, size, urls: v.optional(v.array(v.string())) })

/** Of an image, or of an index: the images in it. More layers than any builder makes, more platforms than there are, are refused. */
const manifest = v.object({
  config: v.optional(blob),
  layers: v.optional(v.pipe(v.array(blob), v.maxLength(1000))),
  manifests: v.optional(v.pipe(v.array(v.object({ digest, platform: v.optional(platform) })), v.maxLength(1000))),
})

/** The blob `config` of an image. https://github.com/opencontainers/image-spec/blob/main/config.md */
const configuration = v.object({
  ...platform.entries,
  config: v.nullish(v.object({ Volumes: v.nullish(v.record(v.string(), v.unknown())) })),
})

export type Platform = v.InferOutput<typeof platform>
export type Blob = v.InferOutput<typeof blob>
export type Manifest = v.InferOutput<typeof manifest>
type ImageConfiguration = v.InferOutput<typeof configuration>

/** https://github.com/opencontainers/image-spec/blob/v1.1.1/descriptor.md */
export interface Descriptor extends Omit<Blob, 'urls'> {
  readonly mediaType: string
}

/** Whether a registry gave something that can be a digest. */
export function isDigest(text: string): boolean {
  return v.is(digest, text)
}

/** `undefined` for what is no manifest. */
export function readManifest(text: string): Manifest | undefined {
  return readJson(manifest, text)
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
