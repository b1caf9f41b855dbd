import type { PastDeployments } from '../../../domain/metrics/deployed.ts'

/** Deployments of the repository on GitHub that are over. */
export interface DeploymentHistory {
  /** Those of an environment that were created in this time, in milliseconds since the epoch. Throws if GitHub does not tell. */
  within(environment: string, time: { readonly from: number; readonly until: number }): Promise<PastDeployments>
}
