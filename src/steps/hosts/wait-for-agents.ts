import type { Context } from '../../context.ts'
import { diagnoseAgent } from '../../domain/host/agent-diagnosis.ts'
import type { Agent } from '../../domain/host/agent-diagnosis.ts'
import type { Host } from '../../domain/host/host.ts'
import { hostNames } from '../../domain/host/host-names.ts'
import { DeployError } from '../../errors.ts'
import { pollUntil } from '../../ports/poll-until.ts'
import type { Look } from '../../ports/poll-until.ts'

/** Waits until SSM reaches all hosts. Stops at once if waiting cannot help. */
export function waitForAgents(ctx: Context, hosts: readonly Host[]): Promise<void> {
  return pollUntil<void, Silent>({
    clock: ctx.clock,
    look: () => lookAtAgents(ctx, hosts),
    limit: ctx.config.hostTimeout * 1000,
    every: 2000,
    onWait: (silent, since) =>
      ctx.progress.waiting(`the SSM agent of ${hostNames(silent.map(({ host }) => host.id))} to come online`, since),
    onLimit: ([first]) => unreachable(ctx, first),
  })
}

interface HostAgent {
  readonly host: Host
  readonly agent: Agent
}

type Silent = readonly [HostAgent, ...HostAgent[]]

async function lookAtAgents(ctx: Context, hosts: readonly Host[]): Promise<Look<void, Silent>> {
  const agents = await ctx.remote.agents(hosts.map(({ id }) => id))
  const [first, ...others] = hosts.map((host, at) => ({ host, agent: agents[at] ?? ({ kind: 'unknown' } as const) })).filter(isSilent)
  if (first === undefined) return { ended: undefined }
  const hopeless = [first, ...others].find(({ host }) => host.instanceProfile === undefined)
  return hopeless ? unreachable(ctx, hopeless) : { waiting: [first, ...others] }
}

function isSilent({ agent }: HostAgent): boolean {
  return agent.kind !== 'online'
}

async function unreachable(ctx: Context, { host, agent }: HostAgent): Promise<never> {
  const current = (await ctx.hosts.get(host.id)) ?? host
  const { reason, hint } = diagnoseAgent({ host: current, agent })
  throw new DeployError('agent-offline', `SSM cannot reach the host: ${reason}`, { hint })
}
