import type { Context } from '../../context.ts'
import type { Host } from '../../domain/host/host.ts'
import type { PublishedImage } from '../../domain/image/image.ts'
import { fingerprintOf, hasSameProxyPart } from '../../domain/release/fingerprint.ts'
import { hostIdsOf } from '../../domain/release/record.ts'
import type { ReleaseRecord } from '../../domain/release/record.ts'
import type { Release } from '../../domain/release/release.ts'
import { placeOf } from '../../domain/release/route.ts'
import type { Wanted } from '../../domain/release/wanted.ts'
import { keptBy, previousOf } from '../../domain/rollout/result.ts'
import type { HostResult } from '../../domain/rollout/result.ts'
import { replacesProxy } from '../../domain/order/cut-over.ts'
import { commitTime } from './commit-time.ts'
import { newAttempt, recordRelease } from './record-release.ts'

interface DeployedRelease {
  readonly wanted: Wanted
  readonly release: Release
  /** Semantic version of the release; `undefined`: it has none. */
  readonly semver: string | undefined
  readonly image: PublishedImage
  /** Reference of its specification. */
  readonly artifact: string
  readonly hosts: readonly Host[]
  /** One result a host, in the same order. */
  readonly results: readonly HostResult[]
  /** Before this run. */
  readonly record: ReleaseRecord | undefined
  readonly since: number
  /** See `ReleaseRecord.zones`. */
  readonly zones: readonly string[]
}

/** Records the live release, unless the record already says so. */
export async function recordDeploy(ctx: Context, deployed: DeployedRelease): Promise<void> {
  const { release, semver, results, record, since } = deployed
  const unchanged = results.every(({ outcome }) => outcome === 'unchanged')
  if (unchanged && ctx.config.canary) ctx.progress.info('No canary: the release is already live')
  if (unchanged && (await isRecorded(ctx, deployed))) return
  const outcome = unchanged ? 'unchanged' : 'deployed'
  const { name, commit } = release
  const tried = { release: name, commit, semver, cause: '', since, results }
  const attempt = newAttempt(ctx, { ...tried, outcome, ...(await commitTime(ctx, commit)) })
  await ctx.progress.step('Record the release', () => recordRelease(ctx, liveOf(deployed), { record, attempt }))
}

/**
 * Whether the record is complete: where the release serves, and what its hosts have. It may lack the secrets' versions, if there was no room. Under
 * this token, so that a later run without a lease does not count as older.
 */
async function isRecorded(ctx: Context, { release, semver, artifact, hosts, results, record, zones }: DeployedRelease): Promise<boolean> {
  if (record?.release !== release.name || record.semver !== semver || record.artifact !== artifact) return false
  if (record.fingerprint === undefined) return false
  if (!hasSameProxyPart(record, release.spec) || replacesProxy(record, ctx.config.proxyImage)) return false
  if (release.spec.migration && !record.migration) return false
  if (zones.some((zone) => record.zones?.includes(zone) !== true)) return false
  const { secrets, volumes } = keptBy(results)
  const told = [hostIdsOf(record), record.secrets ?? secrets, record.volumes, record.program, record.token ?? 0]
  return JSON.stringify(told) === JSON.stringify([hosts.map(({ id }) => id), secrets, volumes, await ctx.remote.program(), ctx.token])
}

function liveOf({ wanted, release, semver, image, artifact, hosts, results, zones }: DeployedRelease): Parameters<typeof recordRelease>[1] {
  return {
    served: { ...release, login: image.login ?? '', route: placeOf(release.spec), migration: release.spec.migration },
    semver,
    hostIds: hosts.map(({ id }) => id),
    previous: previousOf(results),
    fingerprint: fingerprintOf(release.spec, release.name),
    artifact,
    zones,
    results,
    promotedFrom: promotionOf(wanted),
  }
}

function promotionOf(wanted: Wanted): ReleaseRecord['promotedFrom'] {
  return wanted.kind === 'promoted' ? { environment: wanted.from.environment, release: wanted.from.release.name } : undefined
}
