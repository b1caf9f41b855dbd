import type { Config } from '../../config/config.ts'
import type { Check } from '../../domain/checkup/check.ts'
import { sentence } from '../../domain/cause/findings.ts'
import { displayName } from '../../domain/service.ts'
import type { Failure, Report } from '../parts/report.ts'

/** One row for each check. Red if one of them failed. */
export function checkupReport({ service }: Pick<Config, 'service'>, checks: readonly Check[]): Report {
  const bad = checks.filter(({ state }) => state === 'failed')
  const words = bad.length === 0 ? `all ${checks.length} checks passed` : `${bad.length} of ${checks.length} checks failed`
  return {
    outcome: bad.length === 0 ? 'reported' : 'failed',
    headline: `${displayName(service)}: ${words}`,
    outputs: { checks: JSON.stringify(checks), ...(bad.length > 0 && { cause: 'unhealthy-setup' }) },
    facts: [],
    checks,
    ...(bad.length > 0 && { failure: failureOf(bad) }),
  }
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
