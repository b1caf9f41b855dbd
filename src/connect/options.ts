/** How every AWS client is made. Adaptive retries slow down under throttling instead of failing. */
export interface ClientOptions {
  readonly region: string
  readonly maxAttempts: number
  readonly retryMode: 'adaptive'
  readonly customUserAgent: string
}

export function clientOptions(region: string): ClientOptions {
  return { region, maxAttempts: 6, retryMode: 'adaptive', customUserAgent: 'docker-to-ec2' }
}
