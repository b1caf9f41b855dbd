import type { Context } from '../../context.ts'
import type { Host } from '../../domain/host/host.ts'
import { hostOrder } from '../../domain/order/order.ts'
import { parseStatusResult } from '../../domain/rollout/result.ts'
import type { StatusResult } from '../../domain/rollout/result.ts'
import { serviceOfKey, serviceKey } from '../../domain/service.ts'
import { orderSpec } from './order-spec.ts'
import { reachOf } from './reach.ts'
import { send } from './send.ts'
import type { Answered } from './send.ts'
import type { HostStatus, Silence } from '../../domain/rollout/host-status.ts'

/** Asks all hosts in SSM's reach with one command. */
export async function queryStatus(ctx: Context, hosts: readonly Host[]): Promise<readonly HostStatus[]> {
  const reach = await reachOf(ctx, hosts)
  const online = reach.flatMap(({ host, reason }) => (reason === undefined ? [host.id] : []))
  const answers = online.length === 0 ? [] : await ask(ctx, online)
  return reach.map(({ host, reason, isUnknown }) => {
    if (reason !== undefined) return unheard(host, reason, isUnknown ? 'nothing' : 'all')
    return statusOf(ctx, host, answers.find(({ hostId }) => hostId === host.id)?.result)
  })
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
