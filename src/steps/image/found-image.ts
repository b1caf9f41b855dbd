import type { Platform } from '../../domain/platform.ts'
import type { ReleaseRecord } from '../../domain/release/record.ts'
import type { Wanted } from '../../domain/release/wanted.ts'
import type { BuildContent } from '../../domain/image/build-files.ts'
import type { Sbom } from '../../domain/image/sbom.ts'
import type { PublishedImage } from '../../domain/image/image.ts'
import type { Contents } from '../../domain/provenance/contents.ts'
import type { ImageScans } from '../../ports/image/image-scans.ts'
import type { ImagePlace } from '../../ports/image/registry.ts'

/** What publishing needs to know. */
export interface PublishInput {
  readonly wanted: Wanted
  /** The host's own platform. */
  readonly platform: Platform
  /** The live release, if any. */
  readonly record: ReleaseRecord | undefined
}

export type Found =
  | { readonly kind: 'image'; readonly image: PublishedImage; readonly source?: BuildSource }
  | { readonly kind: 'no-image' | 'no-repository'; readonly source?: BuildSource }

/** Where the image of a build is, or will be, and what it is built from. Missing if nothing is built. */
export interface BuildSource {
  readonly tag: string
  /** The tag of the earlier build; only for a rebuild. */
  readonly rebuilds?: string
  readonly content: BuildContent
  readonly platforms: readonly Platform[]
  readonly sbom: Sbom | undefined
}

/** An existing image, by the digest that the hosts get, without a tag. */
export interface ImageAtRest {
  readonly place: ImagePlace
  readonly digest: string
  /** The manifests in it for hosts of this platform. */
  readonly contents: Contents
  /** Its repository in ECR; `undefined` if it is elsewhere. */
  readonly scans: ImageScans | undefined
}

export interface BringInput {
  readonly wanted: Wanted
  readonly platform: Platform
  /** For a build. */
  readonly source: BuildSource | undefined
  /** The repository exists, and an earlier release came from it. */
  readonly complete: boolean
  readonly signal: AbortSignal
}
