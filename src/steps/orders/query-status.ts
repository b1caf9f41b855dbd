import type { Context } from '../../context.ts'
import type { Host } from '../../domain/host/host.ts'
import { hostOrder } from '../../domain/order/order.ts'
import { parseStatusResult } from '../../domain/rollout/result.ts'
import type { StatusResult } from '../../domain/rollout/result.ts'
import { displayNameOfKey, serviceKey } from '../../domain/service.ts'
import { orderSpec } from './order-spec.ts'
import { send } from './send.ts'
import type { Answered } from './send.ts'
import type { HostStatus } from '../../domain/rollout/host-status.ts'

/** Asks all hosts that SSM reaches, with one command. */
export async function queryStatus(ctx: Context, hosts: readonly Host[]): Promise<readonly HostStatus[]> {
  const running = hosts.filter(({ state }) => state === 'running')
  const online = await reachable(ctx, running)
  const answers = online.length === 0 ? [] : await ask(ctx, online)
  return hosts.map((host) => {
    const answer = answers.find(({ hostId }) => hostId === host.id)
    if (host.state !== 'running') return unheard(host, `the host is ${host.state}`)
    return answer === undefined ? unheard(host, 'SSM cannot reach the host') : statusOf(ctx, host, answer.result)
  })
}

async function reachable({ remote }: Context, hosts: readonly Host[]): Promise<readonly string[]> {
  const ids = hosts.map(({ id }) => id)
  const agents = ids.length === 0 ? [] : await remote.agents(ids)
  return ids.filter((_, at) => agents[at]?.kind === 'online')
}

function ask(ctx: Context, hostIds: readonly string[]): Promise<readonly Answered<StatusResult>[]> {
  const order = hostOrder('status', orderSpec(ctx))
  return send(ctx, { hostIds, order, timeout: 60, continueOnError: true, read: parseStatusResult })
}

function unheard(host: Host, reason: string): HostStatus {
  return { host, status: reason, others: [], silent: reason, findings: [] }
}

function statusOf({ config }: Context, host: Host, result: StatusResult | undefined): HostStatus {
  if (!result) return unheard(host, 'the host gave no answer')
  const key = serviceKey(config.service)
  const status = result.services.find(({ service }) => service === key) ?? 'nothing of this service is on the host'
  const { findings = [] } = result
  const others = result.services.filter(({ service }) => service !== key).map(({ service }) => displayNameOfKey(service))
  return { host, status, others, findings, ...(result.docker === '' ? { silent: 'Docker does not answer on the host' } : {}) }
}
