import type { VolumeData } from '../data/split-data.ts'
import { volumeWords } from '../data/volumes.ts'
import type { Volume } from '../data/volumes.ts'
import { refuseNotPreview } from '../preview/guards.ts'
import { previewEnvironment } from '../preview/preview.ts'
import type { Preview } from '../preview/preview.ts'
import { refuse } from '../refusal.ts'
import type { Refusal, Refused } from '../refusal.ts'
import { servesFrom } from '../release/record.ts'
import type { ReleaseRecord } from '../release/record.ts'
import { displayName } from '../service.ts'

declare const CLEARED: unique symbol

/** A host that can be terminated. Only `clearHosts` creates one. */
export interface ClearedHost {
  readonly [CLEARED]: 'host'
  readonly id: string
}

/** Clearance to terminate these hosts and then remove the service's other resources: addresses, security groups, role. Only `clearHosts` creates it. */
export interface Clearance {
  readonly [CLEARED]: 'service'
  readonly hosts: readonly ClearedHost[]
}

/** A repository that can be deleted with all its images. Only `clearRepository` creates one. */
export interface ClearedRepository {
  readonly [CLEARED]: 'repository'
  readonly name: string
}

/** What a host to be terminated holds. */
export interface AtStake {
  readonly hostId: string
  /** The data on it: the service's own, and what services left that were removed from it. */
  readonly volumes: readonly Volume[]
  /** Other services on the host, such as `api (production)`. */
  readonly guests: readonly string[]
  /** Why neither host nor record reports everything on it. */
  readonly unknown: string | undefined
}

/** The clearance to terminate these hosts, if nothing prevents it. */
export function clearHosts(stakes: readonly AtStake[], volumeData: VolumeData): Clearance | Refused {
  const [refusal] = refusalsToEnd(stakes, volumeData)
  if (refusal) return refuse(refusal.reason, refusal.hint)
  return { hosts: stakes.map(({ hostId: id }) => ({ id })) } as unknown as Clearance
}

/** Why these hosts must stay. Nobody may terminate a host with a guest, whatever the inputs say about data. */
export function refusalsToEnd(stakes: readonly AtStake[], volumeData: VolumeData): readonly Refusal[] {
  const refusals = [refuseGuests(stakes), ...(volumeData.includes('discarded') ? [] : [refuseDataLoss(stakes), refuseUnknown(stakes)])]
  return refusals.filter((refusal) => refusal !== undefined)
}

function refuseGuests(stakes: readonly AtStake[]): Refusal | undefined {
  const shared = stakes.filter(({ guests }) => guests.length > 0)
  if (shared.length === 0) return undefined
  const guests = [...new Set(shared.flatMap((stake) => stake.guests))].join(', ')
  return {
    reason: `the host ${shared.map(({ hostId }) => hostId).join(', ')} also serves ${guests}`,
    hint: `Destroy or move ${guests} first.`,
  }
}

function refuseDataLoss(stakes: readonly AtStake[]): Refusal | undefined {
  const lost = stakes.filter(({ volumes }) => volumes.length > 0)
  if (lost.length === 0) return undefined
  return {
    reason: lost.map(({ hostId, volumes }) => `the data on ${hostId} would be lost: ${volumeWords(volumes)}`).join('; '),
    hint: 'Copy the data off the host first, then set volume-data: discarded.',
  }
}

function refuseUnknown(stakes: readonly AtStake[]): Refusal | undefined {
  const unknown = stakes.filter((stake) => stake.unknown !== undefined)
  if (unknown.length === 0) return undefined
  return {
    reason: unknown.map((stake) => `nobody knows what is on ${stake.hostId}: ${stake.unknown}`).join('; '),
    hint: 'Bring the host back and run this again, or set volume-data: discarded to continue without what is on it: data, and services without a record.',
  }
}

/** Refuses hosts of the service that would stay without their address and role. */
export function refuseStaying(staying: readonly string[]): Refusal | undefined {
  if (staying.length === 0) return undefined
  const hosts = staying.join(', ')
  return {
    reason: `${hosts} also ${staying.length === 1 ? 'belongs' : 'belong'} to the service, and instance-id does not name ${staying.length === 1 ? 'it' : 'them'}`,
    hint: 'Leave instance-id out to destroy the service with all its hosts.',
  }
}

/** Why a pull request's run must not end this: the record is not its preview's, or it has hosts of its own, which no preview has. */
export function refuseNoPreview(
  preview: Preview,
  ending: { readonly record: ReleaseRecord | undefined; readonly own: readonly string[] },
): Refusal | undefined {
  const { record, own } = ending
  if (own.length === 0) return refuseNotPreview(record, preview)
  return {
    reason: `${own.join(', ')} has the tags of ${previewEnvironment(preview.number)}, and a preview has no host of its own`,
    hint: 'Remove these tags, or remove that service with command: destroy.',
  }
}

/** The clearance to delete the repository, if no other service's image is in it. `others`: the records of all other services. */
export function clearRepository(name: string, others: readonly ReleaseRecord[]): ClearedRepository | Refused {
  const users = others
    .filter((record) => servesFrom(record, name))
    .map(({ service, environment }) => displayName({ name: service, environment }))
  if (users.length === 0) return { name } as unknown as ClearedRepository
  return refuse(
    `the repository ${name} also has the image of ${users.join(', ')}`,
    `Leave destroy-repository out, or destroy ${users.join(', ')} first.`,
  )
}
