/** States that tests build on. An existing one costs nothing; after a failed test none is trusted, and each is created again on demand. */
export interface Givens {
  /** Returns a function that creates this state, or finds the existing one. A state can require others. */
  readonly given: <T>(make: () => Promise<T>) => () => Promise<T>
  /** Removes a part of a state: called before that state is created again, and at the end, in reverse order. */
  readonly atEnd: (remove: () => Promise<unknown>) => void
  /** No state is certain any more. */
  readonly spoil: () => void
  readonly end: () => Promise<void>
}

export interface GivensOptions {
  readonly warn?: (error: unknown) => void
  /** Throws if nothing must be created any more. */
  readonly assertMayAsk?: () => void
}

export function createGivens({ warn = console.warn, assertMayAsk = () => undefined }: GivensOptions = {}): Givens {
  const removals: (() => Promise<unknown>)[] = []
  const made = new Map<object, Promise<unknown>>()
  let clearing = Promise.resolve()

  async function removeAll(): Promise<void> {
    for (let remove = removals.pop(); remove; remove = removals.pop()) await remove().catch(warn)
  }

  /** A state whose creation was in progress also has something to remove. */
  async function clear(states: readonly Promise<unknown>[]): Promise<void> {
    await removeAll()
    await Promise.allSettled(states)
    await removeAll()
  }

  function spoil(): void {
    const states = [...made.values()]
    made.clear()
    clearing = clearing.then(() => clear(states))
  }

  return {
    given<T>(make: () => Promise<T>) {
      return async () => {
        assertMayAsk()
        await clearing
        assertMayAsk()
        const state = made.get(make) ?? make()
        made.set(make, state)
        return state as Promise<T>
      }
    },
    atEnd: (remove) => void removals.push(remove),
    spoil,
    async end() {
      spoil()
      await clearing
    },
  }
}
