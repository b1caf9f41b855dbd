/** Comments on the repository's pull requests. */
export interface Comments {
  /** Updates the run's earlier comment that starts with `marker`, or writes the first one. Returns its address; throws if GitHub refuses. */
  put(pullRequest: number, marker: string, body: string): Promise<string>
}
