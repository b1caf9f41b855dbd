import type { Change } from '../conventional-commit.ts'
import { compareSemver } from './semver.ts'
import type { Core, Semver } from './semver.ts'

/** How versions increase. */
export const SCHEMES = ['semver', 'calver'] as const

/** https://semver.org/#how-should-i-deal-with-revisions-in-the-0yz-initial-development-phase */
const FIRST: Core = [0, 1, 0]

/** The versions among a commit's ancestors. */
export interface Released {
  /** The highest version that is no prerelease; `undefined` if there is none yet. */
  readonly last: Semver | undefined
  /** The highest prerelease. */
  readonly prerelease: Semver | undefined
}

/**
 * The version after the last one, by the changes of its commits. Below 1.0.0 a breaking change increases the minor version, anything else the patch:
 * people decide whether an API is stable. A prerelease announces a version, so the next one is at least that.
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
 * zeros, so that of 5 January is `2026.105.0`. Each is higher than all earlier ones.
 */
export function nextCalver(now: Date, versions: readonly Semver[]): string {
  const [year, day] = [now.getUTCFullYear(), (now.getUTCMonth() + 1) * 100 + now.getUTCDate()]
  const counters = versions.flatMap(({ core: [itsYear, itsDay, counter] }) => (itsYear === year && itsDay === day ? [counter] : []))
  return [year, day, counters.length === 0 ? 0 : Math.max(...counters) + 1].join('.')
}
