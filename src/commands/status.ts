import type { Context } from '../context.ts'
import type { Host } from '../domain/host.ts'
import type { ReleaseRecord } from '../domain/release.ts'
import { parseStatusResult } from '../domain/remote-result.ts'
import type { ServiceStatus } from '../domain/remote-result.ts'
import type { Report } from '../domain/report.ts'
import { serviceKey } from '../domain/service.ts'
import { checkAccount, observeHosts } from './observe.ts'

/** Tells what is deployed where, as recorded and as the host itself sees it. Changes nothing. */
export async function status(ctx: Context): Promise<Report> {
  const { progress, config } = ctx
  const [hosts, record] = await progress.step('Observe', async () => {
    const [, found, recorded] = await Promise.all([checkAccount(ctx), observeHosts(ctx), ctx.records.read(config.service)])
    return [found, recorded] as const
  })
  const seen = await progress.step('Ask the host', async () => {
    const [host] = hosts
    return host ? askHost(ctx, host) : undefined
  })
  return statusReport(ctx, { hosts, record, seen })
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
  const answer = await ctx.remote.run(
    { hostId: host.id, verb: 'status', payload, comment: `docker-to-ec2: status ${key}`, timeout: 60 },
    ctx.signal,
  )
  const result = parseStatusResult(answer.stdout)
  if (!result) return 'the host gave no answer'
  return result.services.find((candidate) => candidate.service === key) ?? 'nothing of this service is on the host'
}

interface Seen {
  readonly hosts: readonly Host[]
  readonly record: ReleaseRecord | undefined
  readonly seen: ServiceStatus | string | undefined
}

function statusReport({ config }: Context, { hosts, record, seen }: Seen): Report {
  const name = `${config.service.name} (${config.service.environment})`
  const [host] = hosts
  const live = typeof seen === 'object' ? seen : undefined
  const address = host?.publicIp ?? host?.privateIp
  const port = record?.httpPort ?? config.host.httpPort
  const url = live && address ? `http://${address}${port === 80 ? '' : `:${port}`}` : ''
  return {
    outcome: 'reported',
    headline: live ? `${name}: ${live.release} serves at ${url}` : `${name}: ${typeof seen === 'string' ? seen : 'not deployed'}`,
    outputs: {
      url,
      'instance-id': host?.id ?? '',
      'public-ip': host?.publicIp ?? '',
      image: record?.image ?? '',
      digest: record?.digest ?? '',
      release: record?.release ?? '',
      'previous-release': record?.previousRelease ?? '',
      'serving-digest': live?.serving ?? '',
    },
    facts: [
      ...hosts.map(({ id, instanceType, state }): [string, string] => ['Host', `${id} (${instanceType}, ${state})`]),
      ...(url ? [['Address', url] as const] : []),
      ['Recorded', record ? `${record.release}, by ${record.actor} at ${record.deployedAt}` : 'no release'],
      [
        'Serving',
        live
          ? `${live.release}, ${live.running ? 'running' : 'not running'}, ${live.healthy ? 'healthy' : 'not healthy'}`
          : typeof seen === 'string'
            ? seen
            : 'nothing',
      ],
      ...(live && record && live.serving !== record.digest
        ? [['Drift', 'the host serves another digest than the record tells; deploy again to heal it'] as const]
        : []),
      ...(live ? [['On the host', live.releases.join(', ')] as const] : []),
    ],
  }
}
