import type { Context } from '../../context.ts'
import { platformOf } from '../../domain/host/host.ts'
import type { Host } from '../../domain/host/host.ts'
import type { Architecture, Platform } from '../../domain/platform.ts'
import { keptHosts, replacedHosts } from '../../domain/host/host-plan.ts'
import type { HostPlan } from '../../domain/host/host-plan.ts'
import { refusalsToEnd } from '../../domain/host/ending.ts'
import type { AtStake } from '../../domain/host/ending.ts'
import { refuseRoleOutOfReach } from '../../domain/host/host-role.ts'
import type { PublishedImage } from '../../domain/image/image.ts'
import { refuseBlocked, refuseOlder } from '../../domain/release/commit-order.ts'
import type { Refusal } from '../../domain/refusal.ts'
import { plannedDestination } from '../../domain/dns/destination.ts'
import type { NamesPlan } from '../../domain/dns/plan-zone.ts'
import { refuseOwnFolders } from '../../domain/container/own-folders.ts'
import { changesNothing } from '../../domain/plan/changes-nothing.ts'
import { comparedSecrets, compareSecrets, NO_SECRET_CHANGES } from '../../domain/release/secret-changes.ts'
import type { SecretChanges } from '../../domain/release/secret-changes.ts'
import { refuseFrozen } from '../../domain/lease/freeze.ts'
import type { ReleaseRecord } from '../../domain/release/record.ts'
import { refuseCost } from '../../domain/cost/limit.ts'
import { refuseAlarms } from '../../domain/rollout/alarms.ts'
import { nameOf } from '../../domain/release/wanted.ts'
import type { Wanted } from '../../domain/release/wanted.ts'
import type { Comparison } from '../../domain/commits.ts'
import type { Tag } from '../../domain/version/version-tags.ts'
import { estimateAfter } from '../cost/estimate-cost.ts'
import { compareWithLive } from './commit-order.ts'
import { refuseData } from './refuse-data.ts'
import { planNames, wantedNames } from '../dns/plan-names.ts'
import { snapshotHosts } from '../hosts/hosts-snapshot.ts'
import type { HostsSnapshot } from '../hosts/hosts-snapshot.ts'
import { findImage } from '../image/publish.ts'
import { refusalsOfImage } from '../image/proof.ts'
import type { Found } from '../image/found-image.ts'
import { refuseTooLargeRelease } from '../orders/release-order.ts'
import { nameRelease } from '../version/name-release.ts'
import type { ReleaseVersion } from '../version/name-release.ts'
import { proposeVersion } from '../version/propose-version.ts'

/** Everything that a deploy looks at before it changes anything. */
export interface DeploySnapshot extends HostsSnapshot {
  readonly wanted: Wanted
  readonly comparison: Comparison | undefined
  /** Missing if the host is refused: the image's platform is unknown then. */
  readonly image: { readonly platform: Platform; readonly found: Found; readonly refusals: readonly Refusal[] } | undefined
  /** The live release's secrets compared with their current versions. */
  readonly secrets: SecretChanges
  /** What happens to the service's names. */
  readonly names: NamesPlan
  /** Semantic version of the release; `undefined`: it has none. */
  readonly semver: string | undefined
  /** The tags of the repository; `undefined`: not requested, or GitHub does not return them. */
  readonly tags: readonly Tag[] | undefined
  /** The proposed version of the commit; empty without one. */
  readonly nextVersion: string
  /** Why a deploy of this commit is refused, whatever the hosts are. */
  readonly refusals: readonly Refusal[]
}

/** Finds what is on hosts that will be replaced. */
export type StakesOn = (hosts: readonly Host[], record: ReleaseRecord | undefined) => Promise<readonly AtStake[]>

/** Finds what the run deploys. */
export type FindWanted = () => Promise<Wanted>

/** Reads the wanted and the current state in parallel. Changes nothing. */
export async function snapshotDeploy(ctx: Context, find: FindWanted, stakesOn: StakesOn): Promise<DeploySnapshot> {
  const [hosts, wanted] = await Promise.all([snapshotHosts(ctx), find()])
  const { hostPlan, record } = hosts
  const plans = hostPlan.kind === 'refuse' ? [] : hostPlan.plans
  const [comparison, image, secrets, names, stakes, alarms, tags, cost] = await Promise.all([
    compareWithLive(ctx, wanted.commit, record?.commit ?? ''),
    hostPlan.kind === 'refuse' ? undefined : imageFor(ctx, plans, { wanted, record }),
    secretsSince(ctx, wanted, record),
    planNames(ctx, wantedNames(wanted.spec, record, plannedDestination(plans, ctx.config.host))),
    stakesOn(replacedHosts(plans), record),
    alarmRefusal(ctx),
    tagsFor(ctx),
    costRefusal(ctx, plans),
  ])
  const digest = digestOf({ wanted, image })
  const [version, nextVersion] = await Promise.all([
    nameRelease(ctx, { wanted, record, digest, tags }),
    proposeVersion(ctx, wanted.commit, tags),
  ])
  const seen = { ...hosts, wanted, comparison, image, secrets, names, tags, nextVersion, semver: version.semver }
  return { ...seen, refusals: refusalsOf(ctx, seen, { plans, stakes, alarms, cost, version }) }
}

/** A release with a name needs no request, unless the next one is to be proposed. */
async function tagsFor({ config: { versioning }, commits }: Context): Promise<readonly Tag[] | undefined> {
  return versioning.asked === undefined || versioning.next !== undefined ? commits.tags() : undefined
}

interface Planned {
  readonly version: ReleaseVersion
  readonly plans: readonly HostPlan[]
  readonly stakes: readonly AtStake[]
  readonly alarms: Refusal | undefined
  readonly cost: Refusal | undefined
}

function refusalsOf(
  ctx: Context,
  seen: Omit<DeploySnapshot, 'refusals'>,
  { plans, stakes, alarms, cost, version }: Planned,
): readonly Refusal[] {
  const { guards, volumeData } = ctx.config
  const { wanted, record, comparison, image } = seen
  const { commit, spec } = wanted
  return [
    refuseFrozen(record, ctx.clock.now()),
    alarms,
    ...(image?.refusals ?? []),
    refuseTooLargeRelease(ctx, wanted),
    version.refusal,
    refuseBlocked(commit, record, guards),
    refuseOlder(commit, record?.commit ?? '', comparison?.relation, guards),
    refuseData(ctx, wanted, { plans, image: publishedIn(image) }),
    ...refusalsToEnd(stakes, volumeData),
    refuseRoleOutOfReach(spec, plans),
    cost,
    refuseOwnFolders(spec.volumes),
    ...seen.names.refusals,
  ].filter((refusal) => refusal !== undefined)
}

async function alarmRefusal({ alarms, config }: Context): Promise<Refusal | undefined> {
  return config.alarms.length === 0 ? undefined : refuseAlarms(config.alarms, await alarms.states(config.alarms))
}

async function costRefusal(ctx: Context, plans: readonly HostPlan[]): Promise<Refusal | undefined> {
  const { maxMonthlyCost } = ctx.config.guards
  return maxMonthlyCost === undefined || plans.length === 0 ? undefined : refuseCost(await estimateAfter(ctx, plans), maxMonthlyCost)
}

async function secretsSince({ secretVersions }: Context, { spec }: Wanted, record: ReleaseRecord | undefined): Promise<SecretChanges> {
  const compared = comparedSecrets(spec, record)
  if (compared.size === 0) return NO_SECRET_CHANGES
  return compareSecrets(spec, record, await secretVersions.current([...compared.values()]))
}

async function imageFor(
  ctx: Context,
  plans: readonly HostPlan[],
  input: { readonly wanted: Wanted; readonly record: ReleaseRecord | undefined },
): Promise<DeploySnapshot['image']> {
  const platform = platformOf(await architectureOf(ctx, plans))
  const found = await findImage(ctx, { platform, ...input })
  return { platform, found, refusals: await refusalsOfImage(ctx, { wanted: input.wanted, platform, found }) }
}

/** For a new host, the platform of the requested instance type. */
async function architectureOf({ config, catalog }: Context, plans: readonly HostPlan[]): Promise<Architecture> {
  const kept = keptHosts(plans)
  const [first] = kept
  return first && kept.length === plans.length ? first.architecture : catalog.architectureOf(config.host.instanceType)
}

function publishedIn(image: DeploySnapshot['image']): PublishedImage | undefined {
  return image?.found.kind === 'image' ? image.found.image : undefined
}

/** Name of the wanted release; empty while its digest is unknown. */
export function plannedName(seen: Pick<DeploySnapshot, 'wanted' | 'image'>): string {
  const digest = digestOf(seen)
  return digest === '' ? '' : nameOf(seen.wanted, digest)
}

/** Empty until the image is built. */
function digestOf({ wanted, image }: Pick<DeploySnapshot, 'wanted' | 'image'>): string {
  return wanted.kind === 'promoted' ? wanted.from.release.digest : (publishedIn(image)?.digest ?? '')
}

/** Whether the image exists, and a deploy would change nothing. Hosts that serve something else report it when they get the order. */
export function isLive(
  { config }: Context,
  seen: Pick<DeploySnapshot, 'hostPlan' | 'record' | 'wanted' | 'image' | 'secrets' | 'names'>,
): boolean {
  const { wanted, image, names } = seen
  const wish = {
    spec: config.host,
    release: plannedName(seen),
    configuration: wanted.spec,
    names: names.steps,
    proxyImage: config.proxyImage,
  }
  return image?.found.kind === 'image' && changesNothing({ ...seen, ...wish, drift: [] })
}
