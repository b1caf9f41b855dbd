import type { Comparison, Since } from '../../domain/commits.ts'
import type { Tag } from '../../domain/version/version-tags.ts'

/** The repository's history on GitHub. Each gives `undefined` when GitHub does not tell (no token, unknown commit). */
export interface Commits {
  /** How `head` stands to `base`. */
  compare(base: string, head: string): Promise<Comparison | undefined>
  /** What all commits that `head` has, and `base` has not, say they change. */
  since(base: string, head: string): Promise<Since | undefined>
  /** The tags of the repository; of very many, those that GitHub lists first, which are the highest by their names. */
  tags(): Promise<readonly Tag[] | undefined>
}
