/** Entries in the order of their names, so that a hash of them does not depend on the order in which they were written. */
export function sortedEntries<T>(entries: Readonly<Record<string, T>>): (readonly [string, T])[] {
  return Object.entries(entries).toSorted(([a], [b]) => (a < b ? -1 : 1))
}
