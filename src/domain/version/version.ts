import { readSemver } from './semver.ts'

/** What a release is called: by a semantic version, or else by its commit. */
export function versionOf({ semver, commit }: { readonly semver?: string | undefined; readonly commit: string }): string {
  return semver ?? commit
}

/** Of an input or a Git tag: a semantic version without its `v`, or the whole id of a commit. `undefined` for what is neither. */
export function readVersion(text: string): string | undefined {
  return isCommit(text) ? text : readSemver(text)?.text
}

export function isCommit(version: string): boolean {
  return /^([0-9a-f]{40}|[0-9a-f]{64})$/.test(version)
}

/** The version that a Git ref such as `refs/tags/v1.4.0` stands for, if it does. */
export function versionOfRef(ref: string): string | undefined {
  const tag = /^refs\/tags\/(.*)$/s.exec(ref)?.[1]
  return tag === undefined ? undefined : readSemver(tag)?.text
}
