import type { Context } from '../../context.ts'
import { diagnoseAgent } from '../../domain/host/agent-diagnosis.ts'
import type { Host } from '../../domain/host/host.ts'
import { DeployError } from '../../errors.ts'
import type { Agent } from '../../ports/hosts/remote.ts'

/** Waits until SSM reaches all the hosts. Gives up at once where no waiting helps. */
export async function waitForAgents(ctx: Context, hosts: readonly Host[]): Promise<void> {
  const since = ctx.clock.now()
  for (;;) {
    const agents = await ctx.remote.agents(hosts.map(({ id }) => id))
    const silent = hosts.flatMap((host, at) => ({ host, agent: agents[at] ?? ({ kind: 'unknown' } as const) })).filter(isSilent)
    const [first] = silent
    if (first === undefined) return
    const hopeless = silent.find(({ host }) => host.instanceProfile === undefined)
    const late = ctx.clock.now() - since > ctx.config.hostTimeout * 1000
    if (hopeless || late) throw await unreachable(ctx, hopeless ?? first)
    ctx.progress.waiting(`the SSM agent of ${silent.map(({ host }) => host.id).join(', ')} to come online`, since)
    await ctx.clock.sleep(2000)
  }
}

interface Reached {
  readonly host: Host
  readonly agent: Agent
}

function isSilent({ agent }: Reached): boolean {
  return agent.kind !== 'online'
}

async function unreachable(ctx: Context, { host, agent }: Reached): Promise<DeployError> {
  const current = (await ctx.hosts.get(host.id)) ?? host
  const { reason, next } = diagnoseAgent({ host: current, agent })
  return new DeployError('agent-offline', `SSM cannot reach the host: ${reason}`, { next })
}
