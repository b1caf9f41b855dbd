import type { Comparison, Since } from '../../domain/commits.ts'
import type { Tag } from '../../domain/version/version-tags.ts'

/** The repository's history on GitHub. Each method returns `undefined` if GitHub does not know (no token, unknown commit). */
export interface Commits {
  /** How `head` relates to `base`. */
  compare(base: string, head: string): Promise<Comparison | undefined>
  /** The changes of all commits that `head` has and `base` lacks. */
  since(base: string, head: string): Promise<Since | undefined>
  /** All tags of the repository. If there are more than are read, the run warns, and the answer is `undefined`. */
  tags(): Promise<readonly Tag[] | undefined>
}
