import type { Config } from '../../config/config.ts'
import type { Check } from '../../domain/checkup/check.ts'
import { sentence } from '../../domain/cause/findings.ts'
import { displayName } from '../../domain/service.ts'
import type { Failure, Report } from '../parts/report.ts'

/** One row for each check. Red if one of them failed. */
export function checkupReport({ service }: Pick<Config, 'service'>, checks: readonly Check[]): Report {
  const bad = checks.filter(({ state }) => state === 'failed')
  return {
    outcome: bad.length === 0 ? 'reported' : 'failed',
    headline: `${displayName(service)}: ${resultWords(checks)}`,
    outputs: { checks: JSON.stringify(checks), ...(bad.length > 0 && { cause: 'unhealthy-setup' }) },
    facts: [],
    checks,
    ...(bad.length > 0 && { failure: failureOf(bad) }),
  }
}

/** A check that was not decided has not passed. */
function resultWords(checks: readonly Check[]): string {
  const count = (of: Check['state']): number => checks.filter(({ state }) => state === of).length
  const all = checks.length
  if (count('failed') > 0) return `${count('failed')} of ${all} checks failed`
  if (count('ok') === all) return `all ${all} checks passed`
  const rest = [
    ...(count('warning') > 0 ? [`${count('warning')} ${count('warning') === 1 ? 'warning' : 'warnings'}`] : []),
    ...(count('unknown') > 0 ? [`${count('unknown')} not decided`] : []),
  ]
  return `${count('ok')} of ${all} checks passed, ${rest.join(', ')}`
}

function failureOf(bad: readonly Check[]): Failure {
  const lines = bad.map((check) => `${check.area}: ${sentence(check.detail)}${'fix' in check ? ` ${check.fix}` : ''}`)
  return {
    cause: 'unhealthy-setup',
    sentence: ['Something that a deploy needs is wrong:', ...lines].join('\n'),
    hint: 'Fix what failed, and run this again.',
    evidence: undefined,
  }
}
