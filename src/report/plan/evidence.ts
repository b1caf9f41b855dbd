import type { ChangedFiles } from '../../domain/commits.ts'
import { foresee } from '../../domain/canary/foresight.ts'
import type { StepForesight } from '../../domain/canary/foresight.ts'
import { isDark } from '../../domain/canary/judge.ts'
import type { CanarySpec, CanaryStep } from '../../domain/canary/judge.ts'
import type { DeployPlan } from '../../domain/plan/deploy-plan.ts'
import type { Attempt } from '../../domain/release/record.ts'
import { minuteOf } from '../parts/minute.ts'
import { rowIf } from '../parts/rows.ts'
import type { Row } from '../parts/rows.ts'

/** How many migrations are named. */
const NAMED = 3

/** How risky the deploy is, for an approver; rows of label and words. */
export function evidenceRows(plan: DeployPlan): readonly Row[] {
  const { release, evidence, live, verdict, requestRate } = plan
  const changes = rowIf('Changes', release.files && filesWords(release.files))
  if (evidence === undefined || live === undefined) return changes
  return [
    ...changes,
    ...rowIf('Traffic', verdict === 'changes' && plan.visited ? trafficWords(evidence.canary, requestRate) : undefined),
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

function trafficWords(canary: CanarySpec | undefined, rate: number | undefined): string {
  const now = rate === undefined ? '' : `; ${rateWords(rate)}`
  if (canary === undefined) return `all at once, without a canary${now}`
  const steps = rate === undefined ? canary.steps : foresee(canary, rate)
  return `a canary gets ${steps.map(stepWords).join(', then ')}${now}`
}

/** What the requests of a step allow it to see. */
function stepWords(step: CanaryStep | StepForesight): string {
  const words = `${step.share}% for ${step.time} s`
  if (!('requests' in step) || isDark(step)) return words
  const sees = step.notices === undefined ? 'too few to judge' : `enough to notice an error rate of ${figure(step.notices * 100)}%`
  return `${words} (about ${step.requests} requests, ${sees})`
}

function rateWords(rate: number): string {
  return rate < 1 / 60
    ? 'nearly no requests now'
    : rate < 1
      ? `about ${figure(rate * 60)} requests a minute now`
      : `about ${figure(rate)} requests a second now`
}

/** Two digits are more than an estimate knows. */
const figure = (value: number): string => String(Number(value.toPrecision(2)))

function historyWords(history: readonly Attempt[]): string {
  const [last] = history
  if (last === undefined) return ''
  const good = history.filter(({ cause }) => cause === '').length
  const how = `${last.outcome}${last.cause === '' ? '' : ` (${last.cause})`} at ${minuteOf(last.at)} by ${last.actor}`
  return history.length === 1 ? `the last one: ${how}` : `${good} of the last ${history.length} succeeded; the last one: ${how}`
}
