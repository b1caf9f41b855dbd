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

export interface GivensOptions {
  readonly warn?: (error: unknown) => void
  /** Throws for one who is to have nothing made any more. */
  readonly assertMayAsk?: () => void
}

export function createGivens({ warn = console.warn, assertMayAsk = () => undefined }: GivensOptions = {}): Givens {
  const removals: (() => Promise<unknown>)[] = []
  const made = new Map<object, Promise<unknown>>()
  let clearing = Promise.resolve()

  async function removeAll(): Promise<void> {
    for (let remove = removals.pop(); remove; remove = removals.pop()) await remove().catch(warn)
  }

  /** What was being made meanwhile has an end, too, and something to remove. */
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
