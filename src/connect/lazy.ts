/** Makes it at the first call, and only once. */
export function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => (made ??= make())
}

/** A port whose adapter is loaded at the first call. Every method of a port that is loaded like this returns a promise. */
export function lazy<Port extends object>(load: () => Promise<Port>): Port {
  const loaded = once(load)
  const method =
    (name: string | symbol) =>
    async (...args: readonly unknown[]): Promise<unknown> => {
      const port = (await loaded()) as Record<string | symbol, (...given: readonly unknown[]) => Promise<unknown>>
      return port[name]?.(...args)
    }
  return new Proxy({} as Port, { get: (_, name) => (name === 'then' ? undefined : method(name)) })
}
