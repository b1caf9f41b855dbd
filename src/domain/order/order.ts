import { serviceKey } from '../service.ts'
import type { Service } from '../service.ts'

export const VERBS = ['deploy', 'rollback', 'restart', 'canary', 'status', 'logs', 'remove'] as const

type Verb = (typeof VERBS)[number]

/** What the host program gets as JSON. Every order has these fields; a verb's own fields are beside them. */
export interface HostOrder {
  readonly verb: Verb
  /** `[A-Za-z0-9-]+`. A host carries out an order once, however often it arrives. */
  readonly id: string
  /** The service's key, such as `web.production`. */
  readonly service: string
  readonly region: string
  /** Seconds to wait for another order of the same service on the same host. */
  readonly lockTimeout: number
  /** Address of the run; empty without one. */
  readonly runUrl: string
  /** Fencing token of the lease: a host refuses an order with a lower token than it has seen. */
  readonly token: number
}

/** The common fields of an order, whatever its verb. */
export interface OrderSpec {
  readonly id: string
  readonly service: Service
  readonly region: string
  readonly runUrl: string
  readonly token: number
}

/** Seconds for which an order waits for another one of its service on the host. */
const LOCK_TIMEOUT = 60

/** The fields that every order has. */
export function hostOrder<V extends Verb>(verb: V, { id, service, region, runUrl, token }: OrderSpec): HostOrder & { readonly verb: V } {
  return { verb, id, service: serviceKey(service), region, lockTimeout: LOCK_TIMEOUT, runUrl, token }
}
