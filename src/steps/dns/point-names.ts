import type { Context } from '../../context.ts'
import { batchFor, changedZones } from '../../domain/dns/batch.ts'
import type { ZoneStep } from '../../domain/dns/batch.ts'
import { removalWords, stepWords } from '../../domain/dns/step-words.ts'
import type { NameStep } from '../../domain/dns/name-step.ts'
import type { Zone } from '../../domain/dns/zone.ts'
import { DeployError, assertNotRefused } from '../../errors.ts'
import { pollUntil } from '../../ports/poll-until.ts'
import { planNames, ownerOf } from './plan-names.ts'
import type { WantedNames } from './plan-names.ts'

/** How often a batch is built again because a concurrent change came first. */
const ATTEMPTS = 3
/** Route 53's servers usually know a change within 60 s. Milliseconds. */
const IN_SYNC_MS = 300_000

type Chosen = (step: NameStep) => boolean

/** Points the names at their destination, and waits until all servers of Route 53 know it. Returns all steps, including those with nothing to do. */
export async function pointNames(ctx: Context, wanted: WantedNames): Promise<readonly NameStep[]> {
  const { steps, ids } = await settle(ctx, wanted, ({ action }) => action !== 'remove')
  for (const id of ids) await inSync(ctx, id)
  return steps
}

/** Removes the records of unwanted names. Returns those that it removed, in words. */
export async function removeNames(ctx: Context, wanted: WantedNames): Promise<readonly string[]> {
  const { done } = await settle(ctx, wanted, ({ action }) => action === 'remove')
  return done.flatMap((step) => (step.action === 'remove' ? [`record ${removalWords(step)}`] : []))
}

interface Settled {
  readonly steps: readonly NameStep[]
  /** The changes. */
  readonly done: readonly ZoneStep[]
  /** Ids of the changes. */
  readonly ids: readonly string[]
}

async function settle(ctx: Context, wanted: WantedNames, chosen: Chosen, attempts = ATTEMPTS): Promise<Settled> {
  const plan = await planNames(ctx, wanted)
  const [refusal] = plan.refusals
  assertNotRefused(refusal)
  const done: ZoneStep[] = []
  const ids: string[] = []
  for (const { zone, steps } of changedZones(plan.steps.filter(chosen))) {
    const batch = await ctx.zones.change(zone, batchFor(steps, ownerOf(ctx)))
    if (batch.kind === 'overtaken') return again(ctx, { wanted, chosen, attempts, zone, reason: batch.reason })
    ids.push(batch.id)
    for (const step of steps) if (step.action !== 'remove') ctx.progress.info(stepWords(step))
    done.push(...steps)
  }
  return { steps: plan.steps, done, ids }
}

interface Overtaken {
  readonly wanted: WantedNames
  readonly chosen: Chosen
  readonly attempts: number
  readonly zone: Zone
  readonly reason: string
}

/** Somebody changed a record in the meantime, so Route 53 rejected the batch: plans again, which may be refused then. */
async function again(ctx: Context, { wanted, chosen, attempts, zone, reason }: Overtaken): Promise<Settled> {
  if (attempts > 1) return settle(ctx, wanted, chosen, attempts - 1)
  throw new DeployError('names-failed', `Route 53 did not accept the records of ${zone.name} (${zone.id}): ${reason}`, {
    hint: 'Find what else changes the records of that hosted zone, and run this again. hosted-zone-id: none leaves all records to you.',
  })
}

async function inSync(ctx: Context, id: string): Promise<void> {
  await pollUntil<void>({
    clock: ctx.clock,
    look: async () =>
      (await ctx.zones.isInSync(id)) ? { ended: undefined } : { waiting: 'all name servers of Route 53 to know the records' },
    limit: IN_SYNC_MS,
    every: 3000,
    onWait: (what, since) => ctx.progress.waiting(what, since),
    onLimit: () => ctx.progress.warn('Not all name servers of Route 53 know the records yet; continuing.'),
  })
}
