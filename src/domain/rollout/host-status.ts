import type { Host } from '../host/host.ts'
import type { ServiceStatus } from './result.ts'
import type { Service } from '../service.ts'
import type { Finding } from '../cause/findings.ts'

/** A host and its status, or why it has none. */
export interface HostStatus {
  readonly host: Host
  readonly status: ServiceStatus | string
  /** Other services with releases on the host. */
  readonly others: readonly Service[]
  /** Volumes that services left on the host. */
  readonly kept?: readonly string[] | undefined
  readonly silent?: Silence
  /** The host's findings about itself. */
  readonly findings: readonly Finding[]
}

/** Why a host does not report everything on it. */
export interface Silence {
  /** In words. */
  readonly reason: string
  /** `data`: only Docker did not answer. `nothing`: SSM has never heard of the host, so no order can have changed it. */
  readonly hides: 'data' | 'all' | 'nothing'
}

/** The current status of a service's hosts, or why they could not be asked. */
export type HostsSeen =
  | { readonly kind: 'asked'; readonly hosts: readonly SeenHost[] }
  | { readonly kind: 'not-asked'; readonly reason: string }

/** Requests a second, over all hosts; `undefined` if one of them does not know. */
export function requestRate(seen: HostsSeen | undefined): number | undefined {
  if (seen?.kind !== 'asked') return undefined
  const rates = seen.hosts.flatMap(({ status }) => (status?.traffic ? [status.traffic.requests / status.traffic.seconds] : []))
  return rates.length < seen.hosts.length ? undefined : rates.reduce((sum, rate) => sum + rate, 0)
}

interface SeenHost {
  readonly hostId: string
  /** `undefined` if the service is not on the host. */
  readonly status: ServiceStatus | undefined
  /** Other services on the host. */
  readonly others: readonly Service[]
  /** Volumes that services left on the host. */
  readonly kept?: readonly string[] | undefined
}
