import type { ListedDeployment, ListedStatus, State } from '../../../domain/deployment/listed.ts'
import type { StartedDeployment } from '../../../domain/deployment/payload.ts'

/** Deployments of the repository on GitHub. Each method throws within seconds: `not-allowed` if the token lacks the permission. */
export interface Deployments {
  /** The newest ones of an environment, newest first; some hundreds, or fewer if those so far are enough. */
  list(environment: string, isEnough: (listed: readonly ListedDeployment[]) => boolean): Promise<readonly ListedDeployment[]>
  /** The newest ones, newest first. */
  statuses(id: number): Promise<readonly ListedStatus[]>
  /** Returns its id. `ref`: a commit that GitHub has. */
  create(payload: StartedDeployment, ref: string): Promise<number>
  mark(id: number, status: StatusToWrite): Promise<void>
  /** ISO 8601; `undefined` if GitHub does not know. */
  committedAt(commit: string): Promise<string | undefined>
}

export interface StatusToWrite {
  readonly state: State
  /** At most 140 characters. */
  readonly description: string
  /** Address of the run. */
  readonly logUrl: string
  /** Address of the service. */
  readonly url?: string | undefined
}
