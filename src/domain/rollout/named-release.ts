import { refuse } from '../refusal.ts'
import type { Refused } from '../refusal.ts'
import { isCommit } from '../version/version.ts'
import type { ReleaseRecord } from '../release/record.ts'
import { shortCommit } from '../commits.ts'

export interface VersionLookup {
  /** A semantic version or a commit. */
  readonly version: string
  /** The commits with this tag; `undefined`: GitHub does not say. */
  readonly tagged: readonly string[] | undefined
  /** Where it must have been live. */
  readonly environment: string
}

/** The release of a version: the one recorded under it, or else the one of its commit. `history`: versions of a record, newest first. */
export function releaseNamed(lookup: VersionLookup, history: readonly ReleaseRecord[]): ReleaseRecord | Refused {
  const { version, tagged = [] } = lookup
  const commits = isCommit(version) ? [version] : tagged
  const recorded = history.filter(({ semver }) => semver === version)
  const [newest, ...others] = recorded.length > 0 ? recorded : history.filter(({ commit }) => commits.includes(commit))
  if (newest === undefined) return refuseUnknown(lookup, history)
  const another = others.find(({ digest }) => digest !== newest.digest)
  return another === undefined ? newest : refuseAmbiguous(lookup, newest, another)
}

function refuseUnknown({ version, tagged, environment }: VersionLookup, history: readonly ReleaseRecord[]): Refused {
  const known = [...new Set(history.flatMap(({ semver }) => semver ?? []))].join(', ')
  const there = known === '' ? '' : `; these versions are: ${known}`
  if (isCommit(version)) return refuse(`commit ${shortCommit(version)} is not verified in ${environment}${there}`, deployThere(environment))
  if (tagged === undefined)
    return refuse(
      `${version} is not recorded in ${environment}${there}; GitHub does not say which commit has this tag`,
      'Give the job contents: read, or name the release in the input release (command: status lists them).',
    )
  const [commit] = tagged
  return commit === undefined
    ? refuse(
        `${version} is neither recorded in ${environment} nor a tag of the repository${there}`,
        'Check the input version, or push the tag.',
      )
    : refuse(`${version} is commit ${shortCommit(commit)}, which is not verified in ${environment}${there}`, deployThere(environment))
}

function deployThere(environment: string): string {
  return `Deploy this commit to ${environment} first, and run this again.`
}

function refuseAmbiguous({ version, environment }: VersionLookup, one: ReleaseRecord, other: ReleaseRecord): Refused {
  const both = [one, other].map(({ release, digest }) => `${release} (${digest})`).join(' and ')
  return refuse(`${version} names two digests in ${environment}: ${both}`, 'Name one of them in the input release.')
}

/** What already has a version. */
export interface Holder {
  readonly digest: string
  /** Such as `the tag 1.4.0 of web/production`. */
  readonly where: string
}

/** Refuses a version for a second digest. `digest`: empty until the image is built. */
export function refuseTaken(version: string, digest: string, holder: Holder | undefined): Refused | undefined {
  if (holder === undefined || holder.digest === digest) return undefined
  const ours = digest === '' ? 'this run would build another image' : `this release is ${digest}`
  return refuse(
    `${version} already names ${holder.digest} (${holder.where}), but ${ours}`,
    'Choose a version that is not taken, such as the next one (next-version proposes it), or promote the release that has this one.',
  )
}
