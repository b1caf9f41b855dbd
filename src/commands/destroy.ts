import type { Context } from '../context.ts'
import { isOwn } from '../domain/host/host.ts'
import type { Host } from '../domain/host/host.ts'
import { liveTag } from '../domain/image/image.ts'
import { refuseFrozen } from '../domain/lease/freeze.ts'
import { refuseDeployedSince } from '../domain/preview/guards.ts'
import { refuseNoPreview, refuseStaying } from '../domain/host/ending.ts'
import type { Clearance, ClearedRepository } from '../domain/host/ending.ts'
import { warningsOf } from '../domain/cause/findings.ts'
import { hostOrder } from '../domain/order/order.ts'
import type { RemoveResult } from '../domain/rollout/result.ts'
import { parseDeployResult, parseRemoveResult } from '../domain/rollout/result.ts'
import type { Report } from '../report/parts/report.ts'
import { displayName } from '../domain/service.ts'
import { recordedGrace } from '../domain/release/fingerprint.ts'
import type { ReleaseRecord } from '../domain/release/record.ts'
import { namesAt } from '../domain/release/route.ts'
import { assertNotRefused, refused } from '../errors.ts'
import { destinationOf } from '../domain/dns/destination.ts'
import type { WantedNames } from '../steps/dns/plan-names.ts'
import { removeNames } from '../steps/dns/point-names.ts'
import { clearToDelete, clearToEnd } from '../steps/hosts/ending.ts'
import { hostError, resultOf } from '../steps/hosts/host-result.ts'
import { hostsInUse, refuseName, refusePreviewName } from '../steps/hosts/hosts-snapshot.ts'
import { orderSpec } from '../steps/orders/order-spec.ts'
import { send } from '../steps/orders/send.ts'
import type { Answered } from '../steps/orders/send.ts'
import { waitForAgents } from '../steps/hosts/wait-for-agents.ts'
import { waitForState } from '../steps/hosts/wait-for-state.ts'
import type { AwaitedState } from '../steps/hosts/wait-for-state.ts'
import { NO_COMMIT } from '../steps/lease/acquire-lease.ts'
import { withLease } from '../steps/lease/with-lease.ts'

/** Removes everything that was created for the service, in the order that AWS requires; on a host of others, only the service's own containers. */
export async function destroy(ctx: Context): Promise<Report> {
  return withLease(ctx, { ...NO_COMMIT, isLast: true }, destroyHolding)
}

async function destroyHolding(ctx: Context): Promise<Report> {
  const { progress, config } = ctx
  const ending = await progress.step('Check what is live', () => clearedEnding(ctx))
  const removed: string[] = []
  const note = (...lines: readonly string[]): void => {
    removed.push(...lines)
    for (const line of lines) progress.info(`Removed ${line}`)
  }
  await progress.step('Remove its DNS records', async () => note(...(await removeNames(ctx, await namesToRemove(ctx)))))
  await progress.step('Remove the service from its hosts', async () => note(...(await removeHosts(ctx, ending))))
  const kept = await progress.step('Remove what belongs to the service', () => removeRest(ctx, ending, note))
  const name = displayName(config.service)
  return {
    outcome: 'destroyed',
    headline: removed.length === 0 ? `${name}: nothing to remove` : `${name}: removed ${removed.length} resources`,
    outputs: {},
    facts: kept === undefined ? [] : [['Kept', `repository ${kept} with its images; destroy-repository: true removes it`]],
    removed,
  }
}

/** Before the address: a moment later, that may belong to someone else. */
async function namesToRemove({ config, records }: Context): Promise<WantedNames> {
  const record = await records.read(config.service)
  const had = [...new Set([...config.spec.domains, ...(record ? namesAt(record.route) : [])])]
  return { names: [], had, to: destinationOf([]), record, proxied: false }
}

/** What the run is allowed to end. */
interface Ending {
  /** Terminates the service's own hosts, then removes its other resources. */
  readonly clearance: Clearance
  /** Removes the service from hosts of others; its volumes stay there. */
  readonly others: readonly Host[]
  readonly repository: ClearedRepository | undefined
  readonly record: ReleaseRecord | undefined
}

async function clearedEnding(ctx: Context): Promise<Ending> {
  const { service } = ctx.config
  const hosts = await hostsInUse(ctx)
  const own = hosts.filter((host) => isOwn(host, service))
  assertNotRefused(refuseStaying(await hostsBeside(ctx, own)))
  const record = await ctx.records.read(service)
  const { preview } = ctx.config
  assertNotRefused(await (preview ? refusePreviewName(ctx, record, preview) : refuseName(ctx, record, own)))
  assertNotRefused(preview && (refuseNoPreview(preview, { record, own: own.map(({ id }) => id) }) ?? refuseDeployedSince(record, preview)))
  assertNotRefused(refuseFrozen(record, ctx.clock.now()))
  const [clearance, repository] = await Promise.all([clearToEnd(ctx, own, record), clearToDelete(ctx)])
  if ('kind' in clearance) throw refused(clearance)
  return { clearance, others: hosts.filter((host) => !own.includes(host)), repository, record }
}

/** Ids of the service's own hosts that `instance-id` does not name. */
async function hostsBeside({ config, hosts }: Context, own: readonly Host[]): Promise<readonly string[]> {
  if (config.host.instanceId === undefined) return []
  const tagged = (await hosts.find(config.service)).filter((host) => isOwn(host, config.service))
  return tagged.map(({ id }) => id).filter((id) => own.every((one) => one.id !== id))
}

async function removeHosts(ctx: Context, { clearance, others, record }: Ending): Promise<readonly string[]> {
  const { hosts: own } = clearance
  await Promise.all(own.map((host) => ctx.hosts.terminate(host)))
  for (const { id } of own) await waitForState(ctx, id, GONE)
  return [...own.map(({ id }) => `instance ${id}`), ...(others.length === 0 ? [] : await removeFrom(ctx, others, record))]
}

/** Seconds for a removal, beside the time that the live container may take to stop. */
const REMOVAL = 300

async function removeFrom(ctx: Context, hosts: readonly Host[], record: ReleaseRecord | undefined): Promise<readonly string[]> {
  await waitForAgents(ctx, hosts)
  // A preview's data lasts as long as its pull request.
  const volumeData = ctx.config.preview ? ['discarded'] : []
  const order = { ...hostOrder('remove', orderSpec(ctx)), volumeData }
  const hostIds = hosts.map(({ id }) => id)
  const timeout = REMOVAL + recordedGrace(record)
  const answers = await send(ctx, { hostIds, order, timeout, continueOnError: true, read: parseRemoveResult })
  return answers.flatMap((answer) => removedBy(ctx, answer))
}

function removedBy(ctx: Context, answer: Answered<RemoveResult>): readonly string[] {
  const { progress, config, permit } = ctx
  const { hostId, result } = answer
  if (result === undefined) {
    const failed = resultOf(answer, parseDeployResult(answer.stdout))
    if (failed.cause === 'lease-lost') throw permit.lose(`${hostId} has received orders from a later run`)
    throw hostError(ctx, failed, `did not remove ${displayName(config.service)}`)
  }
  for (const warning of warningsOf([{ hostId, findings: result.findings }])) progress.warn(warning)
  for (const volume of result.kept) progress.info(`Kept the volume ${volume} on ${hostId}`)
  return result.removed
}

/** AWS frees the address and the security group only when the instance is terminated. */
const GONE: AwaitedState = {
  reached: (state) => state === 'terminated',
  what: 'to terminate',
  hint: 'Run destroy again: it continues where it stopped.',
}

/** Returns the repository that stays, if the service had an image in one. */
async function removeRest(
  { config, networks, hostRoles, records, repositories }: Context,
  { clearance, repository: cleared }: Ending,
  note: (...lines: readonly string[]) => void,
): Promise<string | undefined> {
  const { service, region } = config
  for (const address of await networks.releaseAddresses(service, clearance)) note(`address ${address}`)
  for (const group of await networks.removeSecurityGroups(service, clearance)) note(`security group ${group}`)
  // A preview is always on the hosts of others, so there is no role of its own, and the run's role cannot even look for one.
  if (config.preview === undefined) note(...(await hostRoles.remove(service, region, clearance)))
  for (const parameter of await records.remove(service)) note(`parameter ${parameter}`)
  const { repository } = config.image
  if (cleared && (await repositories.remove(cleared, service))) {
    note(`repository ${repository}`)
    return undefined
  }
  if (!(await repositories.untag(repository, liveTag(service)))) return undefined
  note(`tag ${repository}:${liveTag(service)}`)
  return repository
}
