import type { HostsPlan } from '../host/host-plan.ts'
import { splitVolumes } from '../data/split-data.ts'
import type { VolumeData } from '../data/split-data.ts'
import { hostIdsOf } from '../release/record.ts'
import type { ReleaseRecord } from '../release/record.ts'
import { allVolumes, writableVolumes } from '../data/volumes.ts'
import type { Volume } from '../data/volumes.ts'
import type { Service } from '../service.ts'

/** A place with the service's data, and what happens to it. */
export interface DataStep extends Volume {
  /**
   * `new`: empty so far; `stays`; `separate`: each of several hosts has its own; `discarded`: it is lost with its host; `gone`: its host no
   * longer exists; `refused`: the input `volume-data` does not allow what would happen.
   */
  readonly fate: 'new' | 'stays' | 'separate' | 'discarded' | 'gone' | 'refused'
}

export interface DataFacts {
  readonly service: Service
  /** The input `volumes`. */
  readonly volumes: readonly string[]
  readonly record: ReleaseRecord | undefined
  readonly hostPlan: HostsPlan
  readonly volumeData: VolumeData
}

/** From the record and the inputs, without asking hosts. */
export function dataSteps(facts: DataFacts): readonly DataStep[] {
  const recorded = facts.record?.volumes ?? []
  const wanted = writableVolumes(facts.service, facts.volumes)
  return allVolumes(recorded, wanted).map((volume) => ({ ...volume, fate: fateOf(volume, recorded.some(isSame(volume)), facts) }))
}

function isSame({ name, path }: Volume): (other: Volume) => boolean {
  return (other) => other.name === name && other.path === path
}

function fateOf(volume: Volume, recorded: boolean, { service, volumes, record, hostPlan, volumeData }: DataFacts): DataStep['fate'] {
  if (hostPlan.kind === 'refuse') return recorded ? 'stays' : 'new'
  const { plans } = hostPlan
  const there = plans.flatMap((plan) => ('host' in plan ? [plan.host.id] : []))
  if (recorded && hostIdsOf(record).every((id) => !there.includes(id))) return 'gone'
  if (recorded && plans.some(({ kind }) => kind === 'replace')) return volumeData.includes('discarded') ? 'discarded' : 'refused'
  const split = splitVolumes({ service, hosts: plans.length, volumes, declared: [] })
  if (split.some(isSame(volume))) return volumeData.includes('each-host-its-own') ? 'separate' : 'refused'
  return recorded ? 'stays' : 'new'
}
