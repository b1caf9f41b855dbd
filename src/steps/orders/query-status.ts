import type { Context } from '../../context.ts'
import type { Agent } from '../../domain/host/agent-diagnosis.ts'
import { isRunning } from '../../domain/host/host.ts'
import type { Host } from '../../domain/host/host.ts'
import { hostOrder } from '../../domain/order/order.ts'
import { parseStatusResult } from '../../domain/rollout/result.ts'
import type { StatusResult } from '../../domain/rollout/result.ts'
import { serviceOfKey, serviceKey } from '../../domain/service.ts'
import { orderSpec } from './order-spec.ts'
import { send } from './send.ts'
import type { Answered } from './send.ts'
import type { HostStatus, Silence } from '../../domain/rollout/host-status.ts'

/** Asks all hosts in SSM's reach with one command. */
export async function queryStatus(ctx: Context, hosts: readonly Host[]): Promise<readonly HostStatus[]> {
  const agents = await agentsOf(ctx, hosts)
  const online = hosts.flatMap(({ id, state }) => (state === 'running' && agents.get(id)?.kind === 'online' ? [id] : []))
  const answers = online.length === 0 ? [] : await ask(ctx, online)
  return hosts.map((host) => {
    const answer = answers.find(({ hostId }) => hostId === host.id)
    if (answer !== undefined) return statusOf(ctx, host, answer.result)
    const reason = host.state === 'running' ? 'SSM cannot reach the host' : `the host is ${host.state}`
    return unheard(host, reason, agents.get(host.id)?.kind === 'unknown' ? 'nothing' : 'all')
  })
}

async function agentsOf({ remote }: Context, hosts: readonly Host[]): Promise<ReadonlyMap<string, Agent>> {
  const ids = hosts.filter(isRunning).map(({ id }) => id)
  const agents = ids.length === 0 ? [] : await remote.agents(ids)
  return new Map(agents.map((agent, at) => [ids[at] ?? '', agent]))
}

function ask(ctx: Context, hostIds: readonly string[]): Promise<readonly Answered<StatusResult>[]> {
  const order = hostOrder('status', orderSpec(ctx))
  return send(ctx, { hostIds, order, timeout: 60, continueOnError: true, read: parseStatusResult })
}

function unheard(host: Host, reason: string, hides: Silence['hides'] = 'all'): HostStatus {
  return { host, status: reason, others: [], silent: { reason, hides }, findings: [] }
}

function statusOf({ config }: Context, host: Host, result: StatusResult | undefined): HostStatus {
  if (!result) return unheard(host, 'the host did not answer')
  const key = serviceKey(config.service)
  const status = result.services.find(({ service }) => service === key) ?? 'nothing of this service is on the host'
  const { findings, kept, others = [] } = result
  const silent = silenceOf(result)
  return { host, status, others: others.map(serviceOfKey), kept, findings, ...(silent && { silent }) }
}

function silenceOf({ docker, others }: StatusResult): Silence | undefined {
  if (others === undefined) return { reason: 'its program does not say which services are on it', hides: 'all' }
  return docker === '' ? { reason: 'Docker does not answer on the host', hides: 'data' } : undefined
}
