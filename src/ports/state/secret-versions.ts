import type { CurrentVersion } from '../../domain/release/secret-changes.ts'

/** Versions of secrets in Parameter Store and Secrets Manager. Never reads a value. */
export interface SecretVersions {
  /**
   * By reference, such as `ssm:/path` or `secretsmanager:name#key`. A version that does not exist, or that the role cannot read, is unknown, with
   * the reason.
   */
  current(sources: readonly string[]): Promise<ReadonlyMap<string, CurrentVersion>>
}
