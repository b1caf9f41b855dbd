import type { Change } from '../conventional-commit.ts'
import { compareSemver } from './semver.ts'
import type { Core, Semver } from './semver.ts'

/** How the next version is derived. */
export const SCHEMES = ['semver', 'calver'] as const

/** https://semver.org/#how-should-i-deal-with-revisions-in-the-0yz-initial-development-phase */
const FIRST: Core = [0, 1, 0]

/** What was released before a commit, among its ancestors. */
export interface Released {
  /** The highest version that is not a prerelease; `undefined`: none yet. */
  readonly last: Semver | undefined
  /** The highest prerelease. */
  readonly prerelease: Semver | undefined
}

/**
 * The version after the last one, by the changes since. Below 1.0.0, a breaking change raises the minor version and anything else the patch version: people
 * decide when an API is stable. A prerelease announces a version, so the next one is not lower.
 */
export function nextSemver({ last, prerelease }: Released, changes: readonly Change[]): string {
  const next = last === undefined ? undefined : raised(last.core, changes)
  const announced = prerelease?.core
  const [highest] = [next, announced].filter((core) => core !== undefined).toSorted((a, b) => compareCores(b, a))
  return (highest ?? FIRST).join('.')
}

function raised([major, minor, patch]: Core, changes: readonly Change[]): Core {
  const steps = changes.includes('breaking') ? 0 : changes.includes('feature') ? 1 : 2
  const part = major === 0 ? Math.min(2, steps + 1) : steps
  if (part === 0) return [major + 1, 0, 0]
  return part === 1 ? [major, minor + 1, 0] : [major, minor, patch + 1]
}

function compareCores(a: Core, b: Core): number {
  const plain = (core: Core): Semver => ({ text: '', core, prerelease: [] })
  return compareSemver(plain(a), plain(b))
}

/**
 * `2026.1127.0` for the first version of 27 November 2026 in UTC, then `2026.1127.1`: year, month with day, and a counter. A semantic version has no leading
 * zeros, so 5 January gives `2026.105.0`. Each version is higher than all earlier ones.
 */
export function nextCalver(now: Date, versions: readonly Semver[]): string {
  const [year, day] = [now.getUTCFullYear(), (now.getUTCMonth() + 1) * 100 + now.getUTCDate()]
  const counters = versions.flatMap(({ core: [itsYear, itsDay, counter] }) => (itsYear === year && itsDay === day ? [counter] : []))
  return [year, day, counters.length === 0 ? 0 : Math.max(...counters) + 1].join('.')
}
