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
  /** One for each plan: the host that serves now. */
  readonly hosts: readonly Host[]
  /** Before the release. */
  readonly record: ReleaseRecord | undefined
}

/** Makes names lead to these hosts; returns for how many seconds visitors may still go to the old ones. */
type Rename = (live: readonly Host[]) => Promise<number>

/** Longest wait, in seconds, for visitors with an old DNS answer. */
const LONGEST_GOODBYE = 300

/**
 * The new hosts serve: moves the old hosts' addresses to them, updates the names, and terminates the old hosts, in this order, so that no name
 * leads to an address that is free or belongs to somebody else. Returns all hosts afterwards.
 */
export async function finishReplacements(ctx: Context, { plans, hosts, record }: Replaced, rename: Rename): Promise<readonly Host[]> {
  const olds = replacedHosts(plans)
  const clearance = await clearOlds(ctx, olds, record)
  const live = await moveAddresses(ctx, plans, hosts)
  await sayGoodbye(ctx, await rename(live))
  for (const old of olds) await end(ctx, old, clearance)
  if (olds.length > 0 && !ctx.config.host.elasticIp) await releaseAddresses(ctx, clearance)
  return live
}

async function sayGoodbye({ clock, progress }: Context, seconds: number): Promise<void> {
  const pause = Math.min(seconds, LONGEST_GOODBYE)
  if (pause === 0) return
  progress.info(`The old address serves for another ${pause} s, because resolvers still remember it`)
  await clock.sleep(pause * 1000)
}

/** Checks again the hosts that were free to go before the release: if something came to them since, they keep address and host. */
async function clearOlds(ctx: Context, olds: readonly Host[], record: ReleaseRecord | undefined): Promise<Clearance> {
  const clearance = await clearToEnd(ctx, olds, record)
  if (!('kind' in clearance)) return clearance
  throw new DeployError('host-in-use', `The release is on the new host, but the old one stays, with its address: ${clearance.reason}`, {
    hint: `${clearance.hint} Then run this again.`,
  })
}

/** With `elastic-ip: false` no host keeps an Elastic IP: those that had one were just replaced. */
async function releaseAddresses({ config, networks, progress }: Context, clearance: Clearance): Promise<void> {
  for (const address of await networks.releaseAddresses(config.service, clearance)) progress.info(`Released ${address}`)
}

/** One after the other: the next one must see which addresses are taken. Safe to repeat after an interruption, like everything that follows. */
async function moveAddresses(ctx: Context, plans: readonly HostPlan[], hosts: readonly Host[]): Promise<readonly Host[]> {
  const live = [...hosts]
  const all = [...hosts, ...replacedHosts(plans)]
  for (const [at, plan] of plans.entries()) {
    const next = hosts[at]
    if (plan.kind !== 'replace' || next === undefined) continue
    const others = all.filter(({ id }) => id !== next.id && id !== plan.host.id)
    live[at] = await moveAddress(ctx, next, others)
  }
  return live
}

/** `others` keep their addresses. */
async function moveAddress(ctx: Context, next: Host, others: readonly Host[]): Promise<Host> {
  const { service, host } = ctx.config
  if (host.elasticIp) {
    const address = await ctx.networks.ensureAddress(
      service,
      next.id,
      others.map(({ id }) => id),
    )
    ctx.progress.info(`Address ${address} now belongs to ${next.id}`)
  }
  return (await ctx.hosts.get(next.id)) ?? next
}

async function end(ctx: Context, old: Host, clearance: Clearance): Promise<void> {
  const { service } = ctx.config
  const cleared = clearance.hosts.find(({ id }) => id === old.id)
  if (cleared && isOwn(old, service)) {
    await ctx.hosts.terminate(cleared)
    return ctx.progress.info(`Terminated ${old.id}`)
  }
  ctx.progress.warn(
    `The action did not create ${old.id}, so it keeps running: remove its tags ${Object.keys(serviceTags(service)).join(' and ')}.`,
  )
}
