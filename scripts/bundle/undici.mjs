// Takes the place of undici in the bundle. GitHub's packages need its half a megabyte only behind a proxy: other requests go by Node's `fetch`.

/** Keeps the options for the agent that the first request creates. */
export class ProxyAgent {
  constructor(options) {
    this.options = options
  }
}

export async function fetch(url, { dispatcher, ...init }) {
  if (dispatcher === undefined) return globalThis.fetch(url, init)
  const proxied = await import('./undici-proxied.mjs')
  dispatcher.agent ??= new proxied.ProxyAgent(dispatcher.options)
  return proxied.fetch(url, { ...init, dispatcher: dispatcher.agent })
}
