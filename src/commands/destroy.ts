import type { Context } from '../context.ts'
import { isOwn } from '../domain/host/host.ts'
import type { Host } from '../domain/host/host.ts'
import { liveTag } from '../domain/image/image.ts'
import { refuseDataLoss, refuseGuests } from '../domain/data/data-loss.ts'
import { hostOrder } from '../domain/order/order.ts'
import type { RemoveResult } from '../domain/rollout/result.ts'
import { parseDeployResult, parseRemoveResult } from '../domain/rollout/result.ts'
import type { Report } from '../report/parts/report.ts'
import { displayName } from '../domain/service.ts'
import { DeployError, refused } from '../errors.ts'
import { dataOn } from '../steps/hosts/data-at-stake.ts'
import { hostsInUse } from '../steps/hosts/hosts-snapshot.ts'
import { orderSpec } from '../steps/orders/order-spec.ts'
import { send } from '../steps/orders/send.ts'
import type { Answered } from '../steps/orders/send.ts'
import { waitForAgents } from '../steps/hosts/wait-for-agents.ts'
import { waitForState } from '../steps/hosts/wait-for-state.ts'
import type { AwaitedState } from '../steps/hosts/wait-for-state.ts'
import { NO_COMMIT } from '../steps/lease/acquire-lease.ts'
import { withLease } from '../steps/lease/with-lease.ts'

/** Removes what was created for the service, in the order in which AWS lets go of it; on a host of others, only the service's own containers. */
export async function destroy(ctx: Context): Promise<Report> {
  return withLease(ctx, NO_COMMIT, destroyHolding)
}

async function destroyHolding(ctx: Context): Promise<Report> {
  const { progress, config } = ctx
  const hosts = await progress.step('Snapshot', async () => {
    const found = await hostsInUse(ctx)
    await refuseLoss(ctx, found)
    return found
  })
  const removed: string[] = []
  const note = (...lines: readonly string[]): void => {
    removed.push(...lines)
    for (const line of lines) progress.info(`Removed ${line}`)
  }
  await progress.step('Remove the service from its hosts', async () => note(...(await removeHosts(ctx, hosts))))
  await progress.step('Remove what belongs to it', () => removeRest(ctx, note))
  const name = displayName(config.service)
  return {
    outcome: 'destroyed',
    headline: removed.length === 0 ? `${name}: nothing was left to remove` : `${name}: removed ${removed.length} resources`,
    outputs: {},
    facts: [],
    removed,
  }
}

/** Own hosts go with all that is on them; on those of others, volumes stay. */
async function refuseLoss(ctx: Context, hosts: readonly Host[]): Promise<void> {
  const { config, records } = ctx
  const own = hosts.filter((host) => isOwn(host, config.service))
  if (own.length === 0) return
  const stakes = await dataOn(ctx, own, await records.read(config.service))
  const refusal = refuseGuests(stakes) ?? refuseDataLoss(stakes, config.volumeData)
  if (refusal) throw refused(refusal)
}

/** Own hosts go as a whole; those of others are told, with one command, to let go of the service. */
async function removeHosts(ctx: Context, hosts: readonly Host[]): Promise<readonly string[]> {
  const own = hosts.filter((host) => isOwn(host, ctx.config.service))
  const others = hosts.filter((host) => !own.includes(host))
  await Promise.all(own.map(({ id }) => ctx.hosts.terminate(id)))
  for (const { id } of own) await waitForState(ctx, id, GONE)
  return [...own.map(({ id }) => `instance ${id}`), ...(others.length === 0 ? [] : await removeFrom(ctx, others))]
}

async function removeFrom(ctx: Context, hosts: readonly Host[]): Promise<readonly string[]> {
  await waitForAgents(ctx, hosts)
  const order = hostOrder('remove', orderSpec(ctx))
  const hostIds = hosts.map(({ id }) => id)
  const answers = await send(ctx, { hostIds, order, timeout: 300, continueOnError: true, read: parseRemoveResult })
  return answers.flatMap((answer) => removedBy(ctx, answer))
}

function removedBy({ progress, config, permit }: Context, { hostId, result, stdout, stderr }: Answered<RemoveResult>): readonly string[] {
  if (parseDeployResult(stdout)?.cause === 'lease-lost') throw permit.lose(`${hostId} has had orders of a later run`)
  if (result === undefined) {
    throw new DeployError('program-failed', `${hostId} did not remove ${displayName(config.service)}: ${stderr || stdout}`, {
      hint: 'Run destroy again.',
    })
  }
  for (const volume of result.kept ?? []) progress.info(`Kept the volume ${volume} on ${hostId}`)
  return result.removed
}

/** The address and the security group are free only when the instance is terminated. */
const GONE: AwaitedState = {
  reached: (state) => state === 'terminated',
  what: 'to terminate',
  hint: 'Run destroy again; it goes on where it stopped.',
}

async function removeRest(
  { config, networks, hostRoles, records, repositories }: Context,
  note: (...lines: readonly string[]) => void,
): Promise<void> {
  const { service, region } = config
  for (const address of await networks.releaseAddresses(service)) note(`address ${address}`)
  for (const group of await networks.removeSecurityGroups(service)) note(`security group ${group}`)
  note(...(await hostRoles.remove(service, region)))
  const record = await records.remove(service)
  if (record !== undefined) note(`parameter ${record}`)
  const { repository } = config.image
  if (config.destroyRepository && (await repositories.remove(repository))) note(`repository ${repository}`)
  else if (await repositories.untag(repository, liveTag(service))) note(`tag ${repository}:${liveTag(service)}`)
}
