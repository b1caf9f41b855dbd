// How clients reach a service by a name that this machine's DNS does not know.
import { once } from 'node:events'
import * as http from 'node:http'
import * as https from 'node:https'
import type { LookupFunction } from 'node:net'
import { text } from 'node:stream/consumers'
import { Agent as Dispatcher, WebSocket } from 'undici'

/** Where a name leads, and which authorities to trust there. */
export interface Way {
  readonly address: string
  /** PEM; default: Node.js's own authorities. */
  readonly authority?: string
}

/** An agent for one kept connection. */
export function agentOf(url: string, way?: Way): http.Agent {
  const options = { keepAlive: true, maxSockets: 1, ...connecting(way) }
  return isSecure(url) ? new https.Agent(options) : new http.Agent(options)
}

export function requestOf(url: string): typeof http.request {
  return isSecure(url) ? https.request : http.request
}

export interface Seen {
  readonly status: number
  readonly headers: http.IncomingHttpHeaders
  readonly body: string
}

/** A GET on a new connection. */
export async function visit(url: string, way?: Way): Promise<Seen> {
  const asked = requestOf(url)(url, { ...connecting(way), agent: false }).end()
  const [response] = (await once(asked, 'response')) as [http.IncomingMessage]
  return { status: response.statusCode ?? 0, headers: response.headers, body: await text(response) }
}

/** A WebSocket to a path of the service. */
export function webSocketOf(url: string, path: string, way?: Way): WebSocket {
  return new WebSocket(new URL(path, url.replace(/^http/, 'ws')), { dispatcher: new Dispatcher({ connect: connecting(way) }) })
}

function isSecure(url: string): boolean {
  return url.startsWith('https:')
}

function connecting(way: Way | undefined): { readonly ca?: string; readonly lookup?: LookupFunction } {
  if (way === undefined) return {}
  const { address, authority: ca } = way
  const lookup: LookupFunction = (_, { all }, done) => (all ? done(null, [{ address, family: 4 }]) : done(null, address, 4))
  return { lookup, ...(ca !== undefined && { ca }) }
}
