import type { DeployPlan } from '../../domain/plan/deploy-plan.ts'
import type { Report } from '../parts/report.ts'
import { versionOf } from '../../domain/version/version.ts'
import { planJson } from '../plan/json.ts'
import { headlineOf } from '../plan/headline.ts'

/** What `deploy` would do; a plan that it would refuse is a failure. */
export function planReport(planned: DeployPlan): Report {
  const { verdict, refusals, image, release, live, hosts, hash } = planned
  const [first] = hosts.kind === 'hosts' ? hosts.plans : []
  const [refusal] = refusals
  const report: Report = {
    outcome: verdict === 'refused' ? 'refused' : 'planned',
    headline: headlineOf(planned),
    outputs: {
      plan: planJson(planned),
      'plan-hash': hash,
      release: release.name,
      version: versionOf(release),
      'next-version': release.nextVersion ?? '',
      digest: 'digest' in image ? image.digest : '',
      'previous-release': live?.release ?? '',
      'instance-id': first && 'host' in first ? first.host.id : '',
      cause: refusal === undefined ? '' : (refusal.code ?? 'refused'),
    },
    facts: [],
    plan: planned,
  }
  if (refusal === undefined) return report
  return { ...report, failure: { cause: refusal.code ?? 'refused', sentence: refusal.reason, hint: refusal.hint, evidence: undefined } }
}
