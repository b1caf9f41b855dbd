import { refuse } from '../refusal.ts'
import type { Refused } from '../refusal.ts'
import type { Service } from '../service.ts'
import { displayName } from '../service.ts'
import type { AtStake } from './ending.ts'
import { isOwn } from './host.ts'
import type { Host } from './host.ts'

declare const CLEARED: unique symbol

/** A host that can be stopped for a while. Only `clearToStop` creates one. */
export interface StoppableHost {
  readonly [CLEARED]: 'stop'
  readonly id: string
}

/** The clearance to stop hosts, if nobody else needs them: the action launched them for this service, and nothing else is on them. */
export function clearToStop(
  hosts: readonly Host[],
  stakes: readonly AtStake[],
  service: Service,
): { readonly hosts: readonly StoppableHost[] } | Refused {
  const foreign = hosts.find((host) => !isOwn(host, service))
  if (foreign !== undefined)
    return refuse(
      `the action did not launch ${foreign.id} for ${displayName(service)}, so its schedule does not stop it`,
      'Leave schedule out, or give the service its own host.',
    )
  const spot = hosts.find((host) => host.spot)
  if (spot !== undefined)
    return refuse(
      `${spot.id} is a spot instance, which cannot be stopped and started`,
      'Leave schedule out, or set capacity: on-demand and allow-replacement: true in the next deploy.',
    )
  const shared = stakes.find(({ guests }) => guests.length > 0)
  if (shared !== undefined)
    return refuse(
      `${shared.hostId} also serves ${shared.guests.join(', ')}, so the schedule does not stop it`,
      'Move the other services to a host of their own, or leave schedule out.',
    )
  const unknown = stakes.find((stake) => stake.unknown !== undefined)
  if (unknown !== undefined)
    return refuse(
      `it is not known what else is on ${unknown.hostId}, so the schedule does not stop it: ${unknown.unknown}`,
      'Bring the host back with command: deploy, and run this again.',
    )
  return { hosts: hosts.map(({ id }) => ({ id })) as unknown as readonly StoppableHost[] }
}
