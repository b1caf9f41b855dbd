import type { Context } from '../../context.ts'
import type { ReleaseRecord } from '../../domain/release/record.ts'
import type { ReleaseDocument } from '../../domain/release/release-document.ts'
import type { HostResult } from '../../domain/rollout/result.ts'
import { refuseStrangers, rollbackTarget } from '../../domain/rollout/rollback-target.ts'
import { rollbackOrder } from '../../domain/order/rollback-order.ts'
import { refused } from '../../errors.ts'
import { queryStatus } from '../orders/query-status.ts'
import { cutOverSpec, orderSpec } from '../orders/order-spec.ts'
import type { PreparedHosts } from '../hosts/prepare-hosts.ts'
import { broughtRelease } from './brought-release.ts'
import { runOnHosts } from './run-on-hosts.ts'
import type { Dispatch } from './run-on-hosts.ts'
import { sendOnLive } from './send-on-live.ts'

export interface RollbackTarget {
  /** Empty: the host chooses. */
  readonly target: string
  /** Releases that the hosts can serve now; `['*']`: any. */
  readonly base: readonly string[]
  /** Before the run. */
  readonly record: Pick<ReleaseRecord, 'login' | 'fingerprint'> | undefined
  /** CIDRs that the containers' network must not overlap. */
  readonly avoid: readonly string[]
  /** The release's document, for hosts that no longer have it. */
  readonly document?: ReleaseDocument | undefined
}

/**
 * `asked`: name of the requested release; empty for the previous one. A single host chooses its target itself; several must agree on one before
 * any of them is changed. Without a record, the expected live release is unknown, and the host does not compare.
 */
export async function chooseTarget(
  ctx: Context,
  prepared: PreparedHosts,
  { record, asked }: { readonly record: ReleaseRecord | undefined; readonly asked: string },
): Promise<RollbackTarget> {
  const { hosts, avoid } = prepared
  if (hosts.length === 1) return { target: asked, base: [record?.release ?? '*'], record, avoid }
  const views = await ctx.progress.step('Ask the hosts', () => queryStatus(ctx, hosts))
  const target = rollbackTarget(
    asked,
    views.map(({ host, status }) => ({ hostId: host.id, status })),
  )
  if (target.kind === 'refuse') throw refused(target)
  const { release, serving, strangers } = target
  const document = strangers.length === 0 ? undefined : await broughtRelease(ctx, release, prepared)
  if (strangers.length > 0 && document === undefined) throw refused(refuseStrangers(strangers, release))
  return { target: release, base: serving, record, avoid, document }
}

/** In waves. If a single host no longer knows its previous release, it has changed nothing, and gets the order again with the release. */
export async function rollbackHosts(ctx: Context, prepared: PreparedHosts, way: RollbackTarget): Promise<readonly HostResult[]> {
  const results = await sendInWaves(ctx, prepared, way)
  const [only, ...others] = results
  if (only?.cause !== 'release-not-found' || others.length > 0) return results
  const document = await broughtRelease(ctx, way.target, prepared)
  return document === undefined ? results : sendInWaves(ctx, prepared, { ...way, target: document.name, document })
}

function sendInWaves(ctx: Context, { hosts }: PreparedHosts, way: RollbackTarget): Promise<readonly HostResult[]> {
  const [hostIds, concurrency] = [hosts.map(({ id }) => id), ctx.config.maxConcurrency]
  return sendOnLive(ctx, way.base, (base) => sendRollback(ctx, { hostIds, way: { ...way, base }, concurrency }))
}

interface Return extends Pick<Dispatch, 'hostIds' | 'concurrency' | 'continueOnError'> {
  readonly way: RollbackTarget
}

/** Sends the order of a rollback. */
export function sendRollback(ctx: Context, { way, ...dispatch }: Return): Promise<readonly HostResult[]> {
  const { target: release, base, record, avoid, document } = way
  const order = rollbackOrder({ ...orderSpec(ctx), ...cutOverSpec(ctx, avoid), ownRegistry: record?.login, release, base, document })
  return runOnHosts(ctx, { ...dispatch, order, live: record }, release)
}
