/** Entries sorted by name, so that a hash of them does not depend on their original order. */
export function sortedEntries<T>(entries: Readonly<Record<string, T>>): (readonly [string, T])[] {
  return Object.entries(entries).toSorted(([a], [b]) => (a < b ? -1 : 1))
}
