import { runUrl } from '../config/job.ts'
import type { Context } from '../context.ts'
import { LEASE_MS, RENEW_MS } from '../domain/lease.ts'
import type { Holder } from '../domain/lease.ts'
import { Cancelled, DeployError } from '../errors.ts'
import { pollUntil } from '../ports/poll-until.ts'
import type { Look } from '../ports/poll-until.ts'

const POLL_MS = 3000
/** After which another run that took over the same lease has written its name, too. */
const CONFIRM_MS = 1000

/** Runs `work` as the only run that changes the service. `waited` tells that another one was at it before, so that what was observed is old. */
export async function withLease<T>(ctx: Context, work: (waited: boolean) => Promise<T>): Promise<T> {
  const waited = await acquire(ctx)
  const stop = new AbortController()
  void keep(ctx, stop.signal)
  try {
    return await work(waited)
  } finally {
    stop.abort()
    await ctx.lease
      .release(ctx.config.service, mine(ctx).owner)
      .catch((error: unknown) => ctx.progress.warn(`The lease stays until it expires: ${String(error)}`))
  }
}

/** Tells whether it had to wait. */
function acquire(ctx: Context): Promise<boolean> {
  const { clock, progress } = ctx
  const { lockTimeout } = ctx.config.guards
  const until = clock.now() + lockTimeout * 1000
  let waited = false
  return pollUntil<boolean, Holder>({
    clock,
    look: async () => {
      const found = await tryAcquire(ctx, { until, waited })
      waited = true
      return found
    },
    limit: lockTimeout * 1000,
    every: POLL_MS,
    onWait: (holder, since) => progress.waiting(`${describe(holder)}, which deploys this service`, since),
    onLimit: (holder) => {
      throw new DeployError('lock-held', `${describe(holder)} still deploys this service after ${lockTimeout} s`, {
        hint: 'Wait for it to end and run this again, or raise lock-timeout.',
      })
    },
  })
}

interface Acquiring {
  /** When this run gives up, by the clock. */
  readonly until: number
  readonly waited: boolean
}

async function tryAcquire(ctx: Context, acquiring: Acquiring): Promise<Look<boolean, Holder>> {
  const { config, clock, lease } = ctx
  const grip = await lease.acquire(config.service, mine(ctx), clock.now())
  if (grip.kind === 'held') return { ended: acquiring.waited }
  if (grip.kind === 'taken-over') {
    await clock.sleep(CONFIRM_MS)
    return tryAcquire(ctx, { ...acquiring, waited: true })
  }
  await standInQueue(ctx, acquiring.until)
  return { waiting: grip.holder }
}

/** No longer than this run is going to wait: an older one gives way to it. */
async function standInQueue(ctx: Context, until: number): Promise<void> {
  const { config, clock, lease } = ctx
  const expiresAt = Math.min(until, clock.now() + 5 * POLL_MS)
  const newer = await lease.queue(config.service, { ...mine(ctx), expiresAt }, clock.now())
  if (newer) {
    throw new DeployError('superseded', `${describe(newer)} waits to deploy this service, too, and is newer than this run`, {
      hint: 'Nothing is to be done: the newer run deploys what is newest.',
    })
  }
}

/** Prolongs the lease until `work` has ended. A lost renewal is made up for by the next one. */
async function keep(ctx: Context, signal: AbortSignal): Promise<void> {
  const { config, clock, lease } = ctx
  try {
    for (;;) {
      await clock.sleep(RENEW_MS)
      if (signal.aborted) return
      await lease.renew(config.service, mine(ctx)).catch(() => undefined)
    }
  } catch (error) {
    if (!(error instanceof Cancelled)) throw error
  }
}

function mine({ config: { job }, clock }: Context): Holder {
  return { owner: `${job.runId}/${job.runAttempt}`, actor: job.actor, runUrl: runUrl(job), expiresAt: clock.now() + LEASE_MS }
}

function describe({ owner, actor, runUrl: url }: Holder): string {
  return `run ${owner.split('/')[0]} of ${actor} (${url})`
}
