import { readSemver } from './semver.ts'

/** The name of a release: its semantic version, or else its commit. */
export function versionOf({ semver, commit }: { readonly semver?: string | undefined; readonly commit: string }): string {
  return semver ?? commit
}

/** Reads an input: a semantic version, which loses its `v`, or the full id of a commit. `undefined` for anything else. */
export function readVersion(text: string): string | undefined {
  return isCommit(text) ? text : readSemver(text)?.text
}

/** The name of a release: a commit and a hash, such as `3f2a9c1d-b04e77aa`. */
export const RELEASE_NAME = /^[0-9a-f]{7,8}-[0-9a-f]{8}$/

/** Whether a version is the full id of a commit: SHA-1, or SHA-256. */
export function isCommit(version: string): boolean {
  return /^([0-9a-f]{40}|[0-9a-f]{64})$/.test(version)
}

/** The version of a Git ref such as `refs/tags/v1.4.0`; `undefined` if the ref is not a version tag. */
export function versionOfRef(ref: string): string | undefined {
  const tag = /^refs\/tags\/(.*)$/s.exec(ref)?.[1]
  return tag === undefined ? undefined : readSemver(tag)?.text
}
