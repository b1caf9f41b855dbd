import { mountOf } from '../container/mounts.ts'
import type { Refusal } from '../refusal.ts'
import type { Service } from '../service.ts'
import type { Volume } from './volumes.ts'
import { volumeWords, writableVolumes } from './volumes.ts'

/** What the input `volume-data` allows; empty: nothing. */
export type VolumeData = readonly ('each-host-its-own' | 'discarded')[]

export interface SharedData {
  readonly service: Service
  readonly hosts: number
  /** The input `volumes`. */
  readonly volumes: readonly string[]
  /** Paths that the image declares with VOLUME, where they are known. */
  readonly declared: readonly string[]
  readonly volumeData: VolumeData
}

/** What each of several hosts would write for itself: what it writes the others do not see. */
export function splitVolumes({ service, hosts, volumes, declared }: Omit<SharedData, 'volumeData'>): readonly Volume[] {
  if (hosts < 2) return []
  const given = volumes.map((volume) => mountOf(volume).path)
  const images = declared.filter((path) => !given.includes(path)).map((path) => ({ name: '', path }))
  return [...writableVolumes(service, volumes), ...images]
}

export function refuseSplitData(shared: SharedData): Refusal | undefined {
  const split = splitVolumes(shared)
  if (split.length === 0 || shared.volumeData.includes('each-host-its-own')) return undefined
  return {
    reason: `each of ${shared.hosts} hosts would have data of its own in ${volumeWords(split)}`,
    hint: 'Use one host, mount them read-only (:ro), or set volume-data: each-host-its-own if the application expects this.',
  }
}

/** What a service keeps on a host that is to go. */
export interface DataAtStake {
  readonly hostId: string
  readonly volumes: readonly Volume[]
  /** Other services on the host, such as `api (production)`. */
  readonly guests: readonly string[]
  /** Why neither host nor record tells what is there. */
  readonly unknown: string | undefined
}

/** Services that were given a host by `instance-id` must not go down with it, whatever may become of data. */
export function refuseGuests(stakes: readonly DataAtStake[]): Refusal | undefined {
  const shared = stakes.filter(({ guests }) => guests.length > 0)
  if (shared.length === 0) return undefined
  const guests = [...new Set(shared.flatMap((stake) => stake.guests))].join(', ')
  return {
    reason: `the host ${shared.map(({ hostId }) => hostId).join(', ')} also serves ${guests}`,
    hint: `Destroy or move ${guests} first.`,
  }
}

export function refuseDataLoss(stakes: readonly DataAtStake[], volumeData: VolumeData): Refusal | undefined {
  if (volumeData.includes('discarded')) return undefined
  const lost = stakes.filter(({ volumes }) => volumes.length > 0)
  const unknown = stakes.filter((stake) => stake.unknown !== undefined)
  if (lost.length > 0) {
    return {
      reason: lost.map(({ hostId, volumes }) => `the data on ${hostId} would be lost: ${volumeWords(volumes)}`).join('; '),
      hint: 'Copy the data to a place outside of the host first, then set volume-data: discarded.',
    }
  }
  if (unknown.length === 0) return undefined
  return {
    reason: unknown.map((stake) => `whether ${stake.hostId} holds data is not known: ${stake.unknown}`).join('; '),
    hint: 'Bring the host back and run this again, or set volume-data: discarded to go on without what is on it.',
  }
}
