import { mountOf, placeOf } from '../container/mounts.ts'
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
  /** Paths that the image declares with VOLUME, if known. */
  readonly declared: readonly string[]
  readonly volumeData: VolumeData
}

/** Data that each of several hosts would write for itself, unseen by the others. */
export function splitVolumes({ hosts, ...data }: Omit<SharedData, 'volumeData'>): readonly Volume[] {
  return hosts < 2 ? [] : writtenVolumes(data)
}

/** Where the service writes data on its host. */
export function writtenVolumes({ service, volumes, declared }: Pick<SharedData, 'service' | 'volumes' | 'declared'>): readonly Volume[] {
  const given = volumes.map((volume) => placeOf(mountOf(volume).path))
  const images = declared.filter((path) => !given.includes(placeOf(path))).map((path) => ({ name: '', path }))
  return [...writableVolumes(service, volumes), ...images]
}

/** Refuses a writable volume of several hosts, unless `volume-data` allows that each has its own data; `undefined`: nothing to refuse. */
export function refuseSplitData(shared: SharedData): Refusal | undefined {
  const split = splitVolumes(shared)
  if (split.length === 0 || shared.volumeData.includes('each-host-its-own')) return undefined
  return {
    reason: `each of ${shared.hosts} hosts would have its own data in ${volumeWords(split)}`,
    hint: 'Use one host, mount them read-only (:ro), or set volume-data: each-host-its-own if the application expects this.',
  }
}
