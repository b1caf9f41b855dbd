import type { Host } from '../host/host.ts'
import type { ServiceStatus } from './result.ts'
import type { Finding } from '../cause/findings.ts'

/** A host, and what it says of the service, or in words why it says nothing. */
export interface HostStatus {
  readonly host: Host
  readonly status: ServiceStatus | string
  /** Other services that it keeps releases of, such as `api (production)`. */
  readonly others: readonly string[]
  /** Why it does not tell all that is on it, in words: it gave no answer, or Docker gave none. */
  readonly silent?: string
  /** What the host found about itself. */
  readonly findings: readonly Finding[]
}

/** What the hosts of a service say now, or why they could not be asked. `status`: undefined where the service is not on the host. */
export type HostsSeen =
  | { readonly kind: 'asked'; readonly hosts: readonly { readonly hostId: string; readonly status: ServiceStatus | undefined }[] }
  | { readonly kind: 'not-asked'; readonly reason: string }
