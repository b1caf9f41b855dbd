import type { Built } from '../../domain/image/build-metadata.ts'
import type { BuildSpec, RegistryCredentials } from '../../domain/image/image.ts'

/** Builds images and pushes them. */
export interface Builder {
  /** Returns the digest that the registry acknowledged, and the builder's metadata. Always removes the credentials from the machine afterwards. */
  buildAndPush(spec: BuildSpec, credentials: RegistryCredentials, signal: AbortSignal): Promise<Built>
}
