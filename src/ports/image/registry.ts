import type { ImageReference, RegistryCredentials } from '../../domain/image/image.ts'

export interface ImageFacts {
  readonly digest: string
  /** Such as `linux/amd64`. */
  readonly platforms: readonly string[]
  /** Compressed size of the layers; of an image for several platforms, of the largest. */
  readonly bytes: number
  /** Paths that it declares with VOLUME; `undefined` for an image of several platforms. */
  readonly volumes?: readonly string[] | undefined
}

/** An image and who may read, or write, it there. */
export interface ImagePlace {
  readonly image: ImageReference
  readonly credentials: RegistryCredentials | undefined
}

/** How the layers and configurations of a copied image came to be there. */
export interface CopyFacts {
  readonly sent: number
  /** Taken over from another repository of the same registry. */
  readonly mounted: number
  readonly there: number
  /** Bytes of those that were sent. */
  readonly bytes: number
}

/** Any registry that speaks the OCI distribution protocol. */
export interface Registry {
  /** Resolves a tag or digest. Throws a `DeployError` that names the image when it is not there or not readable. */
  inspect(image: ImageReference, credentials: RegistryCredentials | undefined): Promise<ImageFacts>
  /** Gives an image one more tag, which another image may have had. Throws a `DeployError` where the registry does not allow it. */
  tag(image: ImageReference, tag: string, credentials: RegistryCredentials | undefined): Promise<void>
  /** Copies the image of a digest byte for byte, from registry to registry, to a tag. What is there already is not sent again. */
  copy(from: ImagePlace, to: ImagePlace, signal: AbortSignal): Promise<CopyFacts>
}
