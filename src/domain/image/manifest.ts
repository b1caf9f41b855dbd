import * as v from 'valibot'
import { count, line, readJson } from '../untrusted.ts'

/** The only algorithm by which hosts pull: https://github.com/opencontainers/image-spec/blob/v1.1.1/descriptor.md#digests */
export const digest = v.pipe(v.string(), v.regex(/^sha256:[0-9a-f]{64}$/))

/** More than any image has, and few enough to query a registry about each. */
const MOST_ENTRIES = 64
const MOST_LAYERS = 1000
/** The lists of a manifest contain objects. */
const DEEPEST = 8
/** Fields of an image. A manifest with these and the fields of an index is ambiguous: its reader decides. */
const OF_IMAGES = ['config', 'layers', 'fsLayers'] as const

/** Whether a registry returned something that can be a digest. */
export function isDigest(text: string): boolean {
  return v.is(digest, text)
}

/** The platform of an image. `undefined`: it does not say, so any host may choose it. */
export const platform = v.object({ os: v.optional(line), architecture: v.optional(line) })

/** `urls`: where to find a layer that no registry has, such as the base of Windows images. `size`: bytes. */
const blob = v.object({ digest, size: count, mediaType: v.optional(v.string()), urls: v.optional(v.array(v.string())) })

const KIND = 'vnd.docker.reference.type'
const entry = v.object({
  digest,
  platform: v.nullish(platform),
  annotations: v.nullish(v.object({ [KIND]: v.optional(v.string()) })),
})

/** For an index: its images. https://github.com/opencontainers/image-spec/blob/v1.1.1/image-index.md */
const MANIFEST = v.object({
  config: v.optional(blob),
  layers: v.optional(v.pipe(v.array(blob), v.maxLength(MOST_LAYERS))),
  manifests: v.optional(v.pipe(v.array(entry), v.maxLength(MOST_ENTRIES))),
})

export type OciPlatform = v.InferOutput<typeof platform>
export type Blob = v.InferOutput<typeof blob>
export type Manifest = v.InferOutput<typeof MANIFEST>
export type ManifestEntry = v.InferOutput<typeof entry>

/** `undefined` for something that is not a manifest, is larger than any image, or is ambiguous to a host. */
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

/** `linux/amd64`; `undefined` if it does not say. */
export function platformText(one: OciPlatform | null | undefined): string | undefined {
  return one?.os === undefined || one.architecture === undefined ? undefined : `${one.os}/${one.architecture}`
}

/** Whether an entry describes an image instead of being one: https://docs.docker.com/build/metadata/attestations/attestation-storage/ */
export function isRecord({ platform: of, annotations }: ManifestEntry): boolean {
  // No host chooses this platform. An entry that claims to be an attestation, but has another platform, counts as an image.
  return annotations?.[KIND] === 'attestation-manifest' && platformText(of) === 'unknown/unknown'
}

/**
 * Whether a manifest is unambiguous: no object in it has two fields of one name, and it is not both an index and an image. Docker ignores the case
 * of names, and of duplicates it takes the last, or merges them: https://pkg.go.dev/encoding/json#Unmarshal
 */
function isUnambiguous(text: string, value: unknown): boolean {
  const strings = text.match(/"[^"\\]*(?:\\.[^"\\]*)*"\s*:?/g) ?? []
  return strings.filter((one) => one.endsWith(':')).length === namesIn(value, DEEPEST) && isOneKind(value)
}

/** A schema whose fields are all optional also accepts lists. */
function isOneKind(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  return !('manifests' in value) || OF_IMAGES.every((name) => !(name in value))
}

/** The distinct names of fields, object by object; NaN if the nesting is deeper than in any manifest. */
function namesIn(value: unknown, depth: number): number {
  if (typeof value !== 'object' || value === null) return 0
  if (depth === 0) return NaN
  const names = Array.isArray(value) ? [] : Object.keys(value).map((name) => name.normalize('NFKC').toLowerCase())
  return Object.values(value).reduce((sum: number, item) => sum + namesIn(item, depth - 1), new Set(names).size)
}
