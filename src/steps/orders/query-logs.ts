import type { Context } from '../../context.ts'
import type { Host } from '../../domain/host/host.ts'
import { logsOrder } from '../../domain/order/logs-order.ts'
import { parseLogsResult } from '../../domain/rollout/host-logs.ts'
import type { HostLogs } from '../../domain/rollout/host-logs.ts'
import { orderSpec } from './order-spec.ts'
import { reachOf } from './reach.ts'
import { send } from './send.ts'

/** Reads the logs of the service on all hosts in SSM's reach, with one command. */
export async function queryLogs(ctx: Context, hosts: readonly Host[]): Promise<readonly HostLogs[]> {
  const reach = await reachOf(ctx, hosts)
  const hostIds = reach.flatMap(({ host, reason }) => (reason === undefined ? [host.id] : []))
  const { lines, since } = ctx.config.logs
  const order = logsOrder({ ...orderSpec(ctx), lines, since })
  const answers = hostIds.length === 0 ? [] : await send(ctx, { hostIds, order, timeout: 60, continueOnError: true, read: parseLogsResult })
  return reach.map(({ host, reason }) => {
    if (reason !== undefined) return { host, logs: reason }
    return { host, logs: answers.find(({ hostId }) => hostId === host.id)?.result ?? 'the host did not answer' }
  })
}
