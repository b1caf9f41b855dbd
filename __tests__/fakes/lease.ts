import { ofService } from '../../src/domain/release/record.ts'
import type { ReleaseRecord } from '../../src/domain/release/record.ts'
import type { Lease, Runner } from '../../src/domain/lease/lease.ts'
import type { Queue, Waiter } from '../../src/domain/lease/queue.ts'
import type { Version, Written } from '../../src/domain/lease/standing.ts'
import type { Shared } from '../../src/ports/state/shared.ts'

/** A run that holds the lease and renews it until then, by the world's clock. */
export interface Holding extends Runner {
  readonly until?: number
}

/** Another run than the one under test. */
export const GRACE: Runner = {
  owner: '6/1/a',
  command: 'deploy',
  actor: 'grace',
  runUrl: 'https://github.com/acme/web/actions/runs/6',
}

/** The lease of a world in which nobody is fast enough to come in between. */
export function fakeLease(holders: Holding[], now: () => number): Shared<Lease> {
  let version = 0
  return {
    async read() {
      const [holder] = holders
      if (holder === undefined && version === 0) return undefined
      if (holder?.until !== undefined) version += 1
      const value = { token: 1, beat: version, ...(holder ?? GRACE), free: holder === undefined || (holder.until ?? Infinity) <= now() }
      return { version, at: version, value }
    },
    async write(_, value) {
      holders.splice(0, holders.length, ...(value.free ? [] : [value]))
      version += 1
      return version
    },
    async remove() {
      holders.length = 0
      version = 0
    },
  }
}

export function fakeQueue(others: readonly Waiter[]): Shared<Queue> {
  return { read: async () => ({ version: 1, at: 1, value: { waiting: others } }), write: async () => 2, remove: async () => undefined }
}

/** A value that several write: of those written over the same version, the first counts. */
export function fakeShared<T extends Written>(): Shared<T> {
  let now: Version<T> | undefined
  return {
    read: async () => now,
    async write(_, value, over) {
      if (over !== (now?.version ?? 0)) return undefined
      now = { version: over + 1, at: over + 1, value }
      return now.version
    },
    async remove() {
      now = undefined
    },
  }
}

/** Newest first, as the history is; each written over the one before. */
export function recordOf(records: readonly ReleaseRecord[], service: Parameters<typeof ofService>[1]): ReleaseRecord | undefined {
  const all = records.filter((record) => ofService(record, service))
  return all[0] && { ...all[0], version: all.length }
}
