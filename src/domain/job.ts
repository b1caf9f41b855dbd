/** What an image says about its repository, by the names of its labels. */
export interface RepositoryFacts {
  readonly description?: string
  /** SPDX expression of its license. */
  readonly licenses?: string
}

/** Who can see a repository; `private`: also only the members of an enterprise. */
export type Visibility = 'public' | 'private'

/** This workflow run, with what its event says. */
export interface Job extends RunVariables {
  /** What the event says about the repository; empty if it says nothing. */
  readonly about: RepositoryFacts
  /** `undefined`: the event does not say. */
  readonly visibility: Visibility | undefined
  /** Number of the pull request that the run belongs to. */
  readonly pullRequest: number | undefined
}

/** What GitHub's default environment variables say about this workflow run. */
export interface RunVariables {
  /** `owner/name` */
  readonly repository: string
  /** Number of the repository: a renamed one keeps it, and no other one gets it. Empty if the runner does not set it. */
  readonly repositoryId: string
  readonly ownerId: string
  /** Full id of the event's commit. */
  readonly commit: string
  /** `refs/heads/main`; empty if the runner does not set it. */
  readonly ref: string
  /** `owner/name/.github/workflows/deploy.yml@refs/heads/main`; empty if the runner does not set it. */
  readonly workflowRef: string
  /** The event that started the workflow, such as `push`. */
  readonly event: string
  readonly actor: string
  readonly runId: string
  readonly runAttempt: string
  readonly serverUrl: string
  readonly apiUrl: string
  /** Absolute path of the checked-out repository. */
  readonly workspace: string
}
