import * as v from 'valibot'
import { line, readJson } from '../untrusted.ts'

/** The claims of a job's identity token: https://docs.github.com/actions/reference/security/oidc */
export interface Claims {
  readonly iss: string
  readonly sub: string
  readonly aud: string
  /** The job's environment; missing without one. */
  readonly environment?: string | undefined
}

const CLAIMS = v.object({ iss: line, sub: line, aud: line, environment: v.exactOptional(line) })

/** `undefined` if it is not a token. Only reads the payload: AWS alone verifies the signature. */
export function claimsOf(token: string): Claims | undefined {
  const [, payload = ''] = token.split('.')
  return readJson<Claims>(CLAIMS, Buffer.from(payload, 'base64url').toString())
}
