import type { Context } from '../../context.ts'
import { nextCalver, nextSemver } from '../../domain/version/next-version.ts'
import { isHigher, isSamePrecedence } from '../../domain/version/semver.ts'
import type { Semver } from '../../domain/version/semver.ts'
import { semverOfCommit, versionTags } from '../../domain/version/version-tags.ts'
import type { Tag, VersionTag } from '../../domain/version/version-tags.ts'
import { shortCommit } from '../../domain/commits.ts'

/** How many tags are tried, highest first, to find an ancestor of the commit: other branches can have higher ones. */
const TRIED = 20

/** The version that the input `next-version` requests; empty if there is none, with a warning that says why. */
export async function proposeVersion(ctx: Context, commit: string, tags: readonly Tag[] | undefined): Promise<string> {
  const { next: scheme } = ctx.config.versioning
  if (scheme === undefined) return ''
  if (tags === undefined) return without(ctx, "GitHub does not list the repository's tags; the job needs contents: read")
  const named = semverOfCommit(tags, commit)
  if (named !== undefined) return without(ctx, `commit ${shortCommit(commit)} is ${named} already`)
  const versions = versionTags(tags)
  if (scheme === 'calver') return datedNow(ctx, versions)
  const next = await countedOn(ctx, commit, versions)
  const taken = versions.find(({ version }) => isSamePrecedence(version, next))
  return taken === undefined
    ? next
    : without(ctx, `${next} would be next, but ${taken.version.text} is a tag of commit ${shortCommit(taken.commit)}, on another branch`)
}

/** A tag can be of a later day, such as one from a clock that was wrong, or of another scheme. */
function datedNow(ctx: Context, versions: readonly VersionTag[]): string {
  const next = nextCalver(
    new Date(ctx.clock.now()),
    versions.map(({ version }) => version),
  )
  const later = versions.find(({ version }) => !isHigher(next, version))
  return later === undefined ? next : without(ctx, `${next} would be next, but the tag ${later.name} is higher`)
}

/** Counts from the highest version among the commit's ancestors. */
async function countedOn(ctx: Context, commit: string, versions: readonly VersionTag[]): Promise<string> {
  let prerelease: Semver | undefined
  for (const { name, version, commit: tagged } of versions.slice(0, TRIED)) {
    const isFinal = version.prerelease.length === 0
    if (!isFinal && prerelease !== undefined) continue
    const since = await ctx.commits.since(tagged, commit)
    if (since === undefined) return without(ctx, `GitHub does not say what changed since ${name}`)
    if (since.relation !== 'ahead') continue
    if (isFinal) return nextSemver({ last: version, prerelease }, since.changes)
    prerelease = version
  }
  if (versions.some(({ version }) => version.prerelease.length === 0))
    return without(ctx, `the commit descends from none of the highest ${TRIED} versions`)
  return nextSemver({ last: undefined, prerelease }, [])
}

function without({ progress }: Context, why: string): '' {
  progress.warn(`next-version: none: ${why}.`)
  return ''
}
