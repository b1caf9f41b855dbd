import type { ImageReference, RegistryCredentials } from '../../domain/image/image.ts'

export interface ImageFacts {
  readonly digest: string
  /** Such as `linux/amd64`. */
  readonly platforms: readonly string[]
  /** Compressed size of the layers; for a multi-platform image, of the largest one. */
  readonly bytes: number
  /** Paths that the image declares with VOLUME; `undefined` for a multi-platform image. */
  readonly volumes?: readonly string[] | undefined
}

/** An image, and the credentials to read or write it. */
export interface ImagePlace {
  readonly image: ImageReference
  readonly credentials: RegistryCredentials | undefined
}

/** How the layers and configurations of a copied image arrived. */
export interface CopyFacts {
  readonly sent: number
  /** Mounted from another repository of the same registry. */
  readonly mounted: number
  readonly there: number
  /** Bytes of the ones that were sent. */
  readonly bytes: number
}

/** Any registry that speaks the OCI distribution protocol. */
export interface Registry {
  /** Resolves a tag or digest. Throws a `DeployError` that names the image if it does not exist or is not readable. */
  inspect(image: ImageReference, credentials: RegistryCredentials | undefined): Promise<ImageFacts>
  /** Adds a tag to an image, even if another image had it. Throws a `DeployError` if the registry does not allow it. */
  tag(image: ImageReference, tag: string, credentials: RegistryCredentials | undefined): Promise<void>
  /** Copies the image of a digest to a tag, byte for byte, from registry to registry. Does not send again what exists already. */
  copy(from: ImagePlace, to: ImagePlace, signal: AbortSignal): Promise<CopyFacts>
}
