import type { Context } from '../../context.ts'
import type { Section } from '../../domain/version/notes.ts'
import { readSemver } from '../../domain/version/semver.ts'
import { versionOfRef } from '../../domain/version/version.ts'
import { versionTags } from '../../domain/version/version-tags.ts'
import type { Tag } from '../../domain/version/version-tags.ts'
import { Cancelled, messageOf } from '../../errors.ts'
import { shortCommit } from '../../domain/commits.ts'

export interface Noted {
  /** `undefined`: the release has no semantic version. */
  readonly semver: string | undefined
  readonly commit: string
  readonly section: Section
  /** An existing section stays as it is. */
  readonly keep: boolean
}

/** Writes what went live into the version's release on GitHub. The deploy is done, so any failure here is only a warning. */
export async function writeNotes(ctx: Context, { semver, commit, section, keep }: Noted): Promise<void> {
  const { releases, progress } = ctx
  if (semver === undefined)
    return progress.warn(`release-notes: none: the release has no semantic version. Tag its commit, or set version.`)
  try {
    const tag = await tagOf(ctx, semver, commit)
    if (tag.commit !== undefined && tag.commit !== commit)
      return progress.warn(
        `release-notes: none: the tag ${tag.name} is commit ${shortCommit(tag.commit)}, but ${shortCommit(commit)} went live.`,
      )
    const prerelease = (readSemver(semver)?.prerelease.length ?? 0) > 0
    progress.info(`What went live is in ${await releases.put({ tag: tag.name, commit, prerelease }, section, keep)}`)
  } catch (error) {
    if (error instanceof Cancelled) throw error
    const reason = messageOf(error)
    progress.warn(
      `release-notes: GitHub did not accept the notes: ${reason}. The job needs \`contents: write\`. Run this again to write them.`,
    )
  }
}

/**
 * The tag of the version, of several (`v1.4.0` and `1.4.0`) that of the live commit; a new one gets a `v`, and has no commit yet. Throws if GitHub does not
 * list the tags, so that no version gets a second tag.
 */
async function tagOf(
  { config, commits }: Context,
  semver: string,
  live: string,
): Promise<Pick<Tag, 'name'> & { readonly commit: string | undefined }> {
  const { ref, commit } = config.job
  if (versionOfRef(ref) === semver) return { name: ref.replace('refs/tags/', ''), commit }
  const tags = await commits.tags()
  if (tags === undefined) throw new Error("it does not list the repository's tags")
  const named = versionTags(tags).filter(({ version }) => version.text === semver)
  return named.find((tag) => tag.commit === live) ?? named[0] ?? { name: `v${semver}`, commit: undefined }
}
