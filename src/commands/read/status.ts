import type { Context } from '../../context.ts'
import type { Report } from '../../report/parts/report.ts'
import { queryStatus } from '../../steps/orders/query-status.ts'
import { lookUpNames } from '../../steps/dns/look-up-names.ts'
import { hostsInUse, renamedSince } from '../../steps/hosts/hosts-snapshot.ts'
import { assertNotRefused } from '../../errors.ts'
import { estimateNow } from '../../steps/cost/estimate-cost.ts'
import { freezeOf } from '../../domain/lease/freeze.ts'
import { statusReport } from '../../report/pages/status.ts'

/** How many versions of the record the page shows. */
const SHOWN = 10

/** Reports what is deployed where, by the record and by the hosts themselves. Changes nothing. */
export async function status(ctx: Context): Promise<Report> {
  const { progress, config } = ctx
  const [hosts, history] = await progress.step('Check what is live', async () => {
    const [found, versions] = await Promise.all([hostsInUse(ctx), ctx.records.history(config.service, SHOWN)])
    return [found, versions] as const
  })
  const [record] = history
  assertNotRefused(await renamedSince(ctx, record, hosts))
  const now = ctx.clock.now()
  const ask = () => queryStatus(ctx, hosts)
  const [asked, names, cost] = await Promise.all([
    hosts.length === 0 ? [] : progress.step(hosts.length > 1 ? 'Ask the hosts' : 'Ask the host', ask),
    lookUpNames(ctx, record, hosts),
    hosts.length === 0 ? undefined : estimateNow(ctx, hosts),
  ])
  return statusReport(config, { asked, names, cost, history, freeze: freezeOf(record, now), now })
}
