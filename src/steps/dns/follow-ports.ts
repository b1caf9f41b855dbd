import type { Context } from '../../context.ts'
import { portsBeside, portWords } from '../../domain/open-ports.ts'
import type { OpenPort } from '../../domain/open-ports.ts'
import { hostIdsOf } from '../../domain/release/record.ts'
import type { ReleaseRecord } from '../../domain/release/record.ts'
import { isOwn } from '../../domain/host/host.ts'
import type { Host } from '../../domain/host/host.ts'
import { UNKNOWN_PLACE, portsOf } from '../../domain/release/route.ts'
import type { Place } from '../../domain/release/route.ts'
import type { HostResult } from '../../domain/rollout/result.ts'
import { DeployError } from '../../errors.ts'
import { otherRecords } from '../hosts/ending.ts'

/**
 * Once a release serves on other ports than before: closes the ports that neither it nor another service on its hosts uses. A port that stays open
 * without a listener does not fail the release.
 */
export async function closePorts(ctx: Context, record: ReleaseRecord | undefined): Promise<void> {
  if (record !== undefined) await closeBut(ctx, { had: portsOf(record.route), needed: ctx.config.host.ports, record })
}

/** Closes the ports that were opened for a failed release, once all hosts serve the previous one again. */
export async function closeOpened(ctx: Context, record: ReleaseRecord | undefined, results: readonly HostResult[]): Promise<void> {
  if (record === undefined || results.some(({ servingRelease }) => servingRelease !== record.release)) return
  await closeBut(ctx, { had: ctx.config.host.ports, needed: portsOf(record.route), record })
}

/** For a run that deploys nothing new: the ports follow the live release, whatever the inputs say. */
export function withServedPorts(ctx: Context, record: ReleaseRecord | undefined): Context {
  if (record === undefined) return ctx
  return { ...ctx, config: { ...ctx.config, host: { ...ctx.config.host, ports: portsOf(record.route) } } }
}

/**
 * After a return to another release: opens its ports, which the run's inputs do not contain. Problems are only reported, because the release
 * serves.
 */
export async function followPorts(ctx: Context, route: Place, hosts: readonly Host[], record: ReleaseRecord | undefined): Promise<void> {
  if (route === UNKNOWN_PLACE) return
  const ports = portsOf(route)
  const open = record === undefined ? [] : portsOf(record.route)
  if (portsBeside(ports, open).length > 0) {
    await orWarn(ctx, 'The ports of the release are not all open', () => openPorts(ctx, ports, hosts))
  }
  if (record !== undefined) await closeBut(ctx, { had: open, needed: ports, record })
}

/** Only in the service's own groups. */
async function openPorts({ config, networks, progress }: Context, ports: readonly OpenPort[], hosts: readonly Host[]): Promise<void> {
  const { service } = config
  const own = hosts.filter((host) => isOwn(host, service))
  for (const vpcId of new Set(own.flatMap((host) => host.vpcId ?? []))) {
    const { securityGroup } = await networks.own(service, { vpcId, ports })
    if (securityGroup === undefined || securityGroup.open) continue
    await networks.ensureSecurityGroup(service, vpcId, ports)
    progress.info(`Opened ${portWords(ports)}`)
  }
}

interface Leaving {
  readonly had: readonly OpenPort[]
  readonly needed: readonly OpenPort[]
  readonly record: ReleaseRecord
}

async function closeBut(ctx: Context, { had, needed, record }: Leaving): Promise<void> {
  if (portsBeside(had, needed).length === 0) return
  await orWarn(ctx, 'A port that nothing needs is still open', async () => {
    const closed = await ctx.networks.closePorts(ctx.config.service, [...needed, ...(await portsOfGuests(ctx, record))])
    if (closed.length > 0) ctx.progress.info(`Closed ${portWords(closed)}`)
  })
}

async function orWarn({ progress }: Context, words: string, act: () => Promise<void>): Promise<void> {
  try {
    await act()
  } catch (error) {
    if (!(error instanceof DeployError)) throw error
    progress.warn(`${words}: ${error.message} ${error.hint ?? ''}`)
  }
}

async function portsOfGuests(ctx: Context, record: ReleaseRecord): Promise<readonly OpenPort[]> {
  const hosts = hostIdsOf(record)
  const guests = (await otherRecords(ctx)).filter((other) => hostIdsOf(other).some((id) => hosts.includes(id)))
  return guests.flatMap(({ route }) => portsOf(route))
}
