import type { BuildSpec, RegistryCredentials } from '../../domain/image/image.ts'

/** Builds images and pushes them. */
export interface Builder {
  /** Gives the digest that the registry acknowledged. The credentials are gone from the machine afterwards, whatever happens. */
  buildAndPush(spec: BuildSpec, credentials: RegistryCredentials, signal: AbortSignal): Promise<string>
}
