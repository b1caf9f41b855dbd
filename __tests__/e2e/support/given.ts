/** States that tests build on. One that holds costs nothing; after a test that failed none is believed in, and each is made anew when it is asked for. */
export interface Givens {
  /** Gives what makes this state, or else finds it as it was left. A state may ask for others. */
  readonly given: <T>(make: () => Promise<T>) => () => Promise<T>
  /** What removes a part of a state: called before that state is made anew, and at the end. The last comes first. */
  readonly atEnd: (remove: () => Promise<unknown>) => void
  /** Nothing is certain any more. */
  readonly spoil: () => void
  readonly end: () => Promise<void>
}

export function createGivens(warn: (error: unknown) => void = console.warn): Givens {
  const removals: (() => Promise<unknown>)[] = []
  const made = new Map<object, Promise<unknown>>()
  let clearing: Promise<void> | undefined

  async function clear(): Promise<void> {
    made.clear()
    for (let remove = removals.pop(); remove; remove = removals.pop()) await remove().catch(warn)
  }

  return {
    given<T>(make: () => Promise<T>) {
      return async () => {
        await clearing
        const state = made.get(make) ?? make()
        made.set(make, state)
        return state as Promise<T>
      }
    },
    atEnd: (remove) => void removals.push(remove),
    spoil: () => void (clearing = clear()),
    async end() {
      await clearing
      await clear()
    },
  }
}
