import type { Context } from '../../context.ts'
import type { Shared } from '../../ports/state/shared.ts'
import { describeRunner, EXPIRY_MS, RENEW_MS, RETRY_MS, tokenOf } from '../../domain/lease/lease.ts'
import type { Lease } from '../../domain/lease/lease.ts'
import type { Service } from '../../domain/service.ts'
import { Cancelled, messageOf } from '../../errors.ts'
import { acquireLease } from './acquire-lease.ts'
import type { Grip, Purpose } from './acquire-lease.ts'
import { readClocks } from './permit.ts'

/**
 * Runs `work` while no other run can change the service, with a context that says so. `waited`: another run worked before, so the snapshot is
 * outdated. Throws `lease-lost` if another run took over.
 */
export async function withLease<T>(ctx: Context, purpose: Purpose, work: (ctx: Context, waited: boolean) => Promise<T>): Promise<T> {
  const { permit, progress } = ctx
  const hold: Hold = { grip: await acquireLease(ctx, purpose), renewal: undefined }
  let end = giveUp
  permit.held(hold.grip.at)
  const stop = new AbortController()
  void keep(ctx, hold, stop.signal)
  try {
    const done = await work({ ...ctx, signal: AbortSignal.any([ctx.signal, permit.signal]), token: hold.grip.token }, hold.grip.waited)
    if (purpose.isLast) end = remove
    return done
  } catch (error) {
    throw permit.lost() ?? error
  } finally {
    stop.abort()
    await end(ctx, hold).catch((error: unknown) =>
      progress.warn(`The lease could not be released, so the next run waits ${EXPIRY_MS / 1000} s for it: ${messageOf(error)}`),
    )
    permit.released()
  }
}

/** The lease as last renewed, and the renewal in progress; a failed renewal returns nothing. */
interface Hold {
  grip: Grip
  renewal: Promise<Grip | undefined> | undefined
}

/** Handles a renewal in progress, which can change the version to write over. */
async function giveUp({ lease, permit, config }: Context, { grip }: Hold): Promise<void> {
  const { lease: value, version, token } = grip
  permit.released()
  const freed = await lease.write(config.service, { ...value, token, free: true, beat: value.beat + 1 }, version)
  if (freed === undefined) await releaseLease(lease, config.service, value.owner)
}

/** Deletes the lease while the run holds it: later, it could be another's. Waits for a renewal, which would create the parameter again. */
async function remove(ctx: Context, hold: Hold): Promise<void> {
  const { lease, queue, steering, config, progress } = ctx
  await hold.renewal
  try {
    await steering.remove(config.service)
    await queue.remove(config.service)
    await lease.remove(config.service)
  } catch (error) {
    progress.info(`The parameters lease, queue and steering stay: ${messageOf(error)}`)
    await giveUp(ctx, hold)
  }
}

/** Releases the lease, if this owner still holds it. */
export async function releaseLease(lease: Shared<Lease>, service: Service, owner: string): Promise<boolean> {
  const found = await lease.read(service)
  if (found === undefined || found.value.owner !== owner || found.value.free) return false
  const { version, value } = found
  const freed = { ...value, token: tokenOf(found), free: true, beat: value.beat + 1 }
  return (await lease.write(service, freed, version)) !== undefined
}

/** Renews the lease until the work has ended, or another run has the lease. After a failed renewal, the next one is in time, up to a limit. */
async function keep(ctx: Context, hold: Hold, stop: AbortSignal): Promise<void> {
  const { clock, permit } = ctx
  try {
    for (let pause = RENEW_MS; ;) {
      await clock.sleep(pause)
      if (stop.aborted || permit.lost() !== undefined) return
      hold.renewal = renew(ctx, hold.grip).catch(() => undefined)
      const grip = await hold.renewal
      if (stop.aborted || permit.lost() !== undefined) return
      pause = grip === undefined ? RETRY_MS : RENEW_MS
      if (grip === undefined) continue
      hold.grip = grip
      permit.held(grip.at)
    }
  } catch (error) {
    if (!(error instanceof Cancelled)) throw error
  }
}

/** The renewed lease; `undefined` if another run has it, and then tells this run to stop. */
async function renew({ clock, config, lease, permit }: Context, grip: Grip): Promise<Grip | undefined> {
  const at = readClocks(clock)
  const value = { ...grip.lease, token: grip.token, beat: grip.lease.beat + 1 }
  const version = await lease.write(config.service, value, grip.version)
  if (version !== undefined) return { ...grip, lease: value, version, at }
  const found = await lease.read(config.service)
  if (found?.value.owner === grip.lease.owner && !found.value.free) return { ...grip, lease: found.value, version: found.version }
  permit.lose(found === undefined ? 'its lease was deleted' : `${describeRunner(found.value)} took over`)
  return undefined
}
