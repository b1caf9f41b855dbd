import type { Permit } from '../../ports/permit.ts'
import type { RoleCredentials } from '../../adapters/aws/sts/role-credentials.ts'

/** Milliseconds before an unanswered request is sent again. */
const TIMEOUTS = { connectionTimeout: 5000, requestTimeout: 15_000, throwOnRequestTimeout: true } as const

/** Returns the credentials of an assumed role, valid for at least another minute. */
export type Session = () => Promise<RoleCredentials>

/** The options of every AWS client. Adaptive retries slow down under throttling instead of failing. */
export interface ClientOptions {
  readonly region: string
  readonly maxAttempts: number
  readonly retryMode: 'adaptive'
  readonly customUserAgent: string
  readonly requestHandler: typeof TIMEOUTS
  /** Checked before each request; absent: every request is allowed. */
  readonly permit?: Pick<Permit, 'lost'>
  /** Absent: the environment's. */
  readonly credentials?: Session
}

export function clientOptions(region: string, more: Pick<ClientOptions, 'credentials' | 'permit'> = {}): ClientOptions {
  return { region, maxAttempts: 6, retryMode: 'adaptive', customUserAgent: 'docker-to-ec2', requestHandler: TIMEOUTS, ...more }
}
