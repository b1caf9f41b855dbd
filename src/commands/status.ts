import type { Context } from '../context.ts'
import type { Host } from '../domain/host.ts'
import { parseStatusResult } from '../domain/remote-result.ts'
import type { ServiceStatus } from '../domain/remote-result.ts'
import type { Report } from '../domain/report.ts'
import { serviceKey } from '../domain/service.ts'
import { checkAccount, hostsInUse } from './observe.ts'
import { statusReport } from './status-report.ts'

/** Versions of the record that are shown. */
const SHOWN = 10

/** Tells what is deployed where, as recorded and as the host itself sees it. Changes nothing. */
export async function status(ctx: Context): Promise<Report> {
  const { progress, config } = ctx
  const [hosts, history] = await progress.step('Observe', async () => {
    const [, found, versions] = await Promise.all([checkAccount(ctx), hostsInUse(ctx), ctx.records.history(config.service, SHOWN)])
    return [found, versions] as const
  })
  const seen = await progress.step('Ask the host', async () => {
    const [host] = hosts
    return host ? askHost(ctx, host) : undefined
  })
  return statusReport(config, { hosts, history, seen })
}

async function askHost(ctx: Context, host: Host): Promise<ServiceStatus | string> {
  if (host.state !== 'running') return `the host is ${host.state}`
  if ((await ctx.remote.agent(host.id)).kind !== 'online') return 'SSM cannot reach the host'
  const { service, region } = ctx.config
  const key = serviceKey(service)
  const payload = [
    ['service', key],
    ['region', region],
  ] as const
  const [answer] = await ctx.remote.run(
    { hostIds: [host.id], verb: 'status', payload, comment: `docker-to-ec2: status ${key}`, timeout: 60 },
    ctx.signal,
  )
  const result = parseStatusResult(answer?.stdout ?? '')
  if (!result) return 'the host gave no answer'
  return result.services.find((candidate) => candidate.service === key) ?? 'nothing of this service is on the host'
}
