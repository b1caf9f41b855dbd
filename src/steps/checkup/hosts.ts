import type { Context } from '../../context.ts'
import { failed, ok, warning } from '../../domain/checkup/check.ts'
import type { Check } from '../../domain/checkup/check.ts'
import type { Finding } from '../../domain/cause/findings.ts'
import { destinationOf } from '../../domain/dns/destination.ts'
import { reachOf, reachWords, recordToMake } from '../../domain/dns/reach.ts'
import type { Destination } from '../../domain/dns/name-step.ts'
import { diagnoseAgent } from '../../domain/host/agent-diagnosis.ts'
import { isStopped } from '../../domain/host/host.ts'
import type { Host } from '../../domain/host/host.ts'
import type { ReleaseRecord } from '../../domain/release/record.ts'
import { namesAt } from '../../domain/release/route.ts'
import type { HostStatus } from '../../domain/rollout/host-status.ts'
import type { ServiceStatus } from '../../domain/rollout/result.ts'
import { assertNotRefused } from '../../errors.ts'
import { isOn } from '../../domain/schedule/schedule.ts'
import type { Schedule } from '../../domain/schedule/schedule.ts'
import { hostsInUse, refuseName } from '../hosts/hosts-snapshot.ts'
import { queryStatus } from '../orders/query-status.ts'

/** Hosts and what runs on them, their names and their certificates. */
export async function lookAtHosts(ctx: Context): Promise<readonly Check[]> {
  const [hosts, record] = await Promise.all([hostsInUse(ctx), ctx.records.read(ctx.config.service)])
  assertNotRefused(await refuseName(ctx, record, hosts))
  if (hosts.length === 0) return [ok('Hosts', 'there is none yet: the first deploy launches it')]
  const awake = hosts.filter((host) => !isIntended(host, ctx.config.schedule, ctx.clock.now()))
  const [agents, names] = await Promise.all([lookAtAgents(ctx, hosts), awake.length === 0 ? [] : lookAtNames(ctx, hosts, record)])
  const reached = awake.length > 0 && agents.some(({ state }) => state === 'ok') ? await queryStatus(ctx, awake) : []
  return [...agents, ...names, ...reached.flatMap((one) => [...findingsOf(one), ...certificatesOf(one)])]
}

async function lookAtAgents({ remote, config, clock }: Context, hosts: readonly Host[]): Promise<readonly Check[]> {
  const agents = await remote.agents(hosts.map(({ id }) => id))
  return hosts.map((host, at) => {
    const agent = agents[at] ?? ({ kind: 'unknown' } as const)
    if (agent.kind === 'online' && host.state === 'running') return ok('Hosts', `${host.id} runs, and SSM reaches it`)
    if (isIntended(host, config.schedule, clock.now())) return ok('Hosts', `${host.id} is ${host.state}, as its schedule says`)
    const { reason, hint } = diagnoseAgent({ host, agent })
    return failed('Hosts', reason, hint)
  })
}

async function lookAtNames(ctx: Context, hosts: readonly Host[], record: ReleaseRecord | undefined): Promise<readonly Check[]> {
  const to = destinationOf(hosts)
  return Promise.all((record ? namesAt(record.route) : []).map((name) => lookAtName(ctx, name, to)))
}

async function lookAtName({ lookups, config }: Context, name: string, to: Destination): Promise<Check> {
  const proxied = config.spec['trusted-proxies'].length > 0
  const found = await lookups.addresses(name)
  if (found.kind === 'unknown') return warning('DNS', `${name} was not looked up: ${found.reason}`, 'Let the runner reach DNS servers.')
  const reach = reachOf(found.addresses, to, { proxied })
  const words = `${name} ${reachWords(reach)}`
  if (reach.kind === 'here' || reach.kind === 'by-proxy') return ok('DNS', words)
  const fix = `Create this record: ${recordToMake(name, to)}.`
  return reach.kind === 'nowhere'
    ? failed('DNS', words, fix)
    : warning('DNS', words, `${fix} If a balancer or CDN is in front, name it in trusted-proxies.`)
}

function isIntended(host: Host, schedule: Schedule | undefined, now: number): boolean {
  return schedule !== undefined && !isOn(schedule, now) && isStopped(host)
}

/** What a host says about itself, except about its own certificates, and why one says nothing. */
function findingsOf(one: HostStatus): readonly Check[] {
  const { host, silent, findings } = one
  const names = certificatesIn(one).map(({ name }) => name)
  const others = findings.filter((finding) => !names.some((name) => isAboutCertificate(finding, name)))
  const found = others.map(({ detail, hint, fatal }) => (fatal ? failed : warning)('Hosts', `${host.id}: ${detail}`, hint))
  if (silent === undefined || silent.hides === 'nothing') return found
  return [...found, failed('Hosts', `${host.id}: ${silent.reason}`, 'Look at the host: its agent, its disk, and Docker on it.')]
}

function certificatesIn({ status }: HostStatus): ServiceStatus['certificates'] {
  return typeof status === 'string' ? [] : status.certificates
}

function isAboutCertificate(finding: Finding, name: string): boolean {
  return finding.name === 'certificate' && finding.detail.startsWith(`${name} `)
}

/** The host judges when a certificate is overdue for renewal: it knows how long it is valid in all, from 12 hours to years. */
function certificatesOf(one: HostStatus): readonly Check[] {
  const { host, findings } = one
  return certificatesIn(one).map(({ name, expires }) => {
    if (expires === null)
      return failed(
        'Certificates',
        `${host.id} has none for ${name}`,
        'Deploy again, and read the message of the authority in docs/causes.md#certificate-failed.',
      )
    const wrong = findings.find((finding) => isAboutCertificate(finding, name))
    if (wrong === undefined) return ok('Certificates', `${name} until ${new Date(expires * 1000).toISOString().slice(0, 10)}`)
    return failed(
      'Certificates',
      `${host.id}: ${wrong.detail}`,
      'Let ports 80 and 443 of the host be reached by the authority, or replace your own certificate.',
    )
  })
}
