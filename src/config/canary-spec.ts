import type { CanarySpec } from '../domain/canary/judge.ts'
import type { Inputs } from './inputs/inputs.ts'

/** The canary that the inputs ask for; `undefined` without one. */
export function canarySpec(inputs: Inputs): CanarySpec | undefined {
  if (inputs['canary-steps'] === undefined) return undefined
  return {
    steps: inputs['canary-steps'],
    maxErrorShare: inputs['canary-max-error-rate'],
    maxLatency: inputs['canary-max-latency'],
    minRequests: inputs['canary-min-requests'],
    inconclusive: inputs['canary-inconclusive'],
    pause: { limit: inputs['canary-pause-limit'], end: inputs['canary-pause-end'] },
    dryRun: inputs['canary-dry-run'],
  }
}
