import { explainCause } from '../../domain/cause/explain-cause.ts'
import type { Specification } from '../../domain/release/spec.ts'
import type { HostResult } from '../../domain/rollout/result.ts'
import { whatOfTheOthers } from './other-hosts.ts'
import type { Failure } from './report.ts'

/** The failure of a host, with what happened to the others. `spec`: of the release that it was to serve. */
export function hostFailure(
  failed: HostResult,
  { results, spec }: { readonly results: readonly HostResult[]; readonly spec: Pick<Specification, 'port' | 'health-path'> },
): Failure {
  const { cause = 'not-serving', evidence } = failed
  const { sentence, hint } = explainCause({ ...failed, cause, port: spec.port, healthPath: spec['health-path'] })
  return { cause, sentence: `${sentence}.`, state: whatServes(failed), others: whatOfTheOthers(results, failed), hint, evidence }
}

function whatServes({ serving, servingRelease, looked }: Pick<HostResult, 'serving' | 'servingRelease' | 'looked'>): string {
  if (serving !== '') return `${servingRelease || serving} still serves.`
  return looked ? 'Nothing is served.' : '`command: status` shows what is live.'
}
