import type { Context } from '../context.ts'
import { isOwn } from '../domain/host.ts'
import type { Host } from '../domain/host.ts'
import { ofService } from '../domain/release.ts'
import { parseRemoveResult } from '../domain/remote-result.ts'
import type { Report } from '../domain/report.ts'
import { serviceKey } from '../domain/service.ts'
import { DeployError } from '../errors.ts'
import { checkAccount, hostsInUse } from './observe.ts'
import { waitForAgent } from './provision.ts'
import { withLease } from './with-lease.ts'

/** Removes what was created for the service, in the order in which AWS lets go of it; on a host of others, only the service's own containers. */
export async function destroy(ctx: Context): Promise<Report> {
  return withLease(ctx, () => destroyHolding(ctx))
}

async function destroyHolding(ctx: Context): Promise<Report> {
  const { progress, config } = ctx
  const hosts = await progress.step('Observe', async () => {
    const [found] = await Promise.all([hostsInUse(ctx), checkAccount(ctx)])
    await refuseSharedHosts(ctx, found)
    return found
  })
  const removed: string[] = []
  const note = (...lines: readonly string[]): void => {
    removed.push(...lines)
    for (const line of lines) progress.info(`Removed ${line}`)
  }
  await progress.step('Remove the service from its hosts', async () => {
    for (const host of hosts) note(...(await removeFrom(ctx, host)))
  })
  await progress.step('Remove what belongs to it', () => removeRest(ctx, note))
  const name = `${config.service.name} (${config.service.environment})`
  return {
    outcome: 'destroyed',
    headline: removed.length === 0 ? `${name}: nothing was left to remove` : `${name}: removed ${removed.length} resources`,
    outputs: {},
    facts: [],
    removed,
  }
}

/** A host that this action made for one service may have been given others since, by `instance-id`; they must not go down with it. */
async function refuseSharedHosts({ config, records }: Context, hosts: readonly Host[]): Promise<void> {
  const own = hosts.filter((host) => isOwn(host, config.service)).map(({ id }) => id)
  if (own.length === 0) return
  const others = (await records.list()).filter((record) => own.includes(record.hostId) && !ofService(record, config.service))
  if (others.length === 0) return
  const names = others.map((record) => `${record.service} (${record.environment})`).join(', ')
  throw new DeployError('refused', `the host ${own.join(', ')} also serves ${names}`, { next: `Destroy or move ${names} first.` })
}

async function removeFrom(ctx: Context, host: Host): Promise<readonly string[]> {
  if (isOwn(host, ctx.config.service)) {
    await ctx.hosts.terminate(host.id)
    await untilGone(ctx, host.id)
    return [`instance ${host.id}`]
  }
  await waitForAgent(ctx, host)
  const key = serviceKey(ctx.config.service)
  const payload = [
    ['service', key],
    ['region', ctx.config.region],
  ] as const
  const [answer] = await ctx.remote.run(
    { hostIds: [host.id], verb: 'remove', payload, comment: `docker-to-ec2: remove ${key}`, timeout: 300 },
    ctx.signal,
  )
  const result = parseRemoveResult(answer?.stdout ?? '')
  if (!result)
    throw new DeployError('script-failed', `${host.id} did not remove ${key}: ${answer?.stderr || answer?.stdout}`, {
      next: 'Run destroy again.',
    })
  return result.removed
}

/** The address and the security group are free only when the instance is terminated. */
async function untilGone({ hosts, clock, config, progress }: Context, id: string): Promise<void> {
  const since = clock.now()
  for (let state = await hosts.state(id); state !== 'terminated'; state = await hosts.state(id)) {
    if (clock.now() - since > config.hostTimeout * 1000) {
      throw new DeployError('host-timeout', `${id} is still ${state} after ${config.hostTimeout} s`, {
        next: 'Run destroy again; it goes on where it stopped.',
      })
    }
    progress.waiting(`${id} to terminate (${state})`, since)
    await clock.sleep(2000)
  }
}

async function removeRest(
  { config, networks, hostRoles, records, repositories, lease }: Context,
  note: (...lines: readonly string[]) => void,
): Promise<void> {
  const { service, region } = config
  for (const address of await networks.releaseAddresses(service)) note(`address ${address}`)
  for (const group of await networks.removeSecurityGroups(service)) note(`security group ${group}`)
  note(...(await hostRoles.remove(service, region)))
  await lease.clear(service)
  const record = await records.remove(service)
  if (record !== undefined) note(`parameter ${record}`)
  if (config.destroyRepository && (await repositories.remove(config.image.repository))) note(`repository ${config.image.repository}`)
}
