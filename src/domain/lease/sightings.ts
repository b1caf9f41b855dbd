/** When each of several marks was first seen as it is, in milliseconds of one's own clock. Nobody else's clock is asked. */
export type Sightings = ReadonlyMap<string, Sighting>

interface Sighting {
  readonly mark: number
  readonly since: number
}

/** What was seen now takes the place of what was seen before; a mark that has not changed keeps its time. */
export function sighted(before: Sightings, marks: Iterable<readonly [string, number]>, now: number): Sightings {
  return new Map(
    [...marks].map(([name, mark]) => {
      const known = before.get(name)
      return [name, known?.mark === mark ? known : { mark, since: now }]
    }),
  )
}

/** For how long a mark has been seen as it is. */
export function ageOf(sightings: Sightings, name: string, mark: number, now: number): number {
  const known = sightings.get(name)
  return known?.mark === mark ? now - known.since : 0
}
