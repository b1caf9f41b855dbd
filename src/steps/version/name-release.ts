import type { Context } from '../../context.ts'
import type { Refusal } from '../../domain/refusal.ts'
import { digestNamed, VERSIONS } from '../../domain/release/history.ts'
import { refuseTaken } from '../../domain/rollout/named-release.ts'
import type { Holder } from '../../domain/rollout/named-release.ts'
import type { ReleaseRecord } from '../../domain/release/record.ts'
import { nameOf } from '../../domain/release/wanted.ts'
import type { Wanted } from '../../domain/release/wanted.ts'
import { imageTagOf } from '../../domain/version/semver.ts'
import { isCommit } from '../../domain/version/version.ts'
import { semverOfCommit } from '../../domain/version/version-tags.ts'
import type { Tag } from '../../domain/version/version-tags.ts'
import { shortCommit } from '../../domain/commits.ts'

export interface Naming {
  readonly wanted: Wanted
  readonly record: ReleaseRecord | undefined
  /** Of the image; empty until it is built. */
  readonly digest: string
  /** Of the repository; `undefined`: nobody asked, or GitHub does not say. */
  readonly tags: readonly Tag[] | undefined
}

/** `semver` is `undefined` for a release whose name is its commit. */
export interface ReleaseVersion {
  readonly semver: string | undefined
  readonly refusal?: Refusal | undefined
}

/**
 * Names a release. If the version already names another digest, it is refused if the run asked for it. If it is only the default, as when a tagged commit is
 * built again, the release keeps its commit as its name.
 */
export async function nameRelease(ctx: Context, naming: Naming): Promise<ReleaseVersion> {
  const { asked } = ctx.config.versioning
  const { wanted, digest } = naming
  if (asked !== undefined && isCommit(asked)) return { semver: undefined, refusal: refuseOtherCommit(asked, wanted.commit) }
  const semver = asked ?? usualName(naming)
  const refusal = semver === undefined ? undefined : refuseTaken(semver, digest, await holderOf(ctx, semver, naming))
  if (refusal === undefined) return { semver }
  if (asked !== undefined) return { semver, refusal }
  ctx.progress.warn(`${refusal.reason}, so the version of this release is its commit. To name it, tag it with a version that is not taken.`)
  return { semver: undefined }
}

/** The tag of the commit, or else the earlier version of a promoted or live release. */
function usualName({ wanted, record, digest, tags = [] }: Naming): string | undefined {
  const before = wanted.kind === 'promoted' ? wanted.from.semver : undefined
  const kept = digest !== '' && record?.release === nameOf(wanted, digest) ? record.semver : undefined
  return semverOfCommit(tags, wanted.commit) ?? before ?? kept
}

function refuseOtherCommit(asked: string, commit: string): Refusal | undefined {
  if (asked === commit) return undefined
  return {
    reason: `version is commit ${shortCommit(asked)}, but the release is made of ${shortCommit(commit)}`,
    hint: 'Check out the commit that version names, set version to a semantic version, or leave it out.',
  }
}

/** What already has the version: the registry knows this for images in the service's own repository, the record for others. */
async function holderOf(ctx: Context, semver: string, { record, digest }: Naming): Promise<Holder | undefined> {
  if (record?.semver === semver && record.digest === digest) return undefined
  const { service, image } = ctx.config
  const tag = imageTagOf(semver)
  const [tagged, history] = await Promise.all([
    ctx.repositories.find(image.repository, tag),
    record === undefined ? [] : ctx.records.history(service, VERSIONS),
  ])
  if (tagged.kind === 'image') return { digest: tagged.digest, where: `the tag ${tag} of ${image.repository}` }
  const recorded = digestNamed(semver, history)
  return recorded === undefined ? undefined : { digest: recorded, where: `the record of ${service.environment}` }
}
