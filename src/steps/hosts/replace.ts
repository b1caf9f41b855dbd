import type { Context } from '../../context.ts'
import { isOwn } from '../../domain/host/host.ts'
import type { Host } from '../../domain/host/host.ts'
import { replacedHosts } from '../../domain/host/host-plan.ts'
import type { HostPlan } from '../../domain/host/host-plan.ts'

/** The new hosts serve: gives them the addresses of those that they replace, and lets go of these. Gives all hosts as they are then. */
export async function finishReplacements(ctx: Context, plans: readonly HostPlan[], hosts: readonly Host[]): Promise<readonly Host[]> {
  const live = [...hosts]
  const olds = replacedHosts(plans)
  for (const [at, plan] of plans.entries()) {
    const next = hosts[at]
    if (plan.kind !== 'replace' || next === undefined) continue
    const others = [...hosts, ...olds].filter(({ id }) => id !== next.id && id !== plan.host.id)
    live[at] = await finishReplacement(ctx, { old: plan.host, next, others: others.map(({ id }) => id) })
  }
  if (olds.length > 0 && !ctx.config.host.elasticIp) await releaseAddresses(ctx)
  return live
}

/** With `elastic-ip: false` no host keeps one: those that had were replaced just now. */
async function releaseAddresses({ config, networks, progress }: Context): Promise<void> {
  for (const address of await networks.releaseAddresses(config.service)) progress.info(`Released ${address}`)
}

interface Replacement {
  readonly old: Host
  readonly next: Host
  /** Ids of all other hosts, which keep their addresses. */
  readonly others: readonly string[]
}

/** Each step is safe to repeat after an interruption. */
async function finishReplacement(ctx: Context, { old, next, others }: Replacement): Promise<Host> {
  const { service, host } = ctx.config
  if (host.elasticIp) ctx.progress.info(`Address ${await ctx.networks.ensureAddress(service, next.id, others)} now belongs to ${next.id}`)
  if (isOwn(old, service)) {
    await ctx.hosts.terminate(old.id)
    ctx.progress.info(`Terminated ${old.id}`)
  } else {
    ctx.progress.warn(`${old.id} was not created by this action, so it is left running; remove its tags.`)
  }
  return (await ctx.hosts.get(next.id)) ?? next
}
