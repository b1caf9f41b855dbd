import type { Host } from '../host/host.ts'
import type { ServiceStatus } from './result.ts'
import type { Finding } from '../cause/findings.ts'

/** A host, and what it says of the service, or in words why it says nothing. */
export interface HostStatus {
  readonly host: Host
  readonly status: ServiceStatus | string
  /** Other services that it keeps releases of, such as `api (production)`. */
  readonly others: readonly string[]
  readonly silent?: Silence
  /** What the host found about itself. */
  readonly findings: readonly Finding[]
}

/** Why a host does not tell all that is on it. */
export interface Silence {
  /** In words. */
  readonly reason: string
  /** `data`: Docker alone gave no answer. `nothing`: SSM has never heard of the host, so no order can have brought anything to it. */
  readonly hides: 'data' | 'all' | 'nothing'
}

/** What the hosts of a service say now, or why they could not be asked. */
export type HostsSeen =
  | { readonly kind: 'asked'; readonly hosts: readonly SeenHost[] }
  | { readonly kind: 'not-asked'; readonly reason: string }

interface SeenHost {
  readonly hostId: string
  /** `undefined` where the service is not on the host. */
  readonly status: ServiceStatus | undefined
  /** Other services on the host, such as `api (production)`. */
  readonly others: readonly string[]
}
