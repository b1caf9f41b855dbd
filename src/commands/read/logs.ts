import type { Context } from '../../context.ts'
import { refusePublicLogs } from '../../domain/rollout/host-logs.ts'
import { assertNotRefused } from '../../errors.ts'
import { logsReport } from '../../report/logs/page.ts'
import type { Report } from '../../report/parts/report.ts'
import { hostsInUse, renamedSince } from '../../steps/hosts/hosts-snapshot.ts'
import { queryLogs } from '../../steps/orders/query-logs.ts'

/** Reads the last lines of the containers of the live release, and of a canary, on all hosts. Changes nothing. */
export async function logs(ctx: Context): Promise<Report> {
  const { progress, config, records } = ctx
  if (!config.logs.allowPublic) assertNotRefused(refusePublicLogs(config.job))
  const [hosts, record] = await progress.step('Check what is live', () => Promise.all([hostsInUse(ctx), records.read(config.service)]))
  assertNotRefused(await renamedSince(ctx, record, hosts))
  const read = hosts.length === 0 ? [] : await progress.step('Read the logs', () => queryLogs(ctx, hosts))
  return logsReport(config, read)
}
