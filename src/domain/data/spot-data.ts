import type { Refusal } from '../refusal.ts'
import { writtenVolumes } from './split-data.ts'
import type { SharedData } from './split-data.ts'
import { volumeWords } from './volumes.ts'

/** Data on a spot instance ends with it, at a time that AWS chooses. `spot`: whether a host is one, or is to be launched as one. */
export function refuseSpotData(shared: Omit<SharedData, 'hosts'>, spot: boolean): Refusal | undefined {
  const volumes = spot ? writtenVolumes(shared) : []
  if (volumes.length === 0 || shared.volumeData.includes('discarded')) return undefined
  return {
    reason: `AWS can take a spot instance back at any time, and the data in ${volumeWords(volumes)} would be lost with it`,
    hint: 'Set capacity: on-demand, mount them read-only (:ro), or set volume-data: discarded if the data may be lost.',
  }
}
