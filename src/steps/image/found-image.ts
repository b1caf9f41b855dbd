import type { Platform } from '../../domain/platform.ts'
import type { ReleaseRecord } from '../../domain/release/record.ts'
import type { Wanted } from '../../domain/release/wanted.ts'
import type { BuildContent } from '../../domain/image/build-files.ts'
import type { Sbom } from '../../domain/image/sbom.ts'
import type { PublishedImage } from '../../domain/image/image.ts'
import type { Contents } from '../../domain/provenance/contents.ts'
import type { ImageScans } from '../../ports/image/image-scans.ts'
import type { ImagePlace } from '../../ports/image/registry.ts'

/** What the publishing needs to know of the world. */
export interface PublishInput {
  readonly wanted: Wanted
  /** The host's own platform. */
  readonly platform: Platform
  /** The release that serves now, if there is one. */
  readonly record: ReleaseRecord | undefined
}

export type Found =
  | { readonly kind: 'image'; readonly image: PublishedImage; readonly source?: BuildSource }
  | { readonly kind: 'no-image' | 'no-repository'; readonly source?: BuildSource }

/** Where the image of a build is, or will be, and what it is made from. Missing where nothing is built. */
export interface BuildSource {
  readonly tag: string
  /** The tag that was built before; only where it is to be built again. */
  readonly rebuilds?: string
  readonly content: BuildContent
  readonly platforms: readonly Platform[]
  readonly sbom: Sbom | undefined
}

/** An image that is there, by the digest that hosts will be told, and no tag. */
export interface ImageAtRest {
  readonly place: ImagePlace
  readonly digest: string
  /** What of it hosts of this platform run. */
  readonly contents: Contents
  /** Who is asked about it in ECR; `undefined`: it lies elsewhere. */
  readonly scans: ImageScans | undefined
}

export interface BringInput {
  readonly wanted: Wanted
  readonly platform: Platform
  /** For the build. */
  readonly source: BuildSource | undefined
  /** The repository exists, and a release came out of it before. */
  readonly complete: boolean
  readonly signal: AbortSignal
}
