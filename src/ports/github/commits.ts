import type { Comparison, Since } from '../../domain/commits.ts'
import type { Tag } from '../../domain/version/version-tags.ts'

/** The repository's history on GitHub. Each method returns `undefined` if GitHub does not know (no token, unknown commit). */
export interface Commits {
  /** How `head` relates to `base`. */
  compare(base: string, head: string): Promise<Comparison | undefined>
  /** The changes of all commits that `head` has and `base` lacks. */
  since(base: string, head: string): Promise<Since | undefined>
  /** The tags of the repository; if there are thousands, only those that GitHub lists first. */
  tags(): Promise<readonly Tag[] | undefined>
}
