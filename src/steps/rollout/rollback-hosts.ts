import type { Context } from '../../context.ts'
import type { ReleaseRecord } from '../../domain/release/record.ts'
import type { HostResult } from '../../domain/rollout/result.ts'
import { rollbackTarget } from '../../domain/rollout/rollback-target.ts'
import { rollbackOrder } from '../../domain/order/rollback-order.ts'
import { refused } from '../../errors.ts'
import { queryStatus } from '../hosts/query-status.ts'
import { cutOverSpec, orderSpec } from '../orders/order-spec.ts'
import type { PreparedHosts } from '../hosts/prepare-hosts.ts'
import { runOnHosts } from './run-on-hosts.ts'
import type { Dispatch } from './run-on-hosts.ts'
import { sendOnLive } from './send-on-live.ts'

export interface RollbackTarget {
  /** Empty: the host knows. */
  readonly target: string
  /** What the hosts may serve now; `['*']`: anything. */
  readonly base: readonly string[]
  /** As it was before the run. */
  readonly record: Pick<ReleaseRecord, 'login' | 'fingerprint'> | undefined
  /** CIDRs that the containers' network has to keep clear of. */
  readonly avoid: readonly string[]
}

/**
 * A single host knows best what it returns to; several must agree on it before one of them is changed. Without a record, nobody knows what should
 * serve, and the host is not asked to compare.
 */
export async function chooseTarget(
  ctx: Context,
  { hosts, avoid }: PreparedHosts,
  record: ReleaseRecord | undefined,
): Promise<RollbackTarget> {
  const asked = ctx.config.release ?? ''
  if (hosts.length === 1) return { target: asked, base: [record?.release ?? '*'], record, avoid }
  const views = await ctx.progress.step('Ask the hosts', () => queryStatus(ctx, hosts))
  const target = rollbackTarget(
    asked,
    views.map(({ host, seen }) => ({ hostId: host.id, seen })),
  )
  if (target.kind === 'refuse') throw refused(target)
  return { target: target.release, base: target.serving, record, avoid }
}

/** In waves. */
export function rollbackHosts(ctx: Context, hostIds: readonly string[], way: RollbackTarget): Promise<readonly HostResult[]> {
  const concurrency = ctx.config.maxConcurrency
  return sendOnLive(ctx, way.base, (base) => sendRollback(ctx, { hostIds, way: { ...way, base }, concurrency }))
}

interface Return extends Pick<Dispatch, 'hostIds' | 'concurrency' | 'continueOnError'> {
  readonly way: RollbackTarget
}

/** Sends the order of a rollback. */
export function sendRollback(ctx: Context, { way, ...dispatch }: Return): Promise<readonly HostResult[]> {
  const { target: release, base, record, avoid } = way
  const order = rollbackOrder({ ...orderSpec(ctx), ...cutOverSpec(ctx, avoid), ownRegistry: record?.login, release, base })
  return runOnHosts(ctx, { ...dispatch, order, live: record }, release)
}
