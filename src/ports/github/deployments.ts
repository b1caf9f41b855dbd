import type { ListedDeployment, ListedStatus, State } from '../../domain/deployment/listed.ts'
import type { StartedDeployment } from '../../domain/deployment/payload.ts'

/** Deployments of the repository on GitHub. Each method throws within seconds, `not-allowed` where the token may not. */
export interface Deployments {
  /** The newest ones of an environment, newest first. */
  list(environment: string): Promise<readonly ListedDeployment[]>
  /** The newest ones, newest first. */
  statuses(id: number): Promise<readonly ListedStatus[]>
  /** Gives its id. `ref`: a commit that GitHub has. */
  create(payload: StartedDeployment, ref: string): Promise<number>
  mark(id: number, status: StatusToWrite): Promise<void>
  /** ISO 8601; `undefined` where GitHub does not tell. */
  committedAt(commit: string): Promise<string | undefined>
}

export interface StatusToWrite {
  readonly state: State
  /** 140 characters at most. */
  readonly description: string
  /** Web address of the run. */
  readonly logUrl: string
  /** Web address of the service. */
  readonly url?: string | undefined
}
