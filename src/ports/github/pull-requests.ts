/** The repository's pull requests. */
export interface PullRequests {
  /** Throws where GitHub does not tell. */
  state(number: number): Promise<'open' | 'closed'>
}
