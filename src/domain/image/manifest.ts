import * as v from 'valibot'
import { count, line, readJson } from '../untrusted.ts'

/** Hosts pull by no other: https://github.com/opencontainers/image-spec/blob/v1.1.1/descriptor.md#digests */
export const digest = v.pipe(v.string(), v.regex(/^sha256:[0-9a-f]{64}$/))

/** More than any image has, and few enough to ask a registry about each. */
const MOST_ENTRIES = 64
const MOST_LAYERS = 1000
/** A manifest has objects in the lists of its entries. */
const DEEPEST = 8
/** Fields of an image. What has them beside those of an index is one or the other, as its reader likes. */
const OF_IMAGES = ['config', 'layers', 'fsLayers'] as const

/** Whether a registry gave something that can be a digest. */
export function isDigest(text: string): boolean {
  return v.is(digest, text)
}

/** Of an image. `undefined`: it does not say, so a host may take it for its own. */
export const platform = v.object({ os: v.optional(line), architecture: v.optional(line) })

/** `urls`: where a layer lies that no registry has, such as the base of Windows images. `size`: bytes. */
const blob = v.object({ digest, size: count, mediaType: v.optional(v.string()), urls: v.optional(v.array(v.string())) })

const KIND = 'vnd.docker.reference.type'
const entry = v.object({
  digest,
  platform: v.nullish(platform),
  annotations: v.nullish(v.object({ [KIND]: v.optional(v.string()) })),
})

/** Of an image, or of an index: the images in it. https://github.com/opencontainers/image-spec/blob/v1.1.1/image-index.md */
const MANIFEST = v.object({
  config: v.optional(blob),
  layers: v.optional(v.pipe(v.array(blob), v.maxLength(MOST_LAYERS))),
  manifests: v.optional(v.pipe(v.array(entry), v.maxLength(MOST_ENTRIES))),
})

export type Platform = v.InferOutput<typeof platform>
export type Blob = v.InferOutput<typeof blob>
export type Manifest = v.InferOutput<typeof MANIFEST>
export type ManifestEntry = v.InferOutput<typeof entry>

/** `undefined` for what is no manifest, has more than an image has, or may be read otherwise by a host. */
export function readManifest(text: string): Manifest | undefined {
  return readJson(
    v.pipe(
      v.unknown(),
      v.check((value) => isUnambiguous(text, value)),
      MANIFEST,
    ),
    text,
  )
}

/** `linux/amd64`; `undefined`: it does not say. */
export function platformOf(one: Platform | null | undefined): string | undefined {
  return one?.os === undefined || one.architecture === undefined ? undefined : `${one.os}/${one.architecture}`
}

/** Whether an entry says that it describes an image instead of being one: https://docs.docker.com/build/metadata/attestations/attestation-storage/ */
export function isRecord({ platform: of, annotations }: ManifestEntry): boolean {
  // No host takes this platform for its own, so what calls itself a record and another platform is an image.
  return annotations?.[KIND] === 'attestation-manifest' && platformOf(of) === 'unknown/unknown'
}

/**
 * Whether there is one way to read a manifest: no object of it has two fields of one name, and it is not an index and an image. Docker takes names for
 * equal that differ only in case, and of equal ones the last, or what comes of merging them: https://pkg.go.dev/encoding/json#Unmarshal
 */
function isUnambiguous(text: string, value: unknown): boolean {
  const strings = text.match(/"[^"\\]*(?:\\.[^"\\]*)*"\s*:?/g) ?? []
  return strings.filter((one) => one.endsWith(':')).length === namesIn(value, DEEPEST) && isOneKind(value)
}

/** Lists are objects to a schema whose fields may all be missing. */
function isOneKind(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  return !('manifests' in value) || OF_IMAGES.every((name) => !(name in value))
}

/** The different names of fields, object by object; NaN for what is nested deeper than a manifest. */
function namesIn(value: unknown, depth: number): number {
  if (typeof value !== 'object' || value === null) return 0
  if (depth === 0) return NaN
  const names = Array.isArray(value) ? [] : Object.keys(value).map((name) => name.normalize('NFKC').toLowerCase())
  return Object.values(value).reduce((sum: number, item) => sum + namesIn(item, depth - 1), new Set(names).size)
}
