import type { Context } from '../context.ts'
import type { Host } from '../domain/host/host.ts'
import type { ReleaseRecord } from '../domain/release/release.ts'
import type { HostResult } from '../domain/remote/result.ts'
import { returnTarget } from '../domain/release/return-target.ts'
import { rollbackPayload } from '../domain/remote/rollback-payload.ts'
import { refused } from '../errors.ts'
import { askHosts } from './ask-hosts.ts'
import { runOnHosts } from './run-on-hosts.ts'
import type { Order } from './run-on-hosts.ts'

export interface Way {
  /** Empty: the host knows. */
  readonly target: string
  /** What the hosts may serve now. */
  readonly base: string
}

/**
 * A single host knows best what it returns to; several must agree on it before one of them is changed. Without a record, nobody knows what should
 * serve, and the host is not asked to compare.
 */
export async function chooseWay(ctx: Context, hosts: readonly Host[], record: ReleaseRecord | undefined): Promise<Way> {
  const asked = ctx.config.release ?? ''
  if (hosts.length === 1) return { target: asked, base: record?.release ?? '*' }
  const views = await ctx.progress.step('Ask the hosts', () => askHosts(ctx, hosts))
  const target = returnTarget(
    asked,
    views.map(({ host, seen }) => ({ hostId: host.id, seen })),
  )
  if (target.kind === 'refuse') throw refused(target)
  return { target: target.release, base: target.serving.join(' ') }
}

/**
 * Where host and record are apart, because a run was killed between the host's work and the record, the lease tells that nobody else is at work: the
 * host is right.
 */
export async function returnOnHosts(ctx: Context, hostIds: readonly string[], way: Way): Promise<readonly HostResult[]> {
  const order = { hostIds, way, concurrency: ctx.config.maxConcurrency }
  const results = await sendBack(ctx, order)
  const [only, ...others] = results
  if (only?.cause !== 'moved-on' || others.length > 0) return results
  const [live = '*'] = only.detail.split(' ')
  ctx.progress.info(`The host serves ${live}, which no run has recorded`)
  return sendBack(ctx, { ...order, way: { ...way, base: live } })
}

interface Return extends Pick<Order, 'hostIds' | 'concurrency' | 'regardless'> {
  readonly way: Way
}

/** Sends the order of a rollback. */
export function sendBack(ctx: Context, { way, ...order }: Return): Promise<readonly HostResult[]> {
  const { config } = ctx
  const payload = rollbackPayload({
    deployId: ctx.newId(),
    service: config.service,
    region: config.region,
    release: way.target,
    base: way.base,
    drainTimeout: config.drainTimeout,
    bake: config.bake,
    keep: config.keepReleases,
  })
  return runOnHosts(ctx, { ...order, verb: 'rollback', payload }, way.target)
}
