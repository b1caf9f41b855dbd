import type { RecordChange, RecordSet } from '../../src/domain/dns/record-set.ts'
import type { Zone } from '../../src/domain/dns/zone.ts'
import type { Batch, Zones } from '../../src/ports/dns/zones.ts'

/** Hosted zones with their records, by the rules of Route 53 that a batch has to obey. */
export interface FakeZones {
  readonly zones: Zone[]
  /** By the id of the zone. */
  readonly sets: Map<string, readonly RecordSet[]>
  denied: boolean
  /** Called before each batch: somebody else at work. */
  beforeChange: () => void
  /** How many looks at a change find it under way first. */
  syncNeeds: number
  readonly port: Zones
}

export const ZONE: Zone = { id: 'Z1', name: 'example.com', isPrivate: false }

export function anA(name: string, ...values: readonly string[]): RecordSet {
  return { name, type: 'A', ttl: 60, values, routed: false }
}

/** `log`: what was asked and done. */
export function fakeZones(log: string[]): FakeZones {
  const fake: FakeZones = {
    zones: [],
    sets: new Map(),
    denied: false,
    beforeChange: () => undefined,
    syncNeeds: 0,
    port: {
      list: async () => (fake.denied ? 'denied' : fake.zones),
      get: async (id) => fake.zones.find((zone) => zone.id === id),
      setsAt: async ({ id }, names) => setsOf(fake, id).filter(({ name }) => names.includes(name)),
      setsBelow: async ({ id }, root) => setsOf(fake, id).filter(({ name }) => name.endsWith(root)),
      change: async ({ id }, changes) => {
        fake.beforeChange()
        return change(fake, id, changes)
      },
      isInSync: async (id) => {
        log.push(`${id} in sync?`)
        return (fake.syncNeeds -= 1) < 0
      },
    },
  }
  return fake
}

function setsOf({ sets }: FakeZones, id: string): readonly RecordSet[] {
  return sets.get(id) ?? []
}

function change(fake: FakeZones, id: string, changes: readonly RecordChange[]): Batch {
  let sets = setsOf(fake, id)
  for (const { action, set } of changes) {
    const there = sets.find(({ name, type }) => name === set.name && type === set.type)
    const fits = action === 'CREATE' ? there === undefined : JSON.stringify(there) === JSON.stringify(set)
    if (!fits) return { kind: 'overtaken', reason: `Tried to ${action} [name='${set.name}.', type='${set.type}']` }
    sets = action === 'CREATE' ? [...sets, set] : sets.filter((one) => one !== there)
  }
  fake.sets.set(id, sets)
  return { kind: 'accepted', id: `C-${id}` }
}
