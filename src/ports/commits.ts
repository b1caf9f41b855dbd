export interface Commit {
  readonly sha: string
  /** First line of the message. */
  readonly title: string
  readonly author: string
}

/** How a commit stands to another one. */
export interface Comparison {
  /** `behind`: it is an ancestor of the other; `diverged`: each has commits that the other has not. */
  readonly relation: 'ahead' | 'behind' | 'identical' | 'diverged'
  /** Commits that it has and the other has not, oldest first; at most 250. */
  readonly commits: readonly Commit[]
}

/** The repository's history on GitHub. */
export interface Commits {
  /** How `head` stands to `base`. `undefined` when GitHub does not tell (no token, unknown commit). */
  compare(base: string, head: string): Promise<Comparison | undefined>
}
