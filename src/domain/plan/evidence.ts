import type { CanarySpec } from '../canary/judge.ts'
import type { Attempt } from '../release/record.ts'

/** How risky a deploy is, apart from what it changes. */
export interface RiskEvidence {
  /** The last runs that changed the service or tried to, newest first. */
  readonly history: readonly Attempt[]
  /** `undefined`: the release gets all traffic at once. */
  readonly canary: CanarySpec | undefined
}
