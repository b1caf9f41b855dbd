import { isRecord, platformText, readManifest } from '../image/manifest.ts'
import type { Platform } from '../platform.ts'

/** The contents of a digest for hosts of one platform. */
export interface Contents {
  /** Every manifest that such a host can choose. Proof of the image requires proof of all of them. */
  readonly choices: readonly string[]
  /** Their provenance from buildx in the index, which a signature can cover instead. */
  readonly buildRecords: readonly string[]
}

/** Platforms that no Linux host chooses. */
const NO_HOST = ['linux/loong64', 'linux/mips64le', 'linux/ppc64le', 'linux/riscv64', 'linux/s390x', 'unknown/unknown', 'windows/amd64']
/**
 * Platforms that a host of a platform never chooses, in their usual spelling. It may choose any other: other spellings are equal to it
 * (`linux/x86_64`), and without anything better it runs the 32 bits of its architecture: https://pkg.go.dev/github.com/containerd/platforms
 */
const NEVER_CHOSEN: Readonly<Record<Platform, readonly string[]>> = {
  'linux/amd64': [...NO_HOST, 'linux/arm64', 'linux/arm'],
  'linux/arm64': [...NO_HOST, 'linux/amd64', 'linux/386'],
}

/** `text`: the manifest, whose hash is `digest`. Unless it is an index, it is the only choice. `undefined` if it is not a manifest. */
export function contentsOf(digest: string, text: string, platform: Platform): Contents | undefined {
  const manifest = readManifest(text)
  if (manifest === undefined) return undefined
  const { manifests } = manifest
  if (manifests === undefined) return { choices: [digest], buildRecords: [] }
  const images = manifests.filter((entry) => !isRecord(entry))
  return {
    choices: images.filter((image) => !NEVER_CHOSEN[platform].includes(platformText(image.platform) ?? '')).map((image) => image.digest),
    buildRecords: manifests.filter(isRecord).map((record) => record.digest),
  }
}
