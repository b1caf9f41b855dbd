import { runUrl } from '../../config/job.ts'
import type { Context } from '../../context.ts'
import { describeRunner, DOES, EXPIRY_MS, nextToken, tokenOf } from '../../domain/lease/lease.ts'
import type { Lease, Runner } from '../../domain/lease/lease.ts'
import { isUrgent } from '../../domain/lease/queue.ts'
import { ageOf, sighted } from '../../domain/lease/sightings.ts'
import type { Version } from '../../domain/lease/standing.ts'
import { DeployError } from '../../errors.ts'
import type { ClockReading } from '../../ports/permit.ts'
import { pollUntil } from '../../ports/poll-until.ts'
import type { Look } from '../../ports/poll-until.ts'
import { readClocks } from './permit.ts'
import { waitingLine } from './waiting-line.ts'
import type { WaitingLine } from './waiting-line.ts'

/** The lease that this run holds. */
export interface Grip {
  readonly lease: Lease
  readonly version: number
  readonly token: number
  /** When the run requested the write that holds the lease. */
  readonly at: ClockReading
  /** Another run worked before, so the snapshot is outdated. */
  readonly waited: boolean
}

export interface Purpose {
  /** The commit that the run deploys, if a commit decides that. */
  readonly commit: string
  /** After a success nothing is left of the service, so the run deletes lease and queue, too. */
  readonly isLast?: true
}

/** For a run that deploys no commit. */
export const NO_COMMIT: Purpose = { commit: '' }

const POLL_MS = 3000
/** An urgent run polls more often, and so comes first. */
const URGENT_POLL_MS = 1000

/** Takes the lease as soon as it is free or its holder is dead. */
export async function acquireLease(ctx: Context, purpose: Purpose): Promise<Grip> {
  const { clock, progress, config } = ctx
  const { lockTimeout } = config.guards
  const mine = runnerOf(ctx)
  const line = waitingLine(ctx, { ...mine, ...purpose, beat: 0 })
  const look = looking(ctx, mine, line)
  try {
    return await pollUntil<Grip, Runner>({
      clock,
      look,
      limit: lockTimeout * 1000,
      every: isUrgent(mine) ? URGENT_POLL_MS : POLL_MS,
      onWait: (other, since) => progress.waiting(`${describeRunner(other)}, which ${DOES[other.command]}`, since),
      onLimit: (other) => {
        throw lockHeld(other, lockTimeout)
      },
    })
  } finally {
    await line.leave()
  }
}

/** Takes the lease if possible; otherwise joins the queue. */
function looking(ctx: Context, mine: Runner, line: WaitingLine): () => Promise<Look<Grip, Runner>> {
  const { clock, config, lease } = ctx
  let seen = sighted(new Map(), [], 0)
  let waited = false
  // When this run first requested a claim over each version: such a claim may turn out later to count.
  const asked = new Map<number, ClockReading>()
  return async () => {
    const before = clock.elapsed()
    const found = await lease.read(config.service)
    const at = readClocks(clock)
    if (found?.value.owner === mine.owner) return { ended: { ...gripOf(found, asked.get(found.value.over ?? 0) ?? at), waited: true } }
    const version = found?.version ?? 0
    // By owner, too: a deleted parameter starts again at version 1.
    const holder = found?.value.owner ?? ''
    const silent = ageOf(seen, holder, version, before)
    seen = sighted(seen, [[holder, version]], clock.elapsed())
    const held = found !== undefined && !found.value.free && silent < EXPIRY_MS
    const ahead = held ? await line.stand() : waited ? await line.ahead() : undefined
    const other = held ? found.value : ahead
    if (other === undefined && !asked.has(version)) asked.set(version, at)
    const grip = other === undefined ? await claim(ctx, mine, found) : undefined
    if (grip !== undefined) return { ended: { ...grip, waited: waited || silent > 0 } }
    waited = true
    return { waiting: other ?? found?.value ?? mine }
  }
}

/** For a parameter that this claim created, only Parameter Store knows the time of creation. */
async function claim(
  { clock, config, lease }: Context,
  mine: Runner,
  found: Version<Lease> | undefined,
): Promise<Omit<Grip, 'waited'> | undefined> {
  const at = readClocks(clock)
  const value = { ...mine, token: found === undefined ? 0 : nextToken(found), free: false, beat: 0 }
  const version = await lease.write(config.service, value, found?.version ?? 0)
  if (version === undefined) return undefined
  if (value.token > 0) return { lease: value, version, token: value.token, at }
  const first = await lease.read(config.service)
  return first?.value.owner === mine.owner ? gripOf(first, at) : undefined
}

function gripOf(found: Version<Lease>, at: ClockReading): Omit<Grip, 'waited'> {
  return { lease: found.value, version: found.version, token: tokenOf(found), at }
}

/** This process: another job of the same workflow run is another owner. */
function runnerOf(ctx: Context): Runner {
  const { job, command } = ctx.config
  return { owner: `${job.runId}/${job.runAttempt}/${ctx.newId()}`, command, actor: job.actor, runUrl: runUrl(job) }
}

function lockHeld(other: Runner, seconds: number): DeployError {
  return new DeployError('lock-held', `${describeRunner(other)}, which ${DOES[other.command]}, was not finished after ${seconds} s`, {
    hint: 'Wait for it to end and run this again, or raise lock-timeout.',
  })
}
