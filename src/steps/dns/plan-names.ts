import type { Context } from '../../context.ts'
import { isOwnedBy, markersIn, markersOf } from '../../domain/dns/marker.ts'
import type { Owner } from '../../domain/dns/marker.ts'
import { planZone } from '../../domain/dns/plan-zone.ts'
import type { Destination } from '../../domain/dns/name-step.ts'
import type { NamesPlan, SeenZone } from '../../domain/dns/plan-zone.ts'
import { namesOf } from '../../domain/dns/wanted-names.ts'
import { namesAt } from '../../domain/release/route.ts'
import { placeNames } from '../../domain/dns/zone.ts'
import type { PlacedNames, Zone, ZonedName } from '../../domain/dns/zone.ts'
import { refuse } from '../../domain/refusal.ts'
import type { Refusal, Refused } from '../../domain/refusal.ts'
import { DeployError, isNotAllowed } from '../../errors.ts'
import type { ReleaseRecord } from '../../domain/release/record.ts'
import type { Specification } from '../../domain/release/spec.ts'

export interface WantedNames {
  readonly names: readonly string[]
  /** Names that the service had: their zones may still contain its records. */
  readonly had: readonly string[]
  readonly to: Destination
  /** The service's record, which lists the zones with its DNS records. */
  readonly record: ReleaseRecord | undefined
  /** See `ZoneGoal`. */
  readonly proxied: boolean
}

/** The names of a release that replaces the recorded one. */
export function wantedNames(spec: Specification, record: ReleaseRecord | undefined, to: Destination): WantedNames {
  return { ...namesOf(spec), had: record ? namesAt(record.route) : [], to, record }
}

const NO_NAMES: NamesPlan = { steps: [], refusals: [] }

/** Plans the wanted names, and those that the service had. Asks Route 53 only if there are any. */
export async function planNames(ctx: Context, wanted: WantedNames): Promise<NamesPlan> {
  const before = wanted.record?.zones ?? []
  if (wanted.names.length + wanted.had.length + before.length === 0) return NO_NAMES
  const zones = await zonesOf(ctx, wanted)
  if ('kind' in zones) return { steps: [], refusals: [zones] }
  const how = { named: ctx.config.zoneIds !== undefined }
  const placed = placeNames(wanted.names, zones, how)
  const { elsewhere } = placed
  if (how.named && zones.length > 0 && elsewhere.length > 0 && elsewhere.length === wanted.names.length)
    return { steps: [], refusals: [refuseOtherZones(elsewhere, zones)] }
  const had = placeNames(wanted.had, zones, how).zoned.map(({ zone }) => zone)
  const others = [...had, ...(await zonesBefore(ctx, before, zones))]
  const seen = await Promise.all(byZone(placed.zoned, others).map((one) => seenZone(ctx, one)))
  const goal = { ...wanted, byHand: ctx.config.zoneIds?.includes('none') === true, owner: ownerOf(ctx) }
  return joined(
    seen.map((one) => planZone(one, goal)),
    placed,
    wanted.to,
  )
}

/** The plans of all zones, plus the names without a zone, unless a record in another zone stays. */
function joined(plans: readonly NamesPlan[], { elsewhere, refusals }: PlacedNames, to: Destination): NamesPlan {
  const steps = plans.flatMap((plan) => plan.steps)
  const nowhere = elsewhere.filter((name) => !steps.some((step) => step.name === name && step.action !== 'remove'))
  return {
    steps: [...steps, ...nowhere.map((name) => ({ action: 'elsewhere', name, to }) as const)],
    refusals: [...refusals, ...plans.flatMap((plan) => plan.refusals)],
  }
}

/** The owner in this run's markers. */
export function ownerOf({ config }: Context): Owner {
  return { service: config.service, region: config.region }
}

/** The zones that the inputs name, or all of the account; empty if the role cannot list them. */
async function zonesOf(ctx: Context, { names, had }: WantedNames): Promise<readonly Zone[] | Refused> {
  const { zoneIds } = ctx.config
  if (zoneIds !== undefined) return namedZones(ctx, zoneIds)
  if (names.length + had.length === 0) return []
  const zones = await ctx.zones.list()
  if (zones !== 'denied') return zones
  if (names.length === 0) return []
  ctx.progress.info(
    'The role of this run may not list hosted zones (route53:ListHostedZones), so the records of domains are up to you. The parameters HostedZoneId and Names of docs/iam/setup.yaml let the action create them.',
  )
  return []
}

async function namedZones({ zones }: Context, ids: readonly string[]): Promise<readonly Zone[] | Refused> {
  const wanted = ids.filter((id) => id !== 'none')
  const found = await Promise.all(wanted.map((id) => zones.get(id)))
  const missing = wanted.filter((_, at) => found[at] === undefined)
  if (missing.length === 0) return found.filter((zone) => zone !== undefined)
  return refuse(
    `hosted-zone-id: Route 53 knows no hosted zone ${missing.join(', ')} in this account`,
    'Correct the id, or leave hosted-zone-id out to find the zone by its name.',
  )
}

/** The zones of `hosted-zone-id` must contain the names. */
function refuseOtherZones(names: readonly string[], zones: readonly Zone[]): Refusal {
  const words = zones.map(({ name, id }) => `${name} (${id})`)
  return {
    reason: `hosted-zone-id: ${names.join(', ')} ${names.length === 1 ? 'is' : 'are'} not in ${words.join(' or ')}`,
    hint: 'Correct the id, leave hosted-zone-id out to find the zone by its name, or set it to none to create the records yourself.',
  }
}

/** The zones that have contained the service's records and still exist. */
async function zonesBefore({ zones }: Context, ids: readonly string[], known: readonly Zone[]): Promise<readonly Zone[]> {
  const found = await Promise.all(ids.map(async (id) => known.find((zone) => zone.id === id) ?? zones.get(id)))
  return found.filter((zone) => zone !== undefined)
}

interface ZoneNames {
  readonly zone: Zone
  readonly names: readonly string[]
}

/** Each zone once, with its names. */
function byZone(zoned: readonly ZonedName[], others: readonly Zone[]): readonly ZoneNames[] {
  const all = new Map([...others, ...zoned.map(({ zone }) => zone)].map((zone) => [zone.id, zone]))
  return [...all.values()].map((zone) => ({ zone, names: zoned.flatMap((one) => (one.zone.id === zone.id ? [one.name] : [])) }))
}

/** A role may see a zone, but not its records: then somebody else manages them. */
async function seenZone(ctx: Context, zone: ZoneNames): Promise<SeenZone> {
  try {
    return await setsInZone(ctx, zone)
  } catch (error) {
    if (!isNotAllowed(error)) throw error
    const hint = `${error.hint ?? ''} Or set hosted-zone-id: none to manage the records of domains yourself.`
    throw new DeployError(error.code, error.message, { hint, cause: error })
  }
}

/** The service's markers show which names it had. */
async function setsInZone(ctx: Context, { zone, names }: ZoneNames): Promise<SeenZone> {
  const markers = await ctx.zones.setsBelow(zone, markersOf(zone))
  const had = markersIn(markers, zone).flatMap((marker) => (isOwnedBy(marker, ownerOf(ctx)) ? [marker.name] : []))
  const sets = await ctx.zones.setsAt(zone, [...new Set([...names, ...had])])
  return { zone, names, sets: [...sets, ...markers] }
}
