import { compareSemver, readSemver } from './semver.ts'
import type { Semver } from './semver.ts'

/** A tag of the repository, from GitHub. */
export interface Tag {
  readonly name: string
  /** The commit that it points to, also through a tag object. */
  readonly commit: string
}

/** A tag with a semantic version as its name. */
export interface VersionTag extends Tag {
  readonly version: Semver
}

/** The version tags, highest first. */
export function versionTags(tags: readonly Tag[]): readonly VersionTag[] {
  return tags
    .flatMap((tag) => {
      const version = readSemver(tag.name)
      return version === undefined ? [] : [{ ...tag, version }]
    })
    .toSorted((a, b) => compareSemver(b.version, a.version))
}

/** The highest version tag of a commit. */
export function semverOfCommit(tags: readonly Tag[], commit: string): string | undefined {
  return versionTags(tags).find((tag) => tag.commit === commit)?.version.text
}

/** The commits with a version's tag, without duplicates: `v1.4.0` and `1.4.0` are the same version. */
export function commitsTagged(tags: readonly Tag[], semver: string): readonly string[] {
  return [...new Set(versionTags(tags).flatMap(({ version, commit }) => (version.text === semver ? [commit] : [])))]
}
