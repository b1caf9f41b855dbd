import type { Platform } from '../../domain/platform.ts'
import type { ReleaseRecord } from '../../domain/release/record.ts'
import type { PublishedImage } from '../../domain/image/image.ts'

/** What the publishing needs to know of the world. */
export interface PublishInput {
  /** The host's own platform. */
  readonly platform: Platform
  /** The release that serves now, if there is one. */
  readonly record: ReleaseRecord | undefined
}

export type Found =
  | { readonly kind: 'image'; readonly image: PublishedImage }
  | { readonly kind: 'no-image' }
  | { readonly kind: 'no-repository' }

export interface BringInput {
  readonly platform: Platform
  /** The repository exists, and a release came out of it before. */
  readonly complete: boolean
  readonly signal: AbortSignal
}
