import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Stored {
  readonly type: string
  readonly bytes: Buffer
}

/** A repository as a registry keeps it. */
export interface Repository {
  readonly blobs: Map<string, Buffer>
  /** By digest, and by tag. */
  readonly manifests: Map<string, Stored>
  /** Tags that are there stay. */
  immutable: boolean
}

export interface Request {
  readonly method: string
  /** `host/v2/...` */
  readonly url: string
  readonly headers: IncomingMessage['headers']
}

type Answer = (request: IncomingMessage, response: ServerResponse) => void

/** Registries on one server: what they hold, and what they were asked. */
export interface Registries {
  /** Made when it is first asked for. */
  repository(name: string): Repository
  readonly requests: Request[]
  /** Answers in place of the registry's own, each once: the first whose pattern fits `METHOD host/v2/...`. */
  readonly faults: [RegExp, Answer][]
  /** Hosts that take blobs over from their other repositories. */
  readonly mounting: Set<string>
  /** Host -> where it sends uploads to; default: a path of its own. */
  readonly uploads: Map<string, string>
  /** fetch, but every https server is this one. */
  readonly fetch: typeof fetch
  close(): void
}

export const digestOf = (bytes: Buffer): string => `sha256:${createHash('sha256').update(bytes).digest('hex')}`

export async function startRegistries(): Promise<Registries> {
  const repositories = new Map<string, Repository>()
  const server = createServer((request, response) => void answer(registries, request, response))
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  const registries: Registries = {
    repository(name) {
      const found = repositories.get(name) ?? { blobs: new Map(), manifests: new Map(), immutable: false }
      repositories.set(name, found)
      return found
    },
    requests: [],
    faults: [],
    mounting: new Set(),
    uploads: new Map(),
    fetch: (input, init) => {
      const url = new URL(input instanceof globalThis.Request ? input.url : input)
      const headers = { ...(init?.headers as Record<string, string>), 'x-asked-for': url.host }
      return fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${url.pathname}${url.search}`, { ...init, headers })
    },
    close: () => void (server.closeAllConnections(), server.close()),
  }
  return registries
}

async function answer(registries: Registries, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const host = String(request.headers['x-asked-for'])
  const asked = { method: request.method ?? '', url: `${host}${request.url}`, headers: request.headers }
  registries.requests.push(asked)
  const at = registries.faults.findIndex(([pattern]) => pattern.test(`${asked.method} ${asked.url}`))
  if (at >= 0) return registries.faults.splice(at, 1)[0]?.[1](request, response)
  const { pathname, searchParams } = new URL(`https://${asked.url}`)
  const [, name = '', kind = '', reference = ''] = /^\/v2\/(.+)\/(manifests|blobs)\/(.*)$/.exec(pathname) ?? []
  const own = registries.repository(`${host}/${name}`)
  if (kind === 'manifests') return manifest(own, reference, request, response)
  if (asked.method === 'POST') return begin(registries, { host, name, own, searchParams }, response)
  if (asked.method === 'PUT') return store(registries, { own, digest: searchParams.get('digest') ?? '' }, request, response)
  const blob = own.blobs.get(reference)
  response.writeHead(blob ? 200 : 404).end(asked.method === 'GET' ? blob : undefined)
}

async function manifest(own: Repository, reference: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method !== 'PUT') {
    const found = own.manifests.get(reference)
    return void response.writeHead(found ? 200 : 404, found && { 'content-type': found.type }).end(found?.bytes)
  }
  const bytes = await bodyOf(request)
  const { config, layers = [], manifests = [] } = JSON.parse(bytes.toString())
  const parts: { digest: string; urls?: string[] }[] = [...(config ? [config] : []), ...layers]
  const missing =
    parts.some(({ digest, urls }) => !urls && !own.blobs.has(digest)) ||
    manifests.some(({ digest }: { digest: string }) => !own.manifests.has(digest))
  if (missing) return void response.writeHead(400).end('{"errors":[{"code":"MANIFEST_BLOB_UNKNOWN"}]}')
  if (own.immutable && own.manifests.has(reference)) return void response.writeHead(400).end('{"errors":[{"code":"TAG_INVALID"}]}')
  const stored = { type: request.headers['content-type'] ?? '', bytes }
  own.manifests.set(digestOf(bytes), stored).set(reference, stored)
  response.writeHead(201).end()
}

interface Beginning {
  readonly host: string
  readonly name: string
  readonly own: Repository
  readonly searchParams: URLSearchParams
}

function begin(registries: Registries, { host, name, own, searchParams }: Beginning, response: ServerResponse): void {
  const [mount, from] = [searchParams.get('mount') ?? '', searchParams.get('from') ?? '']
  const blob = registries.mounting.has(host) ? registries.repository(`${host}/${from}`).blobs.get(mount) : undefined
  if (blob) {
    own.blobs.set(mount, blob)
    return void response.writeHead(201).end()
  }
  const path = `/v2/${name}/blobs/uploads/${registries.requests.length}?state=x`
  response.writeHead(202, { location: `${registries.uploads.get(host) ?? ''}${path}` }).end()
}

async function store(
  registries: Registries,
  { own, digest }: { own: Repository; digest: string },
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const bytes = await bodyOf(request).catch(() => undefined)
  if (bytes === undefined) return
  if (digestOf(bytes) !== digest) return void response.writeHead(400).end('{"errors":[{"code":"DIGEST_INVALID"}]}')
  own.blobs.set(digest, bytes)
  response.writeHead(201).end()
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}
