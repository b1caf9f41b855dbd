import type { Context } from '../context.ts'
import { diagnoseAgent } from '../domain/agent-diagnosis.ts'
import { isOwn } from '../domain/host.ts'
import type { Host } from '../domain/host.ts'
import { isSettled } from '../domain/host-plan.ts'
import { isEcr, parseImage } from '../domain/image.ts'
import type { ReleaseRecord } from '../domain/release.ts'
import { DeployError } from '../errors.ts'
import type { Applicable } from './observe.ts'
import { launchHost } from './launch.ts'

export interface ProvisionInput {
  readonly plan: Applicable
  readonly accountId: string
  /** Tells whether an earlier run finished the host. */
  readonly record: ReleaseRecord | undefined
}

/** Makes the plan true: afterwards the host runs, has its address, and its agent is online. */
export async function provision(ctx: Context, { plan, accountId, record }: ProvisionInput): Promise<Host> {
  const host = await obtain(ctx, plan, accountId)
  const settled = isSettled(host, ctx.config.host, record)
  if (isOwn(host, ctx.config.service) && plan.kind !== 'replace' && !settled) await settle(ctx, host)
  await waitForAgent(ctx, host)
  return settled && host.publicIp !== undefined ? host : refreshed(ctx, host)
}

async function obtain(ctx: Context, plan: Applicable, accountId: string): Promise<Host> {
  const repositories = [ctx.config.image.repository, ...ownRepositories(ctx)]
  switch (plan.kind) {
    case 'launch':
      return waitUntilRunning(ctx, await launchHost(ctx, { accountId, repositories, replaces: undefined }))
    case 'replace':
      return waitUntilRunning(ctx, plan.next ?? (await launchHost(ctx, { accountId, repositories, replaces: plan.host.id })))
    case 'start':
      return startHost(ctx, plan.host)
    case 'reuse':
      ctx.progress.info(`Reusing ${plan.host.id} (${plan.host.instanceType}, ${plan.host.publicIp ?? 'no public address'})`)
      return waitUntilRunning(ctx, plan.host)
  }
}

/** Repositories, besides the service's, that the host pulls from ECR: where `image` or `proxy-image` lie there. */
function ownRepositories({ config }: Context): string[] {
  const images = [config.image.existing, config.proxyImage].flatMap((image) => (image === undefined ? [] : [parseImage(image)]))
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

/** What a run that was killed after the launch may have left undone: the open port, the address. */
async function settle(ctx: Context, host: Host): Promise<void> {
  const { host: spec, service } = ctx.config
  if (spec.securityGroupIds.length === 0 && host.vpcId !== undefined)
    await ctx.networks.ensureSecurityGroup(service, host.vpcId, spec.httpPort)
  if (spec.elasticIp) ctx.progress.info(`Address ${await ctx.networks.ensureAddress(service, host.id)}`)
}

async function refreshed(ctx: Context, host: Host): Promise<Host> {
  return (await ctx.hosts.get(host.id)) ?? host
}

/** Waits until SSM reaches the host. Gives up at once where no waiting helps. */
export async function waitForAgent(ctx: Context, host: Host): Promise<void> {
  const since = ctx.clock.now()
  for (;;) {
    const agent = await ctx.remote.agent(host.id)
    if (agent.kind === 'online') return
    const hopeless = host.instanceProfile === undefined
    if (hopeless || ctx.clock.now() - since > ctx.config.hostTimeout * 1000) {
      const current = await refreshed(ctx, host)
      const { reason, next } = diagnoseAgent({ host: current, agent })
      throw new DeployError('agent-offline', `SSM cannot reach the host: ${reason}`, { next })
    }
    ctx.progress.waiting(`the SSM agent of ${host.id} to come online`, since)
    await ctx.clock.sleep(2000)
  }
}
