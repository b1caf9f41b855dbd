import type { ClearedRepository } from '../../domain/host/ending.ts'
import type { RegistryCredentials } from '../../domain/image/image.ts'
import type { Service } from '../../domain/service.ts'

/** The last of several tags that is there. */
export type Newest =
  | { readonly kind: 'image'; readonly tag: string; readonly digest: string }
  | { readonly kind: 'no-image' }
  | { readonly kind: 'no-repository' }

/** What a tag stands for. */
export type Tagged =
  | { readonly kind: 'image'; readonly digest: string }
  | { readonly kind: 'no-image' }
  | { readonly kind: 'no-repository' }

/** ECR. */
export interface Repositories {
  find(repository: string, tag: string): Promise<Tagged>
  /** `tags`: 100 at most. */
  newest(repository: string, tags: readonly string[]): Promise<Newest>
  /** The tags of an image; none when it is not there. */
  tags(repository: string, digest: string): Promise<readonly string[]>
  /** Creates the repository where missing: scan on push, immutable tags but for those that move, lifecycle rules. Asserts that one that is there is own. */
  ensure(repository: string): Promise<void>
  /** Refuses, as `repository-taken`, a repository that is not tagged as the service's alone: its tags stand for what others chose. */
  assertOwn(repository: string): Promise<void>
  /** Short-lived credentials for this account's registry. */
  credentials(): Promise<RegistryCredentials>
  /** Takes a tag from its image, which keeps its others. False when there was none. */
  untag(repository: string, tag: string): Promise<boolean>
  /** Removes the repository with all its images, if this action made it for the service. False when there was none. */
  remove(repository: ClearedRepository, service: Service): Promise<boolean>
}
