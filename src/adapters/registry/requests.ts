import { createHash } from 'node:crypto'
import type { ImageReference, RegistryCredentials } from '../../domain/image/image.ts'
import { Cancelled, DeployError } from '../../errors.ts'
import type { Clock } from '../../ports/clock.ts'
import { isNamed } from '../aws/errors.ts'
import { readToken } from './manifests.ts'

type Fetch = typeof globalThis.fetch

/** What reading from a registry needs. */
export interface RegistrySpec {
  readonly fetch: Fetch
  readonly clock: Pick<Clock, 'sleep'>
}

/** A request below `/v2/<repository>/`, or to an address that the registry returned. */
interface Asked {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: Buffer
  /** Largest answer in bytes; a longer one throws a `DeployError`. Default: no limit. */
  readonly limit?: number
}

export interface Reply extends Pick<Response, 'ok' | 'status' | 'headers'> {
  readonly bytes: Buffer
}

/** Requests to one repository, with the authorization that its registry requires. */
export interface RegistrySession {
  /** Returns the whole answer. Retries temporary failures. */
  ask(path: string, asked?: Asked): Promise<Reply>
  /** One attempt, with an unread answer, and with the authorization that an earlier `ask` obtained. */
  open(path: string, init: RequestInit & Pick<Asked, 'headers'>): Promise<Response>
}

const TIMEOUT_MS = 30_000
/** Pauses between attempts when the network or the registry fails. */
const PAUSES_MS = [250, 1000, 2500]

export function digestOf(bytes: Buffer): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`
}

/** Where the upload of a blob ends; the address that the registry returned may already have a query. */
export function uploadOf(location: string, digest: string): string {
  return `${location}${location.includes('?') ? '&' : '?'}digest=${encodeURIComponent(digest)}`
}

/** The registry's answer, for error messages. */
export function words({ status, bytes }: Pick<Reply, 'status' | 'bytes'>): string {
  return `HTTP ${status} ${bytes.toString().slice(0, 300)}`.trim()
}

export function registrySession(
  spec: RegistrySpec,
  { registry, repository }: Pick<ImageReference, 'registry' | 'repository'>,
  credentials: RegistryCredentials | undefined,
): RegistrySession {
  const { origin } = new URL(`https://${registry === 'docker.io' ? 'registry-1.docker.io' : registry}`)
  const base = `${origin}/v2/${repository}/`
  const login = credentials?.registry === registry ? loginOf(credentials) : undefined
  let authorization: string | undefined
  let asking: Promise<string | undefined> | undefined
  const open: RegistrySession['open'] = (path, init) => {
    const url = new URL(path, base)
    // The registry may have returned another server's address, which must not see the authorization.
    const own = authorization !== undefined && url.origin === origin ? { authorization } : {}
    return spec.fetch(url.href, { ...init, headers: { ...init.headers, ...own } })
  }
  const once = (path: string, { limit, ...asked }: Asked): Promise<Reply> =>
    whole(spec, { host: registry, limit }, (signal) => open(path, { ...asked, signal }))
  return {
    open,
    async ask(path, asked = {}) {
      const known = authorization
      const reply = await once(path, asked)
      const challenge = reply.headers.get('www-authenticate')
      if (reply.status !== 401 || challenge === null || known !== undefined) return reply
      // Once for all requests that started without it.
      authorization = await (asking ??= authorize(spec, { challenge, origin, login }))
      return authorization === undefined ? reply : once(path, asked)
    },
  }
}

/**
 * A registry takes manifests of up to 4 MiB, and other answers that are read as a whole are rarely larger:
 * https://github.com/opencontainers/distribution-spec/blob/main/spec.md#pushing-manifests
 */
const LARGEST = 8 * 2 ** 20

interface Asking {
  readonly host: string
  readonly limit?: number | undefined
}

/** A redirect to a blob store drops the authorization, as fetch does across origins. */
async function whole(
  { clock }: RegistrySpec,
  { host, limit = LARGEST }: Asking,
  send: (signal: AbortSignal) => Promise<Response>,
): Promise<Reply> {
  const attempt = async (): Promise<Reply> => {
    const response = await send(AbortSignal.timeout(TIMEOUT_MS))
    const { ok, status, headers } = response
    return { ok, status, headers, bytes: await upTo(limit, response, host) }
  }
  try {
    return await patiently(clock, attempt)
  } catch (cause) {
    throw unreached(host, cause)
  }
}

/** Stops reading at the limit, whatever length the answer declares. */
async function upTo(limit: number, { body }: Response, host: string): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of body ?? []) {
    length += chunk.length
    if (length > limit)
      throw new DeployError('pull-failed', `${host} answers with more than ${limit} bytes`, {
        hint: 'Find out what is there: no part of an image that the action reads is this large.',
      })
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** Explains a request without an answer to the user. */
export function unreached(host: string, cause: unknown): Error {
  if (cause instanceof Cancelled || cause instanceof DeployError) return cause
  const reason = cause instanceof Error && cause.cause instanceof Error ? cause.cause.message : String(cause)
  return new DeployError('pull-failed', `${host} cannot be reached: ${reason}`, {
    hint: 'Check the name of the registry, and that this runner reaches it.',
    cause,
  })
}

const TOO_MANY_REQUESTS = 429

/** Retries temporary failures: a broken connection, a registry that fails or has too many requests. Not a timeout: that has taken long enough. */
export async function patiently<T extends { readonly status: number }>(
  clock: RegistrySpec['clock'],
  attempt: () => Promise<T>,
): Promise<T> {
  for (const pause of PAUSES_MS) {
    const reply = await attempt().catch((error: unknown) => {
      if (isNamed(error, 'TimeoutError', 'AbortError') || error instanceof DeployError || error instanceof Cancelled) throw error
    })
    if (reply && reply.status < 500 && reply.status !== TOO_MANY_REQUESTS) return reply
    await clock.sleep(pause)
  }
  return attempt()
}

interface Challenged {
  readonly challenge: string
  readonly origin: string
  /** For this origin only. */
  readonly login: string | undefined
}

/** https://distribution.github.io/distribution/spec/auth/token/ */
async function authorize(spec: RegistrySpec, { challenge, origin, login }: Challenged): Promise<string | undefined> {
  if (/^basic\b/i.test(challenge)) return login
  const { realm = '', ...scope } = Object.fromEntries(
    [...challenge.matchAll(/(\w+)="([^"]*)"/g)].map(([, key = '', value = '']) => [key, value]),
  )
  const url = URL.parse(`${realm}?${new URLSearchParams(scope).toString()}`)
  if (url?.protocol !== 'https:') return undefined
  // The registry itself names this token server. A server at another origin gets no credentials.
  const own = login !== undefined && url.origin === origin ? { authorization: login } : {}
  const headers = { accept: 'application/json', ...own }
  const reply = await whole(spec, { host: url.host }, (signal) => spec.fetch(url.href, { headers, signal }))
  if (!reply.ok) return undefined
  const token = readToken(reply.bytes.toString())
  return token && `Bearer ${token}`
}

function loginOf({ username, password }: RegistryCredentials): string {
  return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`
}
