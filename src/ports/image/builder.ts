import type { Built } from '../../domain/image/build-metadata.ts'
import type { BuildSpec, RegistryCredentials } from '../../domain/image/image.ts'

/** Builds images and pushes them. */
export interface Builder {
  /** Gives the digest that the registry acknowledged, and what the builder tells of it. The credentials are gone from the machine afterwards, whatever happens. */
  buildAndPush(spec: BuildSpec, credentials: RegistryCredentials, signal: AbortSignal): Promise<Built>
}
