import type { RoleCredentials } from '../adapters/aws/sts/role.ts'

/** A request that is not answered is made again, instead of being waited for without end. Milliseconds. */
const TIMEOUTS = { connectionTimeout: 5000, requestTimeout: 15_000, throwOnRequestTimeout: true } as const

/** Gives the credentials of an assumed role. */
export type Session = () => Promise<RoleCredentials>

/** How every AWS client is made. Adaptive retries slow down under throttling instead of failing. */
export interface ClientOptions {
  readonly region: string
  readonly maxAttempts: number
  readonly retryMode: 'adaptive'
  readonly customUserAgent: string
  readonly requestHandler: typeof TIMEOUTS
  /** Absent: those of the environment. */
  readonly credentials?: Session
}

export function clientOptions(region: string, credentials?: Session): ClientOptions {
  const options = { region, maxAttempts: 6, retryMode: 'adaptive', customUserAgent: 'docker-to-ec2', requestHandler: TIMEOUTS } as const
  return credentials === undefined ? options : { ...options, credentials }
}
