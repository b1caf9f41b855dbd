import { refuse } from '../refusal.ts'
import type { Refusal, Refused } from '../refusal.ts'

/** A hosted zone of Route 53. */
export interface Zone {
  readonly id: string
  /** Lower case, without a trailing dot. */
  readonly name: string
  /** Visible only in its VPCs. */
  readonly isPrivate: boolean
}

export type ZoneChoice =
  | { readonly kind: 'zone'; readonly zone: Zone }
  /** The name's DNS is elsewhere. */
  | { readonly kind: 'elsewhere' }
  | Refused

/**
 * The zone of a name: the candidate with the longest name. `named`: the candidates come from the input hosted-zone-id. Otherwise
 * only public zones count, because nobody outside of a VPC sees the others.
 */
export function zoneFor(name: string, zones: readonly Zone[], { named }: { readonly named: boolean }): ZoneChoice {
  const candidates = zones.filter((zone) => (named || !zone.isPrivate) && liesIn(name, zone))
  const longest = Math.max(...candidates.map((zone) => zone.name.length))
  const [zone, ...others] = candidates.filter((candidate) => candidate.name.length === longest)
  if (zone === undefined) return { kind: 'elsewhere' }
  return others.length === 0 ? { kind: 'zone', zone } : refuseSeveral(name, [zone, ...others])
}

export interface ZonedName {
  readonly name: string
  readonly zone: Zone
}

/** The zones of several names. */
export interface PlacedNames {
  readonly zoned: readonly ZonedName[]
  /** Names whose DNS is elsewhere. */
  readonly elsewhere: readonly string[]
  readonly refusals: readonly Refusal[]
}

/** `zoneFor` each of the names. */
export function placeNames(names: readonly string[], zones: readonly Zone[], how: { readonly named: boolean }): PlacedNames {
  const placed = names.map((name) => ({ name, choice: zoneFor(name, zones, how) }))
  return {
    zoned: placed.flatMap(({ name, choice }) => (choice.kind === 'zone' ? [{ name, zone: choice.zone }] : [])),
    elsewhere: placed.flatMap(({ name, choice }) => (choice.kind === 'elsewhere' ? [name] : [])),
    refusals: placed.flatMap(({ choice }) => (choice.kind === 'refuse' ? [choice] : [])),
  }
}

function liesIn(name: string, zone: Zone): boolean {
  return name === zone.name || name.endsWith(`.${zone.name}`)
}

function refuseSeveral(name: string, zones: readonly Zone[]): Refused {
  const ids = zones.map(({ id }) => id)
  return refuse(
    `domains: ${name} is in ${zones.length} hosted zones named ${zones[0]?.name ?? ''}: ${ids.join(', ')}`,
    `Set hosted-zone-id to the one whose name servers are registered for the domain.`,
  )
}
