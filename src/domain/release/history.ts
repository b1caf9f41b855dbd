import type { ReleaseRecord } from './record.ts'
import type { ServedRelease } from './release.ts'

/** How many versions of a record Parameter Store keeps. */
export const VERSIONS = 100

/** The record of a release from the last time when it was live. `history`: versions of a record, newest first. */
export function recordedAs(release: string, history: readonly ReleaseRecord[]): ReleaseRecord | undefined {
  return history.find((version) => version.release === release)
}

/**
 * A release that was live before, from its record; one without a record, from the host's report. `undefined` if
 * the two disagree about the image.
 */
export function servedAsRecorded(told: ServedRelease, history: readonly ReleaseRecord[]): ServedRelease | undefined {
  const known = recordedAs(told.name, history)
  if (known === undefined) return told
  return known.digest === told.digest ? { ...told, image: known.image, login: known.login, commit: known.commit } : undefined
}

/** Whether somebody has rolled back this release, since it last served, to one that served before it. */
export function wasLeft(release: string, history: readonly ReleaseRecord[]): boolean {
  const at = history.findIndex((version) => version.release === release)
  const earlier = new Set(history.slice(at + 1).map((version) => version.release))
  return history
    .slice(0, at)
    .some(({ release: to, attempt }) => attempt.outcome === 'rolled-back' && attempt.cause === '' && earlier.has(to))
}

/**
 * When a release last served, in milliseconds since the epoch. `until` is missing while it serves; `undefined`: no record contains
 * the release. `history`: newest first.
 */
export function servedTime(
  release: string,
  history: readonly ReleaseRecord[],
): { readonly since: number; readonly until?: number } | undefined {
  const at = history.findIndex((version) => version.release === release)
  const last = history[at]
  if (last === undefined) return undefined
  const next = history[at - 1]
  return { since: Date.parse(last.deployedAt), ...(next && { until: Date.parse(next.deployedAt) }) }
}

/** The release that served before the live one, without those that were rolled back. */
export function recordedBefore(history: readonly ReleaseRecord[]): ReleaseRecord | undefined {
  return history.find(({ release }) => release !== history[0]?.release && !wasLeft(release, history))
}

/** Releases marked as migrations that served after `release` last did, each once. */
export function migrationsSince(release: string, history: readonly ReleaseRecord[]): readonly string[] {
  const at = history.findIndex((version) => version.release === release)
  const passed = history.slice(0, Math.max(at, 0)).filter(({ migration }) => migration)
  return [...new Set(passed.map((version) => version.release))]
}

/** The digest that is recorded under a semantic version. */
export function digestNamed(semver: string, history: readonly ReleaseRecord[]): string | undefined {
  return history.find((version) => version.semver === semver)?.digest
}
