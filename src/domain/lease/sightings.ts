/** When each of several marks was first seen in its current state, in milliseconds of this machine's clock. No other clock counts. */
export type Sightings = ReadonlyMap<string, Sighting>

interface Sighting {
  readonly mark: number
  readonly since: number
}

/** The latest marks replace the earlier ones; an unchanged mark keeps its time. */
export function sighted(before: Sightings, marks: Iterable<readonly [string, number]>, now: number): Sightings {
  return new Map(
    [...marks].map(([name, mark]) => {
      const known = before.get(name)
      return [name, known?.mark === mark ? known : { mark, since: now }]
    }),
  )
}

/** How long a mark has been seen unchanged. */
export function ageOf(sightings: Sightings, name: string, mark: number, now: number): number {
  const known = sightings.get(name)
  return known?.mark === mark ? now - known.since : 0
}
