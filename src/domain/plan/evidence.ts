import type { CanarySpec } from '../canary/judge.ts'
import type { Attempt } from '../release/record.ts'

/** What tells how risky a deploy is, beside what it changes. */
export interface RiskEvidence {
  /** The last runs that changed the service or tried to, newest first. */
  readonly history: readonly Attempt[]
  /** `undefined`: the release gets all the traffic at once. */
  readonly canary: CanarySpec | undefined
}
