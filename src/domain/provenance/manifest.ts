import type { Platform } from '../platform.ts'

/** What a digest holds for hosts of one platform. */
export interface Contents {
  /** Every manifest that such a host may choose. Each is as good as the image only if all of them are. */
  readonly choices: readonly string[]
  /** What buildx wrote of these in the index: their provenance, which a signature may refer to. */
  readonly buildRecords: readonly string[]
}

interface Entry {
  readonly digest: string
  /** `undefined`: it does not say, so a host may take it for its own. */
  readonly platform: string | undefined
  /** It says that it describes an image instead of being one. */
  readonly record: boolean
}

/** More than any image has, and few enough to ask a registry about each. */
const MOST_ENTRIES = 64
/** An index has objects in the lists of its entries. */
const DEEPEST = 8
const DIGEST = /^sha256:[0-9a-f]{64}$/
/** https://docs.docker.com/build/metadata/attestations/attestation-storage/ */
const RECORD = 'attestation-manifest'

/** What no Linux host takes for its own. */
const NO_HOST = ['linux/loong64', 'linux/mips64le', 'linux/ppc64le', 'linux/riscv64', 'linux/s390x', 'unknown/unknown', 'windows/amd64']
/**
 * What hosts of a platform never choose, as it is usually spelled. All else they may: other spellings are the same to them (`linux/x86_64`), and where
 * nothing better is there they run the 32 bits of their architecture: https://pkg.go.dev/github.com/containerd/platforms
 */
const NEVER_CHOSEN: Readonly<Record<Platform, readonly string[]>> = {
  'linux/amd64': [...NO_HOST, 'linux/arm64', 'linux/arm'],
  'linux/arm64': [...NO_HOST, 'linux/amd64', 'linux/386'],
}
/** Fields of an image. What has them beside those of an index is one or the other, as its reader likes. */
const OF_IMAGES = ['config', 'layers', 'fsLayers']

/**
 * `text`: the manifest that `digest` was seen to be the hash of. Anything but an index is the one choice. `undefined` where it is neither, has more
 * entries than an image has, or may be read otherwise by a host.
 */
export function contentsOf(digest: string, text: string, platform: Platform): Contents | undefined {
  const manifest = parsed(text)
  if (!isObject(manifest)) return undefined
  const { manifests } = manifest
  if (manifests === undefined) return { choices: [digest], buildRecords: [] }
  if (!Array.isArray(manifests) || manifests.length > MOST_ENTRIES) return undefined
  if (OF_IMAGES.some((name) => name in manifest) || !isUnambiguous(text, manifest)) return undefined
  const entries = manifests.map(entryOf)
  if (!entries.every((entry) => entry !== undefined)) return undefined
  const images = entries.filter(({ record }) => !record)
  return {
    choices: images.filter((image) => !NEVER_CHOSEN[platform].includes(image.platform ?? '')).map((image) => image.digest),
    buildRecords: entries.filter(({ record }) => record).map((entry) => entry.digest),
  }
}

function entryOf(value: unknown): Entry | undefined {
  if (!isObject(value) || typeof value['digest'] !== 'string' || !DIGEST.test(value['digest'])) return undefined
  const { platform, annotations } = value
  const { os, architecture } = isObject(platform) ? platform : {}
  const kind = isObject(annotations) ? annotations['vnd.docker.reference.type'] : undefined
  const name = typeof os === 'string' && typeof architecture === 'string' ? `${os}/${architecture}` : undefined
  // No host takes this platform for its own, so what calls itself a record and another platform is an image.
  return { digest: value['digest'], platform: name, record: kind === RECORD && name === 'unknown/unknown' }
}

/**
 * Whether no object of a JSON document has two fields of one name. Docker takes names for equal that differ only in case, and of equal ones the last, or
 * what comes of merging them: https://pkg.go.dev/encoding/json#Unmarshal
 */
function isUnambiguous(text: string, value: unknown): boolean {
  const strings = text.match(/"[^"\\]*(?:\\.[^"\\]*)*"\s*:?/g) ?? []
  return strings.filter((one) => one.endsWith(':')).length === namesIn(value, DEEPEST)
}

/** The different names of fields, object by object; NaN for what is nested deeper than an index. */
function namesIn(value: unknown, depth: number): number {
  if (typeof value !== 'object' || value === null) return 0
  if (depth === 0) return NaN
  const names = Array.isArray(value) ? [] : Object.keys(value).map((name) => name.normalize('NFKC').toLowerCase())
  return Object.values(value).reduce((sum: number, item) => sum + namesIn(item, depth - 1), new Set(names).size)
}

export function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
