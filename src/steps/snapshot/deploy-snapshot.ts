import type { Context } from '../../context.ts'
import { platformOf } from '../../domain/host/host.ts'
import type { Host } from '../../domain/host/host.ts'
import type { Architecture, Platform } from '../../domain/platform.ts'
import { areSettled } from '../../domain/host/host-plan.ts'
import type { HostPlan } from '../../domain/host/host-plan.ts'
import { refuseRoleOutOfReach } from '../../domain/host/host-role.ts'
import type { PublishedImage } from '../../domain/image/image.ts'
import { refuseBlocked, refuseOlder } from '../../domain/release/commit-order.ts'
import type { Refusal } from '../../domain/refusal.ts'
import { refuseDataLoss, refuseGuests, refuseSplitData } from '../../domain/data/data-loss.ts'
import { keptPaths } from '../../domain/data/volumes.ts'
import type { DataAtStake, SharedData } from '../../domain/data/data-loss.ts'
import { refuseOwnFolders } from '../../domain/container/own-folders.ts'
import { comparedSecrets, compareSecrets, NO_SECRET_CHANGES } from '../../domain/release/secret-changes.ts'
import type { SecretChanges } from '../../domain/release/secret-changes.ts'
import type { ReleaseRecord } from '../../domain/release/record.ts'
import type { Comparison } from '../../domain/commits.ts'
import { compareWithLive } from './commit-order.ts'
import { snapshotHosts } from '../hosts/hosts-snapshot.ts'
import type { HostsSnapshot } from '../hosts/hosts-snapshot.ts'
import { findImage } from '../image/publish.ts'
import type { Found } from '../image/found-image.ts'
import { refuseTooLargeRelease, releaseOf } from '../orders/release-order.ts'

/** All that a deploy looks at before it changes anything. */
export interface DeploySnapshot extends HostsSnapshot {
  readonly comparison: Comparison | undefined
  /** Missing where the host is refused: which image it needs is not known then. */
  readonly image: { readonly platform: Platform; readonly found: Found } | undefined
  /** How the secrets of the live release stand to what is current. */
  readonly secrets: SecretChanges
  /** Why a deploy of this commit is refused, whatever host there is. */
  readonly refusals: readonly Refusal[]
}

/** Tells what the service keeps on hosts that are to be replaced. */
export type DataOf = (hosts: readonly Host[], record: ReleaseRecord | undefined) => Promise<readonly DataAtStake[]>

/** Looks, and changes nothing. */
export async function snapshotDeploy(ctx: Context, dataOf: DataOf): Promise<DeploySnapshot> {
  const { job, guards, volumeData } = ctx.config
  const seen = await snapshotHosts(ctx)
  const { hostPlan, record } = seen
  const plans = hostPlan.kind === 'refuse' ? [] : hostPlan.plans
  const [comparison, image, secrets, stakes] = await Promise.all([
    compareWithLive(ctx, record?.commit ?? ''),
    hostPlan.kind === 'refuse' ? undefined : imageFor(ctx, plans, record),
    secretsSince(ctx, record),
    dataOf(
      plans.flatMap((plan) => (plan.kind === 'replace' ? [plan.host] : [])),
      record,
    ),
  ])
  const refusals = [
    refuseTooLargeRelease(ctx),
    refuseBlocked(job.commit, record, guards),
    refuseOlder(job.commit, record?.commit ?? '', comparison?.relation, guards),
    refuseSplitData(sharedData(ctx, plans.length, image?.found.kind === 'image' ? image.found.image : undefined)),
    refuseDataLoss(stakes, volumeData),
    refuseGuests(stakes),
    refuseRoleOutOfReach(ctx.config.spec, plans),
    refuseOwnFolders(ctx.config.spec.volumes),
  ].filter((refusal) => refusal !== undefined)
  return { ...seen, comparison, image, secrets, refusals }
}

/** What several hosts would each have for themselves; without an image, as far as the inputs tell. */
export function sharedData({ config }: Context, hosts: number, image: PublishedImage | undefined): SharedData {
  const { service, spec, volumeData } = config
  return { service, hosts, volumes: spec.volumes, declared: keptPaths(image?.volumes ?? [], spec.tmpfs), volumeData }
}

async function secretsSince({ config, secretVersions }: Context, record: ReleaseRecord | undefined): Promise<SecretChanges> {
  const compared = comparedSecrets(config.spec, record)
  if (compared.size === 0) return NO_SECRET_CHANGES
  return compareSecrets(config.spec, record, await secretVersions.current([...compared.values()]))
}

async function imageFor(ctx: Context, plans: readonly HostPlan[], record: ReleaseRecord | undefined): Promise<DeploySnapshot['image']> {
  const platform = platformOf(await architectureOf(ctx, plans))
  return { platform, found: await findImage(ctx, { platform, record }) }
}

/** Where there will be a new host, that of the type which the inputs ask for. */
async function architectureOf({ config, catalog }: Context, plans: readonly HostPlan[]): Promise<Architecture> {
  const kept = plans.flatMap((plan) => (plan.kind === 'launch' || plan.kind === 'replace' ? [] : [plan.host]))
  const [first] = kept
  return first && kept.length === plans.length ? first.architecture : catalog.architectureOf(config.host.instanceType)
}

/** Whether nothing is to be built, launched or changed, as far as the record tells. */
export function isLive(
  ctx: Context,
  { hostPlan, record, image, secrets }: Pick<DeploySnapshot, 'hostPlan' | 'record' | 'image' | 'secrets'>,
): boolean {
  if (secrets.changed.length > 0) return false
  if (image?.found.kind !== 'image' || record?.release !== releaseOf(ctx, image.found.image).name) return false
  return areSettled(hostPlan, ctx.config.host, record)
}
