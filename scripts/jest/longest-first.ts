/** The files that take longest, above all by waiting: if one of them came last, a whole run would wait for it alone. */
export const LONGEST: readonly string[] = [
  ...['canary', 'heal', 'steer-fleet', 'https', 'failures', 'workflows'],
  ...['disk', 'advice', 'previews', 'edge', 'steer', 'demo'],
].map((name) => `/__tests__/e2e/${name}.test.ts`)

/** Puts these before all others, whose order stays. */
export function longestFirst<T extends { readonly path: string }>(tests: readonly T[]): T[] {
  const rank = ({ path }: T): number => {
    const at = LONGEST.findIndex((end) => path.endsWith(end))
    return at < 0 ? LONGEST.length : at
  }
  return tests.toSorted((one, other) => rank(one) - rank(other))
}
