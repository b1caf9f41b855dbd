import type { ChangedFiles } from '../../domain/commits.ts'
import type { CanarySpec } from '../../domain/canary/judge.ts'
import type { DeployPlan } from '../../domain/plan/deploy-plan.ts'
import type { Attempt } from '../../domain/release/record.ts'
import { minuteOf } from '../parts/minute.ts'
import { rowIf } from '../parts/rows.ts'
import type { Row } from '../parts/rows.ts'

/** How many migrations are named. */
const NAMED = 3

/** How risky the deploy is, for an approver; rows of label and words. */
export function evidenceRows({ release, evidence, live, verdict }: DeployPlan): readonly Row[] {
  const changes = rowIf('Changes', release.files && filesWords(release.files))
  if (evidence === undefined || live === undefined) return changes
  return [
    ...changes,
    ...rowIf('Traffic', verdict === 'changes' ? trafficWords(evidence.canary) : undefined),
    ...rowIf('Last runs', historyWords(evidence.history)),
  ]
}

function filesWords({ count, added, removed, migrations, all }: ChangedFiles): string {
  const sum = `${count}${all ? '' : ' or more'} ${count === 1 ? 'file' : 'files'}, ${added} ${added === 1 ? 'line' : 'lines'} added, ${removed} removed`
  if (migrations.length === 0) return `${sum}; none looks like a migration`
  const more = migrations.length > NAMED ? ` and ${migrations.length - NAMED} more` : ''
  const look = migrations.length === 1 ? '1 looks like a migration' : `${migrations.length} look like migrations`
  return `${sum}; ${look}: ${migrations.slice(0, NAMED).join(', ')}${more}`
}

function trafficWords(canary: CanarySpec | undefined): string {
  if (canary === undefined) return 'all at once, without a canary'
  return `a canary gets ${canary.steps.map(({ share, time }) => `${share}% for ${time} s`).join(', then ')}`
}

function historyWords(history: readonly Attempt[]): string {
  const [last] = history
  if (last === undefined) return ''
  const good = history.filter(({ cause }) => cause === '').length
  const how = `${last.outcome}${last.cause === '' ? '' : ` (${last.cause})`} at ${minuteOf(last.at)} by ${last.actor}`
  return history.length === 1 ? `the last one: ${how}` : `${good} of the last ${history.length} succeeded; the last one: ${how}`
}
