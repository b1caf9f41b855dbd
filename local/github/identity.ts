/** Replaces GitHub's issuer of identity tokens, with its own keys. https://docs.github.com/actions/reference/security/oidc */
import { generateKeyPairSync, randomUUID, sign } from 'node:crypto'
import { rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'

export const ISSUER = 'https://token.actions.githubusercontent.com'
/** A token is valid for five minutes. */
const SECONDS = 300

/** A token's claims. */
export interface JobClaims {
  readonly sub: string
  /** The job's environment, if it has one. */
  readonly environment?: string
  readonly [claim: string]: string | undefined
}

export interface IdentityProvider {
  /** Variables that the runner sets for a job with `id-token: write`. */
  forJob(this: void, claims: JobClaims): Readonly<Record<'ACTIONS_ID_TOKEN_REQUEST_URL' | 'ACTIONS_ID_TOKEN_REQUEST_TOKEN', string>>
  /** All issued tokens, in order. */
  readonly issued: readonly string[]
  /** Answers with this status instead, like GitHub during an outage, or not at all; `undefined` ends that. */
  failing: number | 'silent' | undefined
  /** Gives a cloud's AWS the issuer's keys, which it cannot fetch. */
  knownTo(cloud: { readonly dir: string }): Promise<void>
  stop(): Promise<void>
}

export async function startIdentityProvider(): Promise<IdentityProvider> {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const kid = randomUUID()
  const jobs = new Map<string, JobClaims>()
  const issued: string[] = []
  const signed = (claims: object): string => {
    const text = [{ typ: 'JWT', alg: 'RS256', kid }, claims].map(encoded).join('.')
    return `${text}.${sign('sha256', Buffer.from(text), privateKey).toString('base64url')}`
  }
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    const url = new URL(request.url ?? '', 'http://issuer')
    const claims = jobs.get(request.headers.authorization?.replace(/^Bearer /, '') ?? '')
    if (self.failing === 'silent') return
    const status = self.failing ?? (claims === undefined ? 401 : 200)
    if (claims === undefined || status !== 200) return void response.writeHead(status).end('{"message":"no token"}')
    const value = signed(claimsFor(claims, url.searchParams.get('audience') ?? `https://github.com/${claims['repository_owner']}`))
    issued.push(value)
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ count: value.length, value }))
  }
  const server = createServer(answer)
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  const self: IdentityProvider = {
    issued,
    failing: undefined,
    forJob(claims) {
      const token = randomUUID()
      jobs.set(token, claims)
      const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/token?api-version=2.0`
      return { ACTIONS_ID_TOKEN_REQUEST_URL: url, ACTIONS_ID_TOKEN_REQUEST_TOKEN: token }
    },
    async knownTo({ dir }) {
      const keys = [{ ...publicKey.export({ format: 'jwk' }), kid, alg: 'RS256', use: 'sig' }]
      await writeFile(join(dir, 'issuers.json'), JSON.stringify({ [ISSUER]: { keys } }))
    },
    stop: () => new Promise((resolve) => (server.closeAllConnections(), server.close(() => resolve()))),
  }
  return self
}

/** A token for the job with these variables; `undefined` if it cannot request one. */
export async function tokenFor(audience: string, job: Readonly<Record<string, string | undefined>>): Promise<string | undefined> {
  const { ACTIONS_ID_TOKEN_REQUEST_URL: url, ACTIONS_ID_TOKEN_REQUEST_TOKEN: token } = job
  if (url === undefined) return undefined
  const answer = await fetch(`${url}&audience=${audience}`, { headers: { authorization: `Bearer ${token}` } })
  return ((await answer.json()) as { value?: string }).value
}

/** Runs work while sessions of roles that jobs assume at a cloud expire after this many seconds, whatever they request. */
export async function withSessionsOf<T>(seconds: number, { dir }: { readonly dir: string }, work: () => Promise<T>): Promise<T> {
  const file = join(dir, 'session-seconds')
  await writeFile(file, String(seconds))
  try {
    return await work()
  } finally {
    await rm(file)
  }
}

function claimsFor(claims: JobClaims, audience: string): object {
  const now = Math.floor(Date.now() / 1000)
  return { ...claims, jti: randomUUID(), iss: ISSUER, aud: audience, iat: now, nbf: now, exp: now + SECONDS }
}

function encoded(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url')
}
