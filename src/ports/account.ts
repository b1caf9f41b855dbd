/** The AWS account that the run's credentials belong to. */
export interface Account {
  /** Throws a `DeployError` with the next step if there are no credentials, or AWS rejects them. */
  identify(): Promise<{ readonly accountId: string; readonly arn: string }>
}
