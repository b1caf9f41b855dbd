import type { ImageReference, RegistryCredentials } from '../../domain/image/image.ts'

/** A small document beside an image. */
export interface Artifact {
  readonly registry: string
  readonly repository: string
  readonly tag: string
  /** What kind of artifact it is: a media type. */
  readonly type: string
  /** Media type of the text. */
  readonly textType: string
  readonly text: string
  /** Of the artifact, which a registry lists with it. */
  readonly annotations?: Readonly<Record<string, string>>
  /** Digest of the image that it belongs to, which lies in the same repository; `undefined`: there is none. */
  readonly subject: string | undefined
}

/** `taken`: something else has its tag. */
export type Kept = { readonly kind: 'kept'; readonly digest: string } | { readonly kind: 'no-repository' | 'taken' }

/** Documents in a registry: https://github.com/opencontainers/image-spec/blob/v1.1.1/manifest.md#guidelines-for-artifact-usage */
export interface Artifacts {
  /** Gives the artifact's digest. One that is there already is left as it is, as is another one under its tag. */
  put(artifact: Artifact, credentials: RegistryCredentials): Promise<Kept>
  /** The text of the artifact with this digest, exactly as it was put; `undefined` where it is gone. */
  read(artifact: ImageReference, credentials: RegistryCredentials): Promise<string | undefined>
}
