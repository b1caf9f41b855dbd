/** A commit of the repository, as GitHub tells of it. */
interface Commit {
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

/** A commit and where GitHub shows it. */
export interface ListedCommit extends Commit {
  readonly url: string
}

export interface SinceLive {
  /** What the run's commit has and the one that serves has not, oldest first. */
  readonly commits: readonly ListedCommit[]
  /** Web address of the comparison of the two, where they differ. */
  readonly compareUrl: string | undefined
}

/** `repository`: its web address. `live`: the commit that serves, if any does. */
export function sinceLive(
  { repository, commit }: { readonly repository: string; readonly commit: string },
  live: string | undefined,
  comparison: Comparison | undefined,
): SinceLive {
  return {
    commits: (comparison?.commits ?? []).map((listed) => ({ ...listed, url: `${repository}/commit/${listed.sha}` })),
    compareUrl: live !== undefined && live !== commit ? `${repository}/compare/${live}...${commit}` : undefined,
  }
}
