import type { CurrentVersion } from '../../domain/release/secret-changes.ts'

/** Versions of secrets in Parameter Store and Secrets Manager. No value is ever read. */
export interface SecretVersions {
  /** By reference, such as `ssm:/path` or `secretsmanager:name#key`. What may not be asked, or is not there, is unknown, and the reason is told. */
  current(sources: readonly string[]): Promise<ReadonlyMap<string, CurrentVersion>>
}
