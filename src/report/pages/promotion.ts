import type { Config } from '../../config/config.ts'
import type { Verified } from '../../domain/release/wanted.ts'
import { readSemver } from '../../domain/version/semver.ts'
import { displayName } from '../../domain/service.ts'
import type { Report } from '../parts/report.ts'
import { addressWords } from '../rows/host-lines.ts'

/** The report of a deploy, with the source of its release. */
export function promotionReport({ service }: Pick<Config, 'service'>, report: Report, from: Verified): Report {
  const told = { ...report, facts: [...report.facts, ...originFacts(from)] }
  if (report.outcome !== 'deployed' && report.outcome !== 'unchanged') return told
  const verb = report.outcome === 'deployed' ? 'is live' : 'was already live'
  const { url = '', release: name = '', version = '' } = report.outputs
  const { environment, release } = from
  return {
    ...told,
    headline: `${displayName(service)}: ${readSemver(version) ? `${version} (release ${release.name})` : release.name} of ${environment} ${verb} ${addressWords(url)}${name === release.name ? '' : ` as ${name}`}, with the same digest`,
  }
}

function originFacts({ environment, release, differs }: Verified): Report['facts'] {
  return [
    ['Promoted from', `${environment}, release ${release.name}`],
    [`Digest in ${environment}`, release.digest],
    [`Different from ${environment}`, differs.join(', ') || 'nothing'],
  ]
}
