import type { Comparison, Since } from '../../domain/commits.ts'
import type { Tag } from '../../domain/version/version-tags.ts'

/** The repository's history on GitHub. Each method returns `undefined` if GitHub does not know (no token, unknown commit). */
export interface Commits {
  /** How `head` relates to `base`. */
  compare(base: string, head: string): Promise<Comparison | undefined>
  /** The changes that the messages of all commits of `head` since `base` announce. */
  since(base: string, head: string): Promise<Since | undefined>
  /** The repository's tags; if there are very many, GitHub's first ones, which have the highest names. */
  tags(): Promise<readonly Tag[] | undefined>
}
