import * as v from 'valibot'
import { line, readJson } from '../untrusted.ts'

/** What an identity token says of its job: https://docs.github.com/actions/reference/security/oidc */
export interface Claims {
  readonly iss: string
  readonly sub: string
  readonly aud: string
  /** Of the job; missing where it has none. */
  readonly environment?: string | undefined
}

const CLAIMS = v.object({ iss: line, sub: line, aud: line, environment: v.exactOptional(line) })

/** `undefined` for what is no token. It only reads the payload: AWS alone decides whether the signature counts. */
export function claimsOf(token: string): Claims | undefined {
  const [, payload = ''] = token.split('.')
  return readJson<Claims>(CLAIMS, Buffer.from(payload, 'base64url').toString())
}
