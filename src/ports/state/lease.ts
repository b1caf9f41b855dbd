import type { Holder } from '../../domain/lease.ts'
import type { Service } from '../../domain/service.ts'

type Grip =
  | { readonly kind: 'held' }
  /** It had expired and was overwritten with ours; another run may have done the same just now: ask again to be sure. */
  | { readonly kind: 'taken-over' }
  | { readonly kind: 'busy'; readonly holder: Holder }

/** One run at a time for a service, across hosts and phases. It expires by itself when its holder dies. Times are milliseconds since the epoch. */
export interface Lease {
  acquire(service: Service, mine: Holder, now: number): Promise<Grip>
  /** Prolongs a lease that is ours. */
  renew(service: Service, mine: Holder): Promise<void>
  /** Gives it up, if it is ours. */
  release(service: Service, owner: string): Promise<void>
  /** Says that we wait, and gives a newer run that waits, too, if there is one. */
  queue(service: Service, mine: Holder, now: number): Promise<Holder | undefined>
  /** Removes what is left of both. */
  clear(service: Service): Promise<void>
}
