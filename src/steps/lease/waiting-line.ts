import type { Context } from '../../context.ts'
import { describeRunner } from '../../domain/lease/lease.ts'
import { BEAT_MS, goesAhead, GONE_MS, queued, rivals } from '../../domain/lease/queue.ts'
import type { Queue, Waiter } from '../../domain/lease/queue.ts'
import { ageOf, sighted } from '../../domain/lease/sightings.ts'
import type { Version } from '../../domain/lease/standing.ts'
import { DeployError, messageOf } from '../../errors.ts'
import { shortCommit } from '../../domain/commits.ts'

/** The queue of runs that wait for the lease. It decides only who comes first: the lease itself keeps runs apart. */
export interface WaitingLine {
  /** Joins the queue, and returns who is ahead. Throws `superseded` if another waiting run makes this one superfluous. */
  stand(): Promise<Waiter | undefined>
  /** The runs ahead of this one. */
  ahead(): Promise<Waiter | undefined>
  /** Never fails: if the entry stays, others see that this run no longer renews it. */
  leave(): Promise<void>
}

/** The queue for a run. `mine`: its own entry. */
export function waitingLine(ctx: Context, mine: Waiter): WaitingLine {
  const { clock, config, queue } = ctx
  let seen = sighted(new Map(), [], 0)
  let stood: number | undefined
  let beat = 0
  const look = async (): Promise<{ readonly found: Version<Queue> | undefined; readonly waiting: readonly Waiter[] }> => {
    const before = clock.elapsed()
    const found = await queue.read(config.service)
    const all = found?.value.waiting ?? []
    const waiting = all.filter((one) => one.owner === mine.owner || ageOf(seen, one.owner, one.beat, before) < GONE_MS)
    seen = sighted(
      seen,
      all.map((one) => [one.owner, one.beat] as const),
      clock.elapsed(),
    )
    return { found, waiting }
  }
  const put = (found: Version<Queue> | undefined, waiting: readonly Waiter[]): Promise<number | undefined> =>
    queue.write(config.service, { waiting }, found?.version ?? 0)
  const withdraw = async (): Promise<void> => {
    const { found, waiting } = await look()
    await put(found, queued(waiting, mine.owner))
  }
  return {
    async stand() {
      const { found, waiting } = await look()
      await assertNeeded(ctx, mine, waiting)
      if (stood === undefined || clock.elapsed() - stood >= BEAT_MS) {
        const version = await put(found, queued(waiting, mine.owner, { ...mine, beat: (beat += 1) }))
        if (version !== undefined) stood = clock.elapsed()
      }
      return goesAhead(mine, waiting)
    },
    ahead: async () => goesAhead(mine, (await look()).waiting),
    async leave() {
      if (stood !== undefined)
        await withdraw().catch((error: unknown) => ctx.progress.info(`It stays in the queue for now: ${messageOf(error)}`))
    },
  }
}

/** A release gives way to that of a descendant commit, which contains it. If GitHub does not know the order, the run waits. */
async function assertNeeded({ commits }: Context, mine: Waiter, waiting: readonly Waiter[]): Promise<void> {
  for (const other of rivals(mine, waiting)) {
    const comparison = await commits.compare(mine.commit, other.commit)
    if (comparison?.relation === 'ahead') throw superseded(mine, other)
  }
}

function superseded(mine: Waiter, other: Waiter): DeployError {
  const [own, theirs] = [shortCommit(mine.commit), shortCommit(other.commit)]
  return new DeployError(
    'superseded',
    `${describeRunner(other)} also waits to ${other.command} ${theirs}, which contains this run's ${own}`,
    {
      hint: 'Do nothing as long as that run succeeds. If it fails, run this again.',
    },
  )
}
