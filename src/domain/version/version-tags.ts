import { compareSemver, readSemver } from './semver.ts'
import type { Semver } from './semver.ts'

/** A tag of the repository on GitHub. */
export interface Tag {
  readonly name: string
  /** The commit that it points to, even through a tag object. */
  readonly commit: string
}

/** A tag that is a semantic version. */
export interface VersionTag extends Tag {
  readonly version: Semver
}

/** Only tags that are versions, the highest first. */
export function versionTags(tags: readonly Tag[]): readonly VersionTag[] {
  return tags
    .flatMap((tag) => {
      const version = readSemver(tag.name)
      return version === undefined ? [] : [{ ...tag, version }]
    })
    .toSorted((a, b) => compareSemver(b.version, a.version))
}

/** The highest version among a commit's tags. */
export function semverOfCommit(tags: readonly Tag[], commit: string): string | undefined {
  return versionTags(tags).find((tag) => tag.commit === commit)?.version.text
}

/** The commits tagged with a version, each once: `v1.4.0` and `1.4.0` are the same version. */
export function commitsTagged(tags: readonly Tag[], semver: string): readonly string[] {
  return [...new Set(versionTags(tags).flatMap(({ version, commit }) => (version.text === semver ? [commit] : [])))]
}
