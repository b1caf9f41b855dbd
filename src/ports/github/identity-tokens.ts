export interface IdentityTokens {
  /**
   * A new token that proves to `audience` which job this is. It is valid for a few minutes, and masked in the log.
   * Throws a `DeployError` `no-identity-token`.
   */
  issue(audience: string): Promise<string>
}
