import type { Context } from '../../context.ts'
import { isOwn } from '../../domain/host/host.ts'
import type { Host } from '../../domain/host/host.ts'
import { isSettled, needsLaunch, subnetsTaken } from '../../domain/host/host-plan.ts'
import type { HostPlan } from '../../domain/host/host-plan.ts'
import { isEcr, parseImage } from '../../domain/image/image.ts'
import type { ReleaseRecord } from '../../domain/release/record.ts'
import { DeployError } from '../../errors.ts'
import { bringProgram } from './bring-program.ts'
import { launchHosts } from './launch.ts'
import { waitForAgents } from './wait-for-agents.ts'

export interface ProvisionInput {
  readonly plans: readonly HostPlan[]
  readonly accountId: string
  /** Tells whether an earlier run finished the hosts. */
  readonly record: ReleaseRecord | undefined
}

/**
 * Makes the plans true: afterwards each host runs, has its address and the host program, and its agent is online. Gives the hosts in the order of the
 * plans.
 */
export async function provision(ctx: Context, { plans, accountId, record }: ProvisionInput): Promise<readonly Host[]> {
  const hosts = await obtain(ctx, plans, accountId)
  const settled = (host: Host): boolean => isSettled(host, ctx.config.host, record)
  const unsettled = hosts.filter((host, at) => isOwn(host, ctx.config.service) && plans[at]?.kind !== 'replace' && !settled(host))
  await settle(ctx, unsettled, idsOf(plans, hosts))
  await waitForAgents(ctx, hosts)
  await bringProgram(
    ctx,
    hosts.map(({ id }) => id),
    record,
  )
  return Promise.all(hosts.map(async (host) => (settled(host) && host.publicIp !== undefined ? host : refreshed(ctx, host))))
}

async function obtain(ctx: Context, plans: readonly HostPlan[], accountId: string): Promise<readonly Host[]> {
  const missing = plans.filter(needsLaunch)
  const launched = missing.length === 0 ? [] : await launchMissing(ctx, { plans, missing, accountId })
  const fresh = new Map(missing.map((plan, at) => [plan, launched[at]]))
  return Promise.all(plans.map((plan) => ready(ctx, plan, fresh.get(plan))))
}

interface Missing {
  readonly plans: readonly HostPlan[]
  /** Those that need a new host. */
  readonly missing: readonly HostPlan[]
  readonly accountId: string
}

function launchMissing(ctx: Context, { plans, missing, accountId }: Missing): Promise<readonly Host[]> {
  return launchHosts(ctx, {
    accountId,
    repositories: [ctx.config.image.repository, ...ownRepositories(ctx)],
    replaces: missing.map((plan) => (plan.kind === 'replace' ? plan.host.id : undefined)),
    taken: subnetsTaken(plans),
  })
}

async function ready(ctx: Context, plan: HostPlan, launched: Host | undefined): Promise<Host> {
  if (plan.kind === 'start') return startHost(ctx, plan.host)
  const host = launched ?? (plan.kind === 'replace' ? plan.next : undefined) ?? (plan.kind === 'reuse' ? plan.host : undefined)
  if (host === undefined) throw new Error('A host that was to be launched is not there.')
  if (plan.kind === 'reuse') ctx.progress.info(`Reusing ${host.id} (${host.instanceType}, ${host.publicIp ?? 'no public address'})`)
  return waitUntilRunning(ctx, host)
}

/** Repositories, besides the service's, that the host pulls from ECR: where `image` or `proxy-image` lie there. */
function ownRepositories({ config }: Context): string[] {
  const images = [config.image.existing, config.proxyImage.reference].flatMap((image) => (image === undefined ? [] : [parseImage(image)]))
  return images.filter(({ registry }) => isEcr(registry, undefined)).map(({ repository }) => repository)
}

async function startHost(ctx: Context, host: Host): Promise<Host> {
  ctx.progress.info(`Starting ${host.id}, which is ${host.state}`)
  await waitForState(ctx, host.id, (state) => state !== 'stopping', 'to finish stopping')
  await ctx.hosts.start(host.id)
  return waitUntilRunning(ctx, { ...host, state: 'pending' })
}

async function waitUntilRunning(ctx: Context, host: Host): Promise<Host> {
  if (host.state === 'running') return host
  await waitForState(ctx, host.id, (state) => state === 'running', 'to run')
  return refreshed(ctx, host)
}

async function waitForState(ctx: Context, id: string, reached: (state: Host['state']) => boolean, what: string): Promise<void> {
  const since = ctx.clock.now()
  for (let state = await ctx.hosts.state(id); !reached(state); state = await ctx.hosts.state(id)) {
    if (state === 'terminated' || state === 'shutting-down') {
      throw new DeployError('host-terminated', `${id} was terminated while this run waited for it ${what}`, {
        next: 'Look at its state transition reason in the EC2 console; run this again to launch a new one.',
      })
    }
    if (ctx.clock.now() - since > ctx.config.hostTimeout * 1000) {
      throw new DeployError('host-timeout', `${id} is still ${state} after ${ctx.config.hostTimeout} s; waited for it ${what}`, {
        next: 'Raise host-timeout, or look at the instance in the EC2 console.',
      })
    }
    ctx.progress.waiting(`${id} ${what} (${state})`, since)
    await ctx.clock.sleep(2000)
  }
}

/** What a run that was killed after the launch may have left undone: the open port, the address. `all`: every host that may have one of the addresses. */
async function settle(ctx: Context, hosts: readonly Host[], all: readonly string[]): Promise<void> {
  const { host: spec, service } = ctx.config
  if (spec.securityGroupIds.length === 0) {
    for (const vpcId of new Set(hosts.flatMap((host) => host.vpcId ?? [])))
      await ctx.networks.ensureSecurityGroup(service, vpcId, spec.httpPort)
  }
  if (!spec.elasticIp) return
  // One after the other: the next one must see which addresses are taken.
  for (const { id } of hosts) {
    const address = await ctx.networks.ensureAddress(
      service,
      id,
      all.filter((other) => other !== id),
    )
    ctx.progress.info(`Address ${address}${hosts.length > 1 ? ` of ${id}` : ''}`)
  }
}

function idsOf(plans: readonly HostPlan[], hosts: readonly Host[]): readonly string[] {
  return [...hosts, ...plans.flatMap((plan) => (plan.kind === 'replace' ? [plan.host] : []))].map(({ id }) => id)
}

async function refreshed(ctx: Context, host: Host): Promise<Host> {
  return (await ctx.hosts.get(host.id)) ?? host
}
