import { readSemver } from './semver.ts'

/** The name of a release: a semantic version, or else its commit. */
export function versionOf({ semver, commit }: { readonly semver?: string | undefined; readonly commit: string }): string {
  return semver ?? commit
}

/** Parses an input or a Git tag: a semantic version without its `v`, or a full commit id. `undefined` for anything else. */
export function readVersion(text: string): string | undefined {
  return isCommit(text) ? text : readSemver(text)?.text
}

export function isCommit(version: string): boolean {
  return /^([0-9a-f]{40}|[0-9a-f]{64})$/.test(version)
}

/** The version in a Git ref such as `refs/tags/v1.4.0`, if there is one. */
export function versionOfRef(ref: string): string | undefined {
  const tag = /^refs\/tags\/(.*)$/s.exec(ref)?.[1]
  return tag === undefined ? undefined : readSemver(tag)?.text
}
