/** Comments on the repository's pull requests. */
export interface Comments {
  /** Updates the run's earlier comment that begins with `marker`, or writes the first one. Gives its web address; throws where GitHub refuses. */
  put(pullRequest: number, marker: string, body: string): Promise<string>
}
