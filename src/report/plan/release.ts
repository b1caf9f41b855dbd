import { shortCommit } from '../../domain/commits.ts'
import type { DeployPlan } from '../../domain/plan/deploy-plan.ts'
import { rowIf } from '../parts/rows.ts'
import type { Row } from '../parts/rows.ts'

/** GitHub's limit of listed commits. */
const COMPARED = 250

/** The release, its versions and its source: rows of label and words. */
export function releaseRows(plan: DeployPlan): readonly Row[] {
  return [['Release', releaseWords(plan)], ...versionRows(plan.release), ...verifiedRows(plan.release)]
}

function releaseWords({ release, live, verdict }: DeployPlan): string {
  const commit = `commit ${shortCommit(release.commit)}`
  const migration = release.migration ? ', with a migration' : ''
  if (!live) return `${commit}, the first release${migration}`
  if (verdict === 'unchanged') return `${release.name}, which is already live`
  const since = `${live.release}, deployed by ${live.actor}`
  if (live.commit === release.commit) return `${commit}, which is already live, over ${since}${migration}`
  return `${commit}${relationWords(release)}, over ${since}${migration}`
}

function relationWords({ relation, commits }: DeployPlan['release']): string {
  const count = commits.length === 1 ? '1 commit' : `${commits.length}${commits.length < COMPARED ? '' : ' or more'} commits`
  switch (relation) {
    case 'ahead':
      return `, ${count} newer`
    case 'behind':
      return ', which is older'
    case 'diverged':
      return `, ${count} on another branch`
    default:
      return ''
  }
}

function versionRows({ semver, nextVersion }: DeployPlan['release']): readonly Row[] {
  return [...rowIf('Version', semver), ...rowIf('Next version', nextVersion)]
}

/** Where a promoted release comes from. */
function verifiedRows({ verified }: DeployPlan['release']): readonly Row[] {
  if (verified === undefined) return []
  const { environment, release, digest, differs } = verified
  return [
    ['Promoted from', `${environment}, where ${release} is verified: ${digest}`],
    [`Different from ${environment}`, differs.join(', ') || 'nothing'],
  ]
}
