import { LEASE } from './run.ts'
import type { Variant } from './run.ts'

export const AS_IS: Variant = { fencing: true, permit: (permit) => permit, vary: (ctx) => ctx }

/** A missing part of the design, and the consequence. */
export type Broken = Variant & { readonly finds: RegExp; readonly stories?: 'deletions' }

/** Some of them are earlier designs. */
export const BROKEN: Readonly<Record<string, Broken>> = {
  'two jobs of one workflow run are one owner': {
    ...AS_IS,
    finds: /record/,
    vary: (ctx) => ({ ...ctx, newId: () => 'one', config: { ...ctx.config, job: { ...ctx.config.job, runId: '10' } } }),
  },
  'silence is measured by a clock that runs ahead': {
    ...AS_IS,
    finds: /went on/,
    vary: (ctx, { plan }) => (plan.id % 2 === 0 ? ctx : { ...ctx, clock: { ...ctx.clock, elapsed: () => ctx.clock.elapsed() * 20 } }),
  },
  'the lease is overwritten whatever is there': {
    ...AS_IS,
    finds: /went on/,
    vary: (ctx, { universe }) => {
      const write: typeof ctx.lease.write = (service, value) => ctx.lease.write(service, value, universe.parameters.get(LEASE)?.length ?? 0)
      return { ...ctx, lease: { ...ctx.lease, write } }
    },
  },
  'tokens are the numbers of versions, which begin again where the lease is deleted': {
    ...AS_IS,
    stories: 'deletions',
    finds: /human/,
    vary: (ctx) => {
      const read: typeof ctx.lease.read = async (service) => {
        const found = await ctx.lease.read(service)
        return found && { ...found, at: found.version }
      }
      return { ...ctx, lease: { ...ctx.lease, read } }
    },
  },
  'a run goes on though it could not renew': {
    ...AS_IS,
    finds: /went on/,
    permit: (permit) => ({ ...permit, lost: () => undefined }),
  },
  'hosts carry out what an earlier holder ordered': { ...AS_IS, finds: /changed i-1 after a later run/, fencing: false },
  'the record is overwritten whatever is there': {
    ...AS_IS,
    finds: /record|lost the mark/,
    vary: (ctx, { universe }) => {
      const name = LEASE.replace('lease', 'release')
      const write: typeof ctx.records.write = (record) => ctx.records.write(record, universe.parameters.get(name)?.length ?? 0)
      return { ...ctx, records: { ...ctx.records, write } }
    },
  },
}
