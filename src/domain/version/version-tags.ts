import { compareSemver, readSemver } from './semver.ts'
import type { Semver } from './semver.ts'

/** A tag of the repository, as GitHub tells of it. */
export interface Tag {
  readonly name: string
  /** The commit that it leads to, through a tag object too. */
  readonly commit: string
}

/** A tag that is a semantic version. */
export interface VersionTag extends Tag {
  readonly version: Semver
}

/** Those that are versions, the highest first. */
export function versionTags(tags: readonly Tag[]): readonly VersionTag[] {
  return tags
    .flatMap((tag) => {
      const version = readSemver(tag.name)
      return version === undefined ? [] : [{ ...tag, version }]
    })
    .toSorted((a, b) => compareSemver(b.version, a.version))
}

/** The highest version that a commit is tagged with. */
export function semverOfCommit(tags: readonly Tag[], commit: string): string | undefined {
  return versionTags(tags).find((tag) => tag.commit === commit)?.version.text
}

/** The commits that are tagged with a version, each once: `v1.4.0` and `1.4.0` are the same version. */
export function commitsTagged(tags: readonly Tag[], semver: string): readonly string[] {
  return [...new Set(versionTags(tags).flatMap(({ version, commit }) => (version.text === semver ? [commit] : [])))]
}
