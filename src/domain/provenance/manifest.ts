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
const DIGEST = /^sha256:[0-9a-f]{64}$/
/** https://docs.docker.com/build/metadata/attestations/attestation-storage/ */
const RECORD = 'attestation-manifest'

/**
 * `text`: the manifest that `digest` was seen to be the hash of. Anything but an index is the one choice. `undefined` where it is neither, or has more
 * entries than an image has.
 */
export function contentsOf(digest: string, text: string, platform: Platform): Contents | undefined {
  const manifest = parsed(text)
  if (!isObject(manifest)) return undefined
  const { manifests } = manifest
  if (manifests === undefined) return { choices: [digest], buildRecords: [] }
  if (!Array.isArray(manifests) || manifests.length > MOST_ENTRIES) return undefined
  const entries = manifests.map(entryOf)
  if (!entries.every((entry) => entry !== undefined)) return undefined
  const images = entries.filter(({ record }) => !record)
  return {
    choices: images.filter((image) => image.platform === undefined || image.platform === platform).map((image) => image.digest),
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
