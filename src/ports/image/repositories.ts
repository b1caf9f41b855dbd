import type { ClearedRepository } from '../../domain/host/ending.ts'
import type { RegistryCredentials } from '../../domain/image/image.ts'
import type { Service } from '../../domain/service.ts'

/** The last of several tags that exists. */
export type Newest =
  | { readonly kind: 'image'; readonly tag: string; readonly digest: string }
  | { readonly kind: 'no-image' }
  | { readonly kind: 'no-repository' }

/** What a tag points to. */
export type Tagged =
  | { readonly kind: 'image'; readonly digest: string }
  | { readonly kind: 'no-image' }
  | { readonly kind: 'no-repository' }

/** Repositories in ECR. */
export interface Repositories {
  find(repository: string, tag: string): Promise<Tagged>
  /** `tags`: at most 100. */
  newest(repository: string, tags: readonly string[]): Promise<Newest>
  /** The tags of an image; empty if it does not exist. */
  tags(repository: string, digest: string): Promise<readonly string[]>
  /**
   * Creates a missing repository: scan on push, immutable tags except those that move, lifecycle rules. Asserts that an existing one belongs to the
   * service.
   */
  ensure(repository: string): Promise<void>
  /** Refuses, as `repository-taken`, a repository without the tags of this service alone: others could decide what its tags point to. */
  assertOwn(repository: string): Promise<void>
  /** Short-lived credentials for this account's registry. */
  credentials(): Promise<RegistryCredentials>
  /** Removes a tag from its image, which keeps its other tags. False if the tag did not exist. */
  untag(repository: string, tag: string): Promise<boolean>
  /** Removes the repository with all its images, if this action created it for the service. False if it did not exist. */
  remove(repository: ClearedRepository, service: Service): Promise<boolean>
}
