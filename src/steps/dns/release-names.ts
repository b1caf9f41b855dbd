import type { Context } from '../../context.ts'
import { isChange } from '../../domain/dns/name-step.ts'
import { destinationOf, servingDestination } from '../../domain/dns/destination.ts'
import type { NamesPlan } from '../../domain/dns/plan-zone.ts'
import type { Host } from '../../domain/host/host.ts'
import type { HostPlan } from '../../domain/host/host-plan.ts'
import type { ReleaseRecord } from '../../domain/release/record.ts'
import { namesAt } from '../../domain/release/route.ts'
import type { Place } from '../../domain/release/route.ts'
import type { Wanted } from '../../domain/release/wanted.ts'
import { DeployError } from '../../errors.ts'
import { awaitNames } from './await-names.ts'
import { wantedNames } from './plan-names.ts'
import { pointNames, removeNames } from './point-names.ts'

/** The state that a deploy saw before it changed anything. */
interface Seen {
  readonly plans: readonly HostPlan[]
  readonly record: ReleaseRecord | undefined
  readonly wanted: Pick<Wanted, 'spec'>
  readonly names: NamesPlan
}

/** Before a release: points its names at the serving hosts or, without any, at the future ones. */
export async function pointBeforeRelease(ctx: Context, seen: Seen, hosts: readonly Host[]): Promise<void> {
  const { plans, record, names } = seen
  const { spec } = seen.wanted
  const to = servingDestination(plans, hosts, record)
  if (names.steps.some(isChange)) await ctx.progress.step('names', () => pointNames(ctx, wantedNames(spec, record, to)))
  await awaitNames(ctx, spec, to, record)
}

/**
 * After a release: points its names at all its hosts, and removes records of names that it no longer has. Returns for how many seconds resolvers
 * cache the old address.
 */
export async function pointAfterRelease(ctx: Context, seen: Seen, hosts: readonly Host[]): Promise<number> {
  if (!seen.names.steps.some(isChange)) return 0
  const wanted = wantedNames(seen.wanted.spec, seen.record, destinationOf(hosts))
  return ctx.progress.step('Update the DNS records', async () => {
    const steps = await pointNames(ctx, wanted)
    for (const removed of await removeNames(ctx, wanted)) ctx.progress.info(`Removed ${removed}`)
    return Math.max(0, ...steps.map((step) => (step.action === 'change' ? (step.owned.address?.ttl ?? 0) : 0)))
  })
}

/** After a return to an earlier release, or a restart: points its names at its hosts. Problems are only reported, because the release serves. */
export async function followNames(ctx: Context, route: Place, hosts: readonly Host[], record: ReleaseRecord | undefined): Promise<void> {
  const names = namesAt(route)
  if (names.length === 0) return
  const wanted = { names, had: [], to: destinationOf(hosts), record, proxied: true }
  try {
    await ctx.progress.step('Update the DNS records', () => pointNames(ctx, wanted))
  } catch (error) {
    if (!(error instanceof DeployError)) throw error
    ctx.progress.warn(`The names of the release were not changed: ${error.message} ${error.hint ?? ''}`)
  }
}
