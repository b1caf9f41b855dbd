/** The AWS account that the run's credentials belong to. */
export interface Account {
  /** Throws a `DeployError` that names the next step when there are no credentials, or they are not accepted. */
  identify(): Promise<{ readonly accountId: string; readonly arn: string }>
}
