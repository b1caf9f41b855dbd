/** Creates the value at the first call, and only once. */
export function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => (made ??= make())
}

/** A port with only asynchronous methods, so that its adapter can be loaded at the first call. */
type Promising<Port> = { readonly [K in keyof Port]: (...args: never[]) => Promise<unknown> }

/** A port whose adapter is loaded at the first call. */
export function lazy<Port extends Promising<Port>>(load: () => Promise<Port>): Port {
  const loaded = once(load)
  const method =
    (name: string | symbol) =>
    async (...args: readonly unknown[]): Promise<unknown> => {
      const port = (await loaded()) as unknown as Record<string | symbol, (...given: readonly unknown[]) => Promise<unknown>>
      return port[name]?.(...args)
    }
  return new Proxy({} as Port, { get: (_, name) => (name === 'then' ? undefined : method(name)) })
}
