import type { ReleaseRecord } from './record.ts'
import type { ServedRelease } from './release.ts'

/** Versions of a record that Parameter Store keeps. */
export const VERSIONS = 100

/** What was recorded of a release when it was live the last time. `history`: versions of a record, newest first. */
export function recordedAs(release: string, history: readonly ReleaseRecord[]): ReleaseRecord | undefined {
  return history.find((version) => version.release === release)
}

/**
 * A release as the record knows it that was live before, where a host tells of it; one that no record tells of is as the host says. `undefined` when
 * the two do not mean the same image.
 */
export function servedAsRecorded(told: ServedRelease, history: readonly ReleaseRecord[]): ServedRelease | undefined {
  const known = recordedAs(told.name, history)
  if (known === undefined) return told
  return known.digest === told.digest ? { ...told, image: known.image, login: known.login, commit: known.commit } : undefined
}

/** Whether somebody went back, since the release last served, to what had served before it. */
export function wasLeft(release: string, history: readonly ReleaseRecord[]): boolean {
  const at = history.findIndex((version) => version.release === release)
  const earlier = new Set(history.slice(at + 1).map((version) => version.release))
  return history
    .slice(0, at)
    .some(({ release: to, attempt }) => attempt.outcome === 'rolled-back' && attempt.cause === '' && earlier.has(to))
}

/**
 * Between which times a release served last, in milliseconds since the epoch. `until` is missing while it still serves; `undefined`: no record tells of
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

/** The release that served before the one which is live now: not one that was rolled back from. */
export function recordedBefore(history: readonly ReleaseRecord[]): ReleaseRecord | undefined {
  return history.find(({ release }) => release !== history[0]?.release && !wasLeft(release, history))
}

/** The releases marked as migrations that served after `release` did last, each once. */
export function migrationsSince(release: string, history: readonly ReleaseRecord[]): readonly string[] {
  const at = history.findIndex((version) => version.release === release)
  const passed = history.slice(0, Math.max(at, 0)).filter(({ migration }) => migration)
  return [...new Set(passed.map((version) => version.release))]
}

/** The digest that was recorded under a semantic version. */
export function digestNamed(semver: string, history: readonly ReleaseRecord[]): string | undefined {
  return history.find((version) => version.semver === semver)?.digest
}
