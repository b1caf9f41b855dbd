import { runUrl } from '../config/job.ts'
import type { Context } from '../context.ts'
import { LEASE_MS, RENEW_MS } from '../domain/lease.ts'
import type { Holder } from '../domain/lease.ts'
import { Cancelled, DeployError } from '../errors.ts'

const POLL_MS = 3000

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

async function acquire(ctx: Context): Promise<boolean> {
  const { config, clock, lease, progress } = ctx
  const since = clock.now()
  for (let waited = false; ; waited = true) {
    const grip = await lease.acquire(config.service, mine(ctx), clock.now())
    if (grip.kind === 'held') return waited
    if (grip.kind === 'busy') {
      await waitInQueue(ctx, grip.holder, since)
      progress.waiting(`${describe(grip.holder)}, which deploys this service`, since)
    }
    await clock.sleep(grip.kind === 'busy' ? POLL_MS : 1000)
  }
}

async function waitInQueue(ctx: Context, holder: Holder, since: number): Promise<void> {
  const { config, clock, lease } = ctx
  if (clock.now() - since > config.guards.lockTimeout * 1000) {
    throw new DeployError('lock-held', `${describe(holder)} still deploys this service after ${config.guards.lockTimeout} s`, {
      next: 'Wait for it to end and run this again, or raise lock-timeout.',
    })
  }
  const newer = await lease.queue(config.service, { ...mine(ctx), expiresAt: clock.now() + 5 * POLL_MS }, clock.now())
  if (newer) {
    throw new DeployError('superseded', `${describe(newer)} waits to deploy this service, too, and is newer than this run`, {
      next: 'Nothing is to be done: the newer run deploys what is newest.',
    })
  }
}

/** Prolongs the lease until `work` has ended. A lost renewal is made up for by the next one. */
async function keep({ config, clock, lease, ...ctx }: Context, signal: AbortSignal): Promise<void> {
  try {
    for (;;) {
      await clock.sleep(RENEW_MS)
      if (signal.aborted) return
      await lease.renew(config.service, mine({ config, clock, lease, ...ctx })).catch(() => undefined)
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
