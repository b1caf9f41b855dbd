import { createHash } from 'node:crypto'
import type { ImageReference, RegistryCredentials } from '../domain/image.ts'
import { Cancelled, DeployError } from '../errors.ts'
import type { Clock } from '../ports/clock.ts'
import { isNamed } from './aws-errors.ts'

export type Fetch = typeof globalThis.fetch

export interface Answer {
  readonly ok: boolean
  readonly status: number
  readonly text: string
  /** Media type. */
  readonly type: string
  readonly digest: string
}

/** What asking a registry takes. */
export interface RegistrySpec {
  readonly fetch: Fetch
  readonly clock: Pick<Clock, 'sleep'>
}

const TIMEOUT_MS = 30_000
/** Between attempts, when the network or the registry fails. */
const PAUSES_MS = [250, 1000, 2500]

/** Reads below `/v2/<repository>/`, or puts something there, with whatever authorization the registry asks for. */
export function registryAsk(
  spec: RegistrySpec,
  image: ImageReference,
  credentials: RegistryCredentials | undefined,
): (path: string, accept: string, put?: Pick<Answer, 'text' | 'type'>) => Promise<Answer> {
  const host = image.registry === 'docker.io' ? 'registry-1.docker.io' : image.registry
  let authorization: string | undefined
  return async (path, accept, put) => {
    const url = `https://${host}/v2/${image.repository}/${path}`
    let reply = await request(spec, url, { accept, authorization, put })
    const challenge = reply.headers.get('www-authenticate')
    if (reply.status === 401 && challenge !== null && authorization === undefined) {
      authorization = await authorize(spec, challenge, credentials)
      if (authorization !== undefined) reply = await request(spec, url, { accept, authorization, put })
    }
    const { ok, status, text } = reply
    const digest = reply.headers.get('docker-content-digest') ?? `sha256:${createHash('sha256').update(text).digest('hex')}`
    return { ok, status, text, type: reply.headers.get('content-type') ?? '', digest }
  }
}

interface Reply extends Pick<Response, 'ok' | 'status' | 'headers'> {
  readonly text: string
}

async function request(
  { fetch, clock }: RegistrySpec,
  url: string,
  { accept, authorization, put }: { accept: string; authorization: string | undefined; put?: Pick<Answer, 'text' | 'type'> | undefined },
): Promise<Reply> {
  const headers = { accept, ...(put && { 'content-type': put.type }), ...(authorization !== undefined && { authorization }) }
  const sent = put ? { method: 'PUT', body: put.text, headers } : { headers }
  // A redirect to a blob store drops the authorization, as fetch does across origins.
  const attempt = async (): Promise<Reply> => {
    const response = await fetch(url, { ...sent, signal: AbortSignal.timeout(TIMEOUT_MS) })
    return { ok: response.ok, status: response.status, headers: response.headers, text: await response.text() }
  }
  try {
    return await patiently(clock, attempt)
  } catch (cause) {
    if (cause instanceof Cancelled) throw cause
    const reason = cause instanceof Error && cause.cause instanceof Error ? cause.cause.message : String(cause)
    throw new DeployError('pull-failed', `${new URL(url).host} cannot be reached: ${reason}`, {
      next: 'Check the registry in the input image.',
      cause,
    })
  }
}

/** Tries again what may pass by itself: a connection that breaks, a registry that fails. Not silence: that has taken long enough. */
async function patiently(clock: RegistrySpec['clock'], attempt: () => Promise<Reply>): Promise<Reply> {
  for (const pause of PAUSES_MS) {
    const reply = await attempt().catch((error: unknown) => {
      if (isNamed(error, 'TimeoutError')) throw error
    })
    if (reply && reply.status < 500) return reply
    await clock.sleep(pause)
  }
  return attempt()
}

/** https://distribution.github.io/distribution/spec/auth/token/ */
async function authorize(spec: RegistrySpec, challenge: string, credentials: RegistryCredentials | undefined): Promise<string | undefined> {
  const basic = credentials && `Basic ${Buffer.from(`${credentials.username}:${credentials.password}`).toString('base64')}`
  if (/^basic\b/i.test(challenge)) return basic
  const { realm, ...scope } = Object.fromEntries(
    [...challenge.matchAll(/(\w+)="([^"]*)"/g)].map(([, key = '', value = '']) => [key, value]),
  )
  // Credentials go nowhere but to a server that the registry names over https.
  if (realm === undefined || !realm.startsWith('https://')) return undefined
  const reply = await request(spec, `${realm}?${new URLSearchParams(scope).toString()}`, {
    accept: 'application/json',
    authorization: basic,
  })
  if (!reply.ok) return undefined
  const { token, access_token } = JSON.parse(reply.text) as { token?: string; access_token?: string }
  return `Bearer ${token ?? access_token ?? ''}`
}
