/** A semantic version: https://semver.org/spec/v2.0.0.html. */
export interface Semver {
  /** Without a leading `v`. */
  readonly text: string
  readonly core: Core
  /** Its identifiers; empty if the version is not a prerelease. */
  readonly prerelease: readonly string[]
}

/** Major, minor and patch. */
export type Core = readonly [major: number, minor: number, patch: number]

/** Maximum length in characters: a version becomes an image tag (128), and is in each entry of a 4 KB record. */
const LONGEST = 64

const NUMBER = '(0|[1-9]\\d*)'
const IDENTIFIER = '(?:0|[1-9]\\d*|\\d*[a-zA-Z-][0-9a-zA-Z-]*)'
/** The grammar of https://semver.org/spec/v2.0.0.html#backusnaur-form-grammar-for-valid-semver-versions */
const SEMVER = new RegExp(
  `^${NUMBER}\\.${NUMBER}\\.${NUMBER}(?:-(${IDENTIFIER}(?:\\.${IDENTIFIER})*))?(?:\\+[0-9a-zA-Z-]+(?:\\.[0-9a-zA-Z-]+)*)?$`,
)

/** Reads a version or a Git tag, with or without a `v` in front. `undefined` for any other text, and for numbers that are too large to be exact. */
export function readSemver(text: string): Semver | undefined {
  const [, bare = ''] = /^v?(.*)$/s.exec(text) ?? []
  const parts = bare.length > LONGEST ? null : SEMVER.exec(bare)
  if (parts === null) return undefined
  const [, major, minor, patch, prerelease = ''] = parts
  const core = [Number(major), Number(minor), Number(patch)] as const
  return core.every(Number.isSafeInteger) ? { text: bare, core, prerelease: prerelease === '' ? [] : prerelease.split('.') } : undefined
}

/**
 * Negative if `a` comes before `b`: https://semver.org/spec/v2.0.0.html#spec-item-11. The specification ignores build metadata; here it breaks ties, so that
 * the order is always the same.
 */
export function compareSemver(a: Semver, b: Semver): number {
  const differing = a.core.map((number, at) => number - (b.core[at] ?? 0)).find((difference) => difference !== 0)
  return differing ?? (comparePrerelease(a.prerelease, b.prerelease) || compareText(a.text, b.text))
}

/** Whether a text is the same version apart from build metadata. */
export function isSamePrecedence(one: Semver, text: string): boolean {
  return one.text.replace(/\+.*/, '') === text.replace(/\+.*/, '')
}

/** Whether a text is a version after this one. */
export function isHigher(text: string, than: Semver): boolean {
  const version = readSemver(text)
  return version !== undefined && compareSemver(version, than) > 0
}

function comparePrerelease(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return b.length - a.length
  const at = a.findIndex((identifier, index) => identifier !== b[index])
  if (at < 0) return a.length - b.length
  return b[at] === undefined ? 1 : compareIdentifiers(a[at] ?? '', b[at])
}

/** Numbers come before words. They are compared as text, so none is too large. */
function compareIdentifiers(a: string, b: string): number {
  const [isNumber, isOtherNumber] = [/^\d+$/.test(a), /^\d+$/.test(b)]
  if (isNumber !== isOtherNumber) return isNumber ? -1 : 1
  return (isNumber ? a.length - b.length : 0) || compareText(a, b)
}

function compareText(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1
}

/** The image tag of a version. Tags cannot contain `+`, and versions cannot contain `_`, so each version has its own tag. */
export function imageTagOf(version: string): string {
  return version.replaceAll('+', '_')
}
