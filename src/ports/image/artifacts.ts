import type { ImageReference, RegistryCredentials } from '../../domain/image/image.ts'

/** A small document beside an image. */
export interface Artifact {
  readonly registry: string
  readonly repository: string
  readonly tag: string
  /** The artifact type: a media type. */
  readonly type: string
  /** Media type of the text. */
  readonly textType: string
  readonly text: string
  /** Annotations of the artifact, which the registry lists with it. */
  readonly annotations?: Readonly<Record<string, string>>
  /** Digest of the artifact's image in the same repository; `undefined` without an image. */
  readonly subject: string | undefined
}

export type Kept =
  | { readonly kind: 'kept'; readonly digest: string }
  | { readonly kind: 'no-repository' }
  /** The tag points to something else: its artifact type and the digest of its image, if it says so. */
  | { readonly kind: 'taken'; readonly type: string | undefined; readonly subject: string | undefined }

/** Documents in a registry: https://github.com/opencontainers/image-spec/blob/v1.1.1/manifest.md#guidelines-for-artifact-usage */
export interface Artifacts {
  /** Returns the artifact's digest. Never replaces an existing artifact, nor another one with its tag. */
  put(artifact: Artifact, credentials: RegistryCredentials): Promise<Kept>
  /** The text of the artifact with this digest, byte for byte; `undefined` if it is gone. */
  read(artifact: ImageReference, credentials: RegistryCredentials): Promise<string | undefined>
}
