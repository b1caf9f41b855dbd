import type { Verified } from '../../domain/release/wanted.ts'
import type { Report } from '../parts/report.ts'

/** The report of a deploy, with the source of its release. */
export function promotionReport(report: Report, from: Verified): Report {
  return { ...report, facts: [...report.facts, ...sourceFacts(from)] }
}

function sourceFacts({ environment, release, differs }: Verified): Report['facts'] {
  return [
    ['Promoted from', `${environment}, release ${release.name}, with the same digest`],
    [`Different from ${environment}`, differs.join(', ') || 'nothing'],
  ]
}
