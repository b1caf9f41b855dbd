import type { EnvironmentRules } from '../../domain/checkup/environment-rules.ts'

/** The environments of the repository on GitHub. */
export interface Environments {
  /** `undefined` if there is none with this name. Throws if GitHub does not tell: `not-allowed` if the token lacks a permission. */
  rules(name: string): Promise<EnvironmentRules | undefined>
}
