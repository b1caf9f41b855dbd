import type { EndedDeployment, StartedDeployment } from '../../domain/deployment/payload.ts'

/** Tells GitHub of the one deploy that this run makes. Never throws, and hardly waits: a deploy does not depend on it. */
export interface DeploymentRecord {
  /** Hosts are about to be changed. Only the first call counts. */
  start(started: DeploymentStart): void
  /** What came of it; nothing where nothing was started. `url`: of the service, empty where it has none. */
  end(ended: EndedDeployment, url: string): Promise<void>
  /** The service is gone. */
  removed(): Promise<void>
}

export type DeploymentStart = Pick<StartedDeployment, 'command' | 'release' | 'version' | 'digest' | 'startedAt'> & {
  /** Empty where none is known. */
  readonly commit: string
}
