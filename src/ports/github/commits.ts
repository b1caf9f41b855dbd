import type { Comparison } from '../../domain/commits.ts'

/** The repository's history on GitHub. */
export interface Commits {
  /** How `head` stands to `base`. `undefined` when GitHub does not tell (no token, unknown commit). */
  compare(base: string, head: string): Promise<Comparison | undefined>
}
