import type { Comparison } from '../../domain/commits.ts'

/** The repository's history on GitHub. */
export interface Commits {
  /** How `head` relates to `base`. `undefined` if GitHub does not say (no token, unknown commit). */
  compare(base: string, head: string): Promise<Comparison | undefined>
}
