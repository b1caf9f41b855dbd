import type { Context } from '../context.ts'
import { isOwn } from '../domain/host.ts'
import type { Host } from '../domain/host.ts'

/** The new host serves: give it the address, and let go of the old one. Each step is safe to repeat after an interruption. */
export async function finishReplacement(ctx: Context, old: Host, next: Host): Promise<Host> {
  const { service, host } = ctx.config
  if (host.elasticIp) ctx.progress.info(`Address ${await ctx.networks.ensureAddress(service, next.id)} now belongs to ${next.id}`)
  if (isOwn(old, service)) {
    await ctx.hosts.terminate(old.id)
    ctx.progress.info(`Terminated ${old.id}`)
  } else {
    ctx.progress.warn(`${old.id} was not created by this action, so it is left running; remove its tags.`)
  }
  return (await ctx.hosts.get(next.id)) ?? next
}
