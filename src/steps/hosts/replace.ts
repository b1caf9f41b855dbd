import type { Context } from '../../context.ts'
import type { Clearance } from '../../domain/host/ending.ts'
import { isOwn } from '../../domain/host/host.ts'
import type { Host } from '../../domain/host/host.ts'
import { replacedHosts } from '../../domain/host/host-plan.ts'
import type { HostPlan } from '../../domain/host/host-plan.ts'
import type { ReleaseRecord } from '../../domain/release/record.ts'
import { DeployError } from '../../errors.ts'
import { serviceTags } from '../../domain/service.ts'
import { clearToEnd } from './ending.ts'

interface Replaced {
  readonly plans: readonly HostPlan[]
  /** One for each plan, which serves now. */
  readonly hosts: readonly Host[]
  /** As it was before the release. */
  readonly record: ReleaseRecord | undefined
}

/** The new hosts serve: gives them the addresses of those that they replace, and lets go of these. Gives all hosts as they are then. */
export async function finishReplacements(ctx: Context, { plans, hosts, record }: Replaced): Promise<readonly Host[]> {
  const live = [...hosts]
  const olds = replacedHosts(plans)
  const clearance = await clearOlds(ctx, olds, record)
  for (const [at, plan] of plans.entries()) {
    const next = hosts[at]
    if (plan.kind !== 'replace' || next === undefined) continue
    const others = [...hosts, ...olds].filter(({ id }) => id !== next.id && id !== plan.host.id)
    live[at] = await finishReplacement(ctx, { old: plan.host, next, others: others.map(({ id }) => id), clearance })
  }
  if (olds.length > 0 && !ctx.config.host.elasticIp) await releaseAddresses(ctx, clearance)
  return live
}

/** Looks again at hosts that were free to go before the release: what came to them since must neither lose its address nor its host. */
async function clearOlds(ctx: Context, olds: readonly Host[], record: ReleaseRecord | undefined): Promise<Clearance> {
  const clearance = await clearToEnd(ctx, olds, record)
  if (!('kind' in clearance)) return clearance
  throw new DeployError('host-in-use', `The release is on the new host, but the old one stays, with its address: ${clearance.reason}`, {
    hint: `${clearance.hint} Then run this again.`,
  })
}

/** With `elastic-ip: false` no host keeps one: those that had were replaced just now. */
async function releaseAddresses({ config, networks, progress }: Context, clearance: Clearance): Promise<void> {
  for (const address of await networks.releaseAddresses(config.service, clearance)) progress.info(`Released ${address}`)
}

interface Replacement {
  readonly old: Host
  readonly next: Host
  /** Ids of all other hosts, which keep their addresses. */
  readonly others: readonly string[]
  readonly clearance: Clearance
}

/** Each step is safe to repeat after an interruption. */
async function finishReplacement(ctx: Context, { old, next, others, clearance }: Replacement): Promise<Host> {
  const { service, host } = ctx.config
  if (host.elasticIp) ctx.progress.info(`Address ${await ctx.networks.ensureAddress(service, next.id, others)} now belongs to ${next.id}`)
  const cleared = clearance.hosts.find(({ id }) => id === old.id)
  if (cleared && isOwn(old, service)) {
    await ctx.hosts.terminate(cleared)
    ctx.progress.info(`Terminated ${old.id}`)
  } else {
    ctx.progress.warn(
      `${old.id} was not created by this action, so it is left running: remove its tags ${Object.keys(serviceTags(service)).join(' and ')}.`,
    )
  }
  return (await ctx.hosts.get(next.id)) ?? next
}
