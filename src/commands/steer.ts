import type { Context } from '../context.ts'
import { runUrl } from '../config/job.ts'
import { fateOf, refuseSteering } from '../domain/canary/steering.ts'
import type { Steering, Taken, Wish } from '../domain/canary/steering.ts'
import type { Version } from '../domain/lease/standing.ts'
import { assertNotRefused, messageOf, refused } from '../errors.ts'
import { pollUntil } from '../ports/poll-until.ts'
import type { Look } from '../ports/poll-until.ts'
import { refuseName } from '../steps/hosts/hosts-snapshot.ts'
import { steeredReport } from '../report/pages/steer.ts'
import type { Report } from '../report/parts/report.ts'

/** Asks the run that leads a canary to pause, continue, skip or abort it, and waits until it has. Takes no lease, because that run holds it. */
export async function steer(ctx: Context): Promise<Report> {
  const { config, progress, records } = ctx
  const wish = wishOf(ctx)
  assertNotRefused(await refuseName(ctx, await records.read(config.service)))
  const asked = await progress.step('Ask the run of the canary', () => ask(ctx, wish))
  try {
    const taken = await progress.step(`Wait until it acts: ${asked.runUrl}`, () => untilTaken(ctx, wish))
    return steeredReport(config, asked, taken)
  } catch (error) {
    await withdraw(ctx, wish)
    throw error
  }
}

function wishOf(ctx: Context): Wish {
  const { job, asked } = ctx.config
  const { steer: kind, reason } = asked
  if (kind === undefined) throw new Error('A run with command: steer and without the input steer is refused.')
  return { id: ctx.newId(), steer: kind, reason, actor: job.actor, runUrl: runUrl(job), at: new Date(ctx.clock.now()).toISOString() }
}

/** Attempts to write over concurrent writes of other runs. */
const ATTEMPTS = 5

async function ask({ config, steering, lease }: Context, wish: Wish): Promise<Steering> {
  const { service } = config
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const [found, holder] = await Promise.all([steering.read(service), lease.read(service)])
    assertNotRefused(refuseSteering(found?.value, holder))
    const { value, version } = found as Version<Steering>
    if ((await steering.write(service, { ...value, asked: wish }, version)) !== undefined) return value
  }
  throw refused({ reason: 'other runs are steering this canary right now', hint: 'Look at what they did, and run this again.' })
}

/** Longest time that a canary's run takes between two looks: it shifts the traffic on its hosts, and queries them. */
const LIMIT_MS = 150_000
const POLL_MS = 1000

function untilTaken(ctx: Context, wish: Wish): Promise<Taken> {
  const { clock, progress } = ctx
  return pollUntil<Taken>({
    clock,
    limit: LIMIT_MS,
    every: POLL_MS,
    look: () => lookFor(ctx, wish),
    onWait: (what, since) => progress.waiting(what, since),
    onLimit: () => {
      throw refused({
        reason: `the run of the canary did not answer within ${LIMIT_MS / 1000} s`,
        hint: 'Look at its log. If it was killed, the hosts have ended its canary, and the next deploy waits until its lease expires.',
      })
    },
  })
}

async function lookFor({ config, steering }: Context, wish: Wish): Promise<Look<Taken>> {
  const found = await steering.read(config.service)
  const fate = fateOf(found?.value, wish)
  if (fate === undefined) return { waiting: 'the run of the canary' }
  if (fate !== 'left-behind') return { ended: fate }
  throw refused({
    reason: found?.value.ended === true ? 'the canary ended before its run saw this' : 'another run steered the canary at the same time',
    hint: 'Look at the run of the canary and at `command: status`. If it is still needed, run this again.',
  })
}

/** Withdraws the request, so that no run acts on it after its author was told that it failed. */
async function withdraw({ config, steering, progress }: Context, { id }: Wish): Promise<void> {
  try {
    const found = await steering.read(config.service)
    if (found?.value.asked?.id !== id) return
    const { asked: _, ...rest } = found.value
    await steering.write(config.service, rest, found.version)
  } catch (error) {
    progress.warn(`The run of the canary may still act on this: ${messageOf(error)}`)
  }
}
