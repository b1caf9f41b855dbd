import type { Context } from '../../context.ts'
import type { Host } from '../../domain/host/host.ts'
import { hostOrder } from '../../domain/order/order.ts'
import { parseStatusResult } from '../../domain/rollout/result.ts'
import { displayNameOfKey, serviceKey } from '../../domain/service.ts'
import { orderSpec } from '../orders/order-spec.ts'
import type { HostStatus } from '../../domain/rollout/host-status.ts'

/** Asks all hosts that SSM reaches, with one command. */
export async function queryStatus(ctx: Context, hosts: readonly Host[]): Promise<readonly HostStatus[]> {
  const running = hosts.filter(({ state }) => state === 'running')
  const online = await reachable(ctx, running)
  const said = online.length === 0 ? new Map<string, string>() : await ask(ctx, online)
  return hosts.map((host) => {
    const stdout = said.get(host.id)
    if (host.state !== 'running') return unheard(host, `the host is ${host.state}`)
    return stdout === undefined ? unheard(host, 'SSM cannot reach the host') : read(ctx, host, stdout)
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
  const answers = await ctx.remote.run({ hostIds, order, comment, timeout: 60, continueOnError: true }, ctx.signal)
  return new Map(answers.map(({ hostId, stdout }) => [hostId, stdout]))
}

function unheard(host: Host, reason: string): HostStatus {
  return { host, seen: reason, others: [], silent: reason, findings: [] }
}

function read({ config }: Context, host: Host, stdout: string): HostStatus {
  const result = parseStatusResult(stdout)
  if (!result) return unheard(host, 'the host gave no answer')
  const key = serviceKey(config.service)
  const seen = result.services.find(({ service }) => service === key) ?? 'nothing of this service is on the host'
  const { findings = [] } = result
  const others = result.services.filter(({ service }) => service !== key).map(({ service }) => displayNameOfKey(service))
  return { host, seen, others, findings, ...(result.docker === '' ? { silent: 'Docker does not answer on the host' } : {}) }
}
