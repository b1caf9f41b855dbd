import { isRecord, platformOf, readManifest } from '../image/manifest.ts'
import type { Platform } from '../platform.ts'

/** What a digest holds for hosts of one platform. */
export interface Contents {
  /** Every manifest that such a host may choose. Each is as good as the image only if all of them are. */
  readonly choices: readonly string[]
  /** What buildx wrote of these in the index: their provenance, which a signature may refer to. */
  readonly buildRecords: readonly string[]
}

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

/** `text`: the manifest that `digest` was seen to be the hash of. Anything but an index is the one choice. `undefined` where it is neither. */
export function contentsOf(digest: string, text: string, platform: Platform): Contents | undefined {
  const manifest = readManifest(text)
  if (manifest === undefined) return undefined
  const { manifests } = manifest
  if (manifests === undefined) return { choices: [digest], buildRecords: [] }
  const images = manifests.filter((entry) => !isRecord(entry))
  return {
    choices: images.filter((image) => !NEVER_CHOSEN[platform].includes(platformOf(image.platform) ?? '')).map((image) => image.digest),
    buildRecords: manifests.filter(isRecord).map((record) => record.digest),
  }
}
