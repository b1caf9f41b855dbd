import type { Context } from '../../context.ts'
import { isOwn } from '../../domain/host/host.ts'
import type { Host } from '../../domain/host/host.ts'
import { isSettled, needsLaunch, replacedHosts, subnetsTaken } from '../../domain/host/host-plan.ts'
import type { HostPlan } from '../../domain/host/host-plan.ts'
import { closedPorts, portWords } from '../../domain/open-ports.ts'
import { isEcr, parseImage } from '../../domain/image/image.ts'
import type { ReleaseRecord } from '../../domain/release/record.ts'
import { bringProgram } from './bring-program.ts'
import { launchHosts } from './launch.ts'
import type { LaunchInput } from './launch.ts'
import { waitForAgents } from './wait-for-agents.ts'
import { waitForState } from './wait-for-state.ts'

export interface ProvisionInput {
  readonly plans: readonly HostPlan[]
  /** The container settings for a new host. */
  readonly spec: LaunchInput['spec']
  /** Whether an earlier run finished the hosts. */
  readonly record: ReleaseRecord | undefined
}

/**
 * Carries out the plans: afterwards each host runs with its address and the host program, and its agent is online. Returns the hosts in the order
 * of the plans.
 */
export async function provision(ctx: Context, input: ProvisionInput): Promise<readonly Host[]> {
  const { plans, record } = input
  const hosts = await obtain(ctx, input)
  const settled = (host: Host): boolean => isSettled(host, ctx.config.host, record)
  const unsettled = hosts.filter((host, at) => isOwn(host, ctx.config.service) && plans[at]?.kind !== 'replace' && !settled(host))
  await settle(ctx, unsettled, idsOf([...hosts, ...replacedHosts(plans)]))
  await waitForAgents(ctx, hosts)
  await bringProgram(ctx, idsOf(hosts), record)
  return Promise.all(hosts.map(async (host) => (settled(host) && host.publicIp !== undefined ? host : refreshed(ctx, host))))
}

async function obtain(ctx: Context, input: ProvisionInput): Promise<readonly Host[]> {
  const { plans } = input
  const missing = plans.filter(needsLaunch)
  const launched = missing.length === 0 ? [] : await launchMissing(ctx, { ...input, missing })
  // A launch opens the port.
  const fresh = new Map(missing.map((plan, at) => [plan, launched[at] && { ...launched[at], openPorts: [] }]))
  return Promise.all(plans.map((plan) => ready(ctx, plan, fresh.get(plan))))
}

interface Missing extends ProvisionInput {
  /** The plans for new hosts. */
  readonly missing: readonly HostPlan[]
}

function launchMissing(ctx: Context, { plans, missing, spec }: Missing): Promise<readonly Host[]> {
  return launchHosts(ctx, {
    spec,
    repositories: repositoriesOf(ctx),
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

/** Repositories that the host pulls from ECR: the service's, and those of `image` or `proxy-image`. */
export function repositoriesOf({ config }: Context): string[] {
  const images = [config.image.existing, config.proxyImage.reference].flatMap((image) => (image === undefined ? [] : [parseImage(image)]))
  const others = images.filter(({ registry }) => isEcr(registry, undefined)).map(({ repository }) => repository)
  return [config.image.repository, ...others]
}

/** Starts a stopped host, and waits until it runs. */
export async function startHost(ctx: Context, host: Host): Promise<Host> {
  ctx.progress.info(`Starting ${host.id}, which is ${host.state}`)
  await waitForState(ctx, host.id, { reached: (state) => state !== 'stopping', what: 'to finish stopping' })
  await ctx.hosts.start(host.id)
  return waitUntilRunning(ctx, { ...host, state: 'pending' })
}

async function waitUntilRunning(ctx: Context, host: Host): Promise<Host> {
  if (host.state === 'running') return host
  await waitForState(ctx, host.id, { reached: (state) => state === 'running', what: 'to run' })
  return refreshed(ctx, host)
}

/** Finishes what a killed run may have left undone: the open port, the address. `all`: every host that can have one of the addresses. */
async function settle(ctx: Context, hosts: readonly Host[], all: readonly string[]): Promise<void> {
  const { host: spec, service } = ctx.config
  if (spec.securityGroupIds.length === 0) await openClosedPorts(ctx, hosts)
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

/** Only in the service's own groups: hosts that were launched with others keep those. Only closed ports: others can be open to a few by hand. */
async function openClosedPorts({ config, networks, progress }: Context, hosts: readonly Host[]): Promise<void> {
  const { service, host: spec } = config
  const closed = (host: Host) => closedPorts(spec.ports, host.openPorts ?? [])
  const [own, others] = [hosts.filter(({ openPorts }) => openPorts !== undefined), hosts.filter(({ openPorts }) => openPorts === undefined)]
  for (const [vpcId, members] of Map.groupBy(own, (host) => host.vpcId)) {
    const ports = spec.ports.filter((port) => members.some((host) => closed(host).includes(port)))
    if (vpcId === undefined || ports.length === 0) continue
    await networks.ensureSecurityGroup(service, vpcId, ports)
    progress.info(`Opened ${portWords(ports)} to the world`)
  }
  if (spec.ports.length === 0) return
  for (const { id, securityGroupIds } of others)
    progress.warn(
      `${id} has none of the service's own security groups, so the action opens no port there: see that ${securityGroupIds.join(' or ')} opens ${portWords(spec.ports)}.`,
    )
}

function idsOf(hosts: readonly Host[]): readonly string[] {
  return hosts.map(({ id }) => id)
}

async function refreshed(ctx: Context, host: Host): Promise<Host> {
  const now = await ctx.hosts.get(host.id)
  return now === undefined ? host : { ...now, openPorts: host.openPorts }
}
