import type { Context } from '../context.ts'
import type { Host } from '../domain/host/host.ts'
import { hostOrder } from '../domain/remote/order.ts'
import { parseStatusResult } from '../domain/remote/result.ts'
import type { ServiceStatus } from '../domain/remote/result.ts'
import { serviceKey } from '../domain/service.ts'
import { orderSpec } from './order-spec.ts'

/** A host, and what it says of the service, or in words why it says nothing. */
export interface Asked {
  readonly host: Host
  readonly seen: ServiceStatus | string
}

/** Asks all hosts that SSM reaches, with one command. */
export async function askHosts(ctx: Context, hosts: readonly Host[]): Promise<readonly Asked[]> {
  const running = hosts.filter(({ state }) => state === 'running')
  const online = await reachable(ctx, running)
  const said = online.length === 0 ? new Map<string, string>() : await ask(ctx, online)
  return hosts.map((host) => {
    const stdout = said.get(host.id)
    if (host.state !== 'running') return { host, seen: `the host is ${host.state}` }
    return { host, seen: stdout === undefined ? 'SSM cannot reach the host' : read(ctx, stdout) }
  })
}

async function reachable({ remote }: Context, hosts: readonly Host[]): Promise<readonly string[]> {
  const ids = hosts.map(({ id }) => id)
  const agents = ids.length === 0 ? [] : await remote.agents(ids)
  return ids.filter((_, at) => agents[at]?.kind === 'online')
}

async function ask(ctx: Context, hostIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const order = hostOrder('status', orderSpec(ctx))
  const comment = `docker-to-ec2: status ${order.service}`
  const answers = await ctx.remote.run({ hostIds, order, comment, timeout: 60, regardless: true }, ctx.signal)
  return new Map(answers.map(({ hostId, stdout }) => [hostId, stdout]))
}

function read({ config }: Context, stdout: string): ServiceStatus | string {
  const result = parseStatusResult(stdout)
  if (!result) return 'the host gave no answer'
  const key = serviceKey(config.service)
  return result.services.find(({ service }) => service === key) ?? 'nothing of this service is on the host'
}
