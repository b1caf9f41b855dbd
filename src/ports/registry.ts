import type { ImageReference, RegistryCredentials } from '../domain/image.ts'

export interface ImageFacts {
  readonly digest: string
  /** Such as `linux/amd64`. */
  readonly platforms: readonly string[]
  /** Compressed size of the layers; of an image for several platforms, of the largest. */
  readonly bytes: number
}

/** Any registry that speaks the OCI distribution protocol. */
export interface Registry {
  /** Resolves a tag or digest. Throws a `DeployError` that names the image when it is not there or not readable. */
  inspect(image: ImageReference, credentials: RegistryCredentials | undefined): Promise<ImageFacts>
  /** Gives an image one more tag, which another image may have had. Throws a `DeployError` where the registry does not allow it. */
  tag(image: ImageReference, tag: string, credentials: RegistryCredentials | undefined): Promise<void>
}
