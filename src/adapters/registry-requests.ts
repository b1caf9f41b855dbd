import { createHash } from 'node:crypto'
import type { ImageReference, RegistryCredentials } from '../domain/image.ts'
import { DeployError } from '../errors.ts'

export type Fetch = typeof globalThis.fetch

export interface Answer {
  readonly ok: boolean
  readonly status: number
  readonly text: string
  readonly digest: string
}

const TIMEOUT_MS = 30_000

/** Reads below `/v2/<repository>/`, with whatever authorization the registry asks for. */
export function registryGet(
  fetch: Fetch,
  image: ImageReference,
  credentials: RegistryCredentials | undefined,
): (path: string, accept: string) => Promise<Answer> {
  const host = image.registry === 'docker.io' ? 'registry-1.docker.io' : image.registry
  let authorization: string | undefined
  return async (path, accept) => {
    const url = `https://${host}/v2/${image.repository}/${path}`
    let response = await request(fetch, url, { accept, authorization })
    const challenge = response.headers.get('www-authenticate')
    if (response.status === 401 && challenge !== null && authorization === undefined) {
      authorization = await authorize(fetch, challenge, credentials)
      if (authorization !== undefined) response = await request(fetch, url, { accept, authorization })
    }
    const text = await response.text()
    const digest = response.headers.get('docker-content-digest') ?? `sha256:${createHash('sha256').update(text).digest('hex')}`
    return { ok: response.ok, status: response.status, text, digest }
  }
}

// A redirect to a blob store drops the authorization, as fetch does across origins.
async function request(
  fetch: Fetch,
  url: string,
  { accept, authorization }: { accept: string; authorization: string | undefined },
): Promise<Response> {
  const headers = { accept, ...(authorization !== undefined && { authorization }) }
  try {
    return await fetch(url, { headers, signal: AbortSignal.timeout(TIMEOUT_MS) })
  } catch (cause) {
    const reason = cause instanceof Error && cause.cause instanceof Error ? cause.cause.message : String(cause)
    throw new DeployError('pull-failed', `${new URL(url).host} cannot be reached: ${reason}`, {
      next: 'Check the registry in the input image.',
      cause,
    })
  }
}

/** https://distribution.github.io/distribution/spec/auth/token/ */
async function authorize(fetch: Fetch, challenge: string, credentials: RegistryCredentials | undefined): Promise<string | undefined> {
  const basic = credentials && `Basic ${Buffer.from(`${credentials.username}:${credentials.password}`).toString('base64')}`
  if (/^basic\b/i.test(challenge)) return basic
  const { realm, ...scope } = Object.fromEntries(
    [...challenge.matchAll(/(\w+)="([^"]*)"/g)].map(([, key = '', value = '']) => [key, value]),
  )
  // Credentials go nowhere but to a server that the registry names over https.
  if (realm === undefined || !realm.startsWith('https://')) return undefined
  const response = await request(fetch, `${realm}?${new URLSearchParams(scope).toString()}`, {
    accept: 'application/json',
    authorization: basic,
  })
  if (!response.ok) return undefined
  const { token, access_token } = (await response.json()) as { token?: string; access_token?: string }
  return `Bearer ${token ?? access_token ?? ''}`
}
