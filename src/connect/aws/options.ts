import type { Permit } from '../../ports/permit.ts'
import type { RoleCredentials } from '../../adapters/aws/sts/role-credentials.ts'

/** A request that is not answered is made again, instead of being waited for without end. Milliseconds. */
const TIMEOUTS = { connectionTimeout: 5000, requestTimeout: 15_000, throwOnRequestTimeout: true } as const

/** Gives the credentials of an assumed role, good for another minute at least. */
export type Session = () => Promise<RoleCredentials>

/** How every AWS client is made. Adaptive retries slow down under throttling instead of failing. */
export interface ClientOptions {
  readonly region: string
  readonly maxAttempts: number
  readonly retryMode: 'adaptive'
  readonly customUserAgent: string
  readonly requestHandler: typeof TIMEOUTS
  /** Asked before each request; absent: every request may be made. */
  readonly permit?: Pick<Permit, 'lost'>
  /** Absent: those of the environment. */
  readonly credentials?: Session
}

export function clientOptions(region: string, more: Pick<ClientOptions, 'credentials' | 'permit'> = {}): ClientOptions {
  return { region, maxAttempts: 6, retryMode: 'adaptive', customUserAgent: 'docker-to-ec2', requestHandler: TIMEOUTS, ...more }
}
