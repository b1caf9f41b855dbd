export interface Commit {
  readonly sha: string
  /** First line of the message. */
  readonly title: string
  readonly author: string
}

/** The repository's history on GitHub. */
export interface Commits {
  /** Commits after `base` up to `head`, oldest first; at most 250. `undefined` when GitHub does not tell (no token, unknown commit). */
  between(base: string, head: string): Promise<readonly Commit[] | undefined>
}
