import type { Service } from '../../../domain/service.ts'
import type { EndedDeployment, StartedDeployment } from '../../../domain/deployment/payload.ts'

/** Updates GitHub's record of this run's deploy. Never throws, and hardly waits: a deploy does not depend on it. */
export interface DeploymentRecord {
  /** Call it before hosts are changed. Only the first call counts. */
  start(started: DeploymentStart): void
  /** Records the result, if a start was recorded. `url`: of the service, empty without one. */
  end(ended: EndedDeployment, url: string): Promise<void>
  /** Call it after a service is removed: the run's own, or a preview. */
  removed(service: Service): Promise<void>
}

export type DeploymentStart = Pick<StartedDeployment, 'command' | 'release' | 'version' | 'digest' | 'startedAt'> & {
  /** Empty if unknown. */
  readonly commit: string
}
