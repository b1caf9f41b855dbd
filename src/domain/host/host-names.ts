/** How many hosts a sentence names. */
const NAMED = 4

/** A few hosts by their ids, or the first ones of many. */
export function hostNames(ids: readonly string[]): string {
  return ids.length <= NAMED ? ids.join(', ') : `${ids.slice(0, NAMED - 1).join(', ')} and ${ids.length - NAMED + 1} others`
}
