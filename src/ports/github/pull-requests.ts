import type { PullRequest } from '../../domain/preview/preview.ts'

/** The repository's pull requests. */
export interface PullRequests {
  /** A pull request as it is now. Throws if GitHub does not answer. */
  read(number: number): Promise<PullRequest>
}
