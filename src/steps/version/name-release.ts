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

export interface Naming {
  readonly wanted: Wanted
  readonly record: ReleaseRecord | undefined
  /** The image's digest; empty until it is built. */
  readonly digest: string
  /** The repository's tags; `undefined`: not requested, or GitHub does not return them. */
  readonly tags: readonly Tag[] | undefined
}

/** `semver` is `undefined` for a release with only its commit. */
export interface ReleaseVersion {
  readonly semver: string | undefined
  readonly refusal?: Refusal | undefined
}

/**
 * The version of a release. Refuses a version of another digest if the run requested it. If it is only the default, for example because a tagged commit
 * is built again, the release has only its commit.
 */
export async function nameRelease(ctx: Context, naming: Naming): Promise<ReleaseVersion> {
  const { asked } = ctx.config.versioning
  const { wanted, digest } = naming
  if (asked !== undefined && isCommit(asked)) return { semver: undefined, refusal: refuseOtherCommit(asked, wanted.commit) }
  const semver = asked ?? usualName(naming)
  const refusal = semver === undefined ? undefined : refuseTaken(semver, digest, await holderOf(ctx, semver, naming))
  if (refusal === undefined) return { semver }
  if (asked !== undefined) return { semver, refusal }
  ctx.progress.warn(`${refusal.reason}: this release goes by its commit. To name it, tag it with a version that is not taken.`)
  return { semver: undefined }
}

/** The tag of the commit; for a promoted or live release, its current version. */
function usualName({ wanted, record, digest, tags = [] }: Naming): string | undefined {
  const before = wanted.kind === 'promoted' ? wanted.from.semver : undefined
  const kept = digest !== '' && record?.release === nameOf(wanted, digest) ? record.semver : undefined
  return semverOfCommit(tags, wanted.commit) ?? before ?? kept
}

function refuseOtherCommit(asked: string, commit: string): Refusal | undefined {
  if (asked === commit) return undefined
  return {
    reason: `version is commit ${asked.slice(0, 8)}, but the release is made of ${commit.slice(0, 8)}`,
    hint: 'Check out the commit that version names, set version to a semantic version, or leave it out.',
  }
}

/** The current owner of the version: the registry knows the images in the service's own repository, the record those elsewhere. */
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
