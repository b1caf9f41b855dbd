import type { RegistryCredentials } from '../domain/image.ts'

/** ECR. */
export interface Repositories {
  /** Digest of a tag; `undefined` when the tag, or the whole repository, does not exist. */
  digestOf(repository: string, tag: string): Promise<string | undefined>
  /** Creates the repository where missing: scan on push, immutable tags but for the cache tag, lifecycle rules. */
  ensure(repository: string): Promise<void>
  /** Short-lived credentials for this account's registry. */
  credentials(): Promise<RegistryCredentials>
  /** Removes the repository with all its images, if it carries the managed tag. False when there was none. */
  remove(repository: string): Promise<boolean>
}
