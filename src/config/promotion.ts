import type { Service } from '../domain/service.ts'
import type { Inputs } from './inputs/inputs.ts'

/** The environment whose release is promoted. */
export interface PromotionConfig {
  readonly from: Service
  readonly region: string
  /** ARN of a role in the account of `promote-from`; `undefined`: this account. */
  readonly role: string | undefined
  /** Milliseconds that the release must have served there. */
  readonly minSoakMs: number
}

/** The promotion of the run, to a service in a region; `undefined` without the input `promote-from`. */
export function promotionOf(inputs: Inputs, { name }: Service, region: string): PromotionConfig | undefined {
  if (inputs['promote-from'] === undefined) return undefined
  return {
    from: { name, environment: inputs['promote-from'] },
    region: inputs['promote-from-region'] ?? region,
    role: inputs['promote-from-role'],
    minSoakMs: inputs['min-soak'] * 1000,
  }
}
