/** The repository's pull requests. */
export interface PullRequests {
  /** Throws if GitHub does not answer. */
  state(number: number): Promise<'open' | 'closed'>
}
