import type { Context } from '../../context.ts'
import type { Host } from '../../domain/host/host.ts'
import { clearToStop } from '../../domain/host/stopping.ts'
import type { ReleaseRecord } from '../../domain/release/record.ts'
import { changeWords, isOn } from '../../domain/schedule/schedule.ts'
import { DeployError, refused } from '../../errors.ts'
import { pollUntil } from '../../ports/poll-until.ts'
import { queryStatus } from '../orders/query-status.ts'
import { atStake } from '../hosts/ending.ts'
import { startHost } from '../hosts/provision.ts'
import { waitForAgents } from '../hosts/wait-for-agents.ts'
import { waitForState } from '../hosts/wait-for-state.ts'

/** For a run that starts hosts, if their schedule does not: they run until it is followed again. */
export function warnOutsideSchedule({ config, clock, progress }: Context): void {
  const { schedule } = config
  if (schedule === undefined || isOn(schedule, clock.now())) return
  progress.warn(
    `schedule: the hosts are scheduled to be stopped until ${changeWords(schedule, clock.now())}. A deploy starts its hosts, and the next run of command: schedule stops them again.`,
  )
}

/** Stops hosts of the service for a while, if nobody else needs them. Throws what prevents it. */
export async function stopHosts(ctx: Context, hosts: readonly Host[], record: ReleaseRecord | undefined): Promise<void> {
  const clearance = clearToStop(hosts, await atStake(ctx, hosts, record), ctx.config.service)
  if ('kind' in clearance) throw refused(clearance)
  for (const host of clearance.hosts) {
    ctx.progress.info(`Stopping ${host.id}`)
    await waitForState(ctx, host.id, { reached: (state) => state !== 'pending', what: 'to finish starting' })
    await ctx.hosts.stop(host)
  }
  await Promise.all(clearance.hosts.map(({ id }) => waitForState(ctx, id, { reached: (state) => state === 'stopped', what: 'to stop' })))
}

/** Starts stopped hosts, and waits until the service answers on them: the host itself brings back what served. Returns the hosts as they are then. */
export async function wakeHosts(ctx: Context, hosts: readonly Host[], record: ReleaseRecord | undefined): Promise<readonly Host[]> {
  const started = await Promise.all(hosts.map((host) => startHost(ctx, host)))
  await waitForAgents(ctx, started)
  if (record !== undefined) await waitUntilServing(ctx, started)
  return started
}

function waitUntilServing(ctx: Context, hosts: readonly Host[]): Promise<void> {
  const { clock, config, progress } = ctx
  return pollUntil<void, string>({
    clock,
    look: async () => {
      const silent = (await queryStatus(ctx, hosts)).find(({ status }) => typeof status === 'string' || !status.running || !status.healthy)
      if (silent === undefined) return { ended: undefined }
      return { waiting: `${silent.host.id}: ${typeof silent.status === 'string' ? silent.status : 'the service does not answer yet'}` }
    },
    limit: config.hostTimeout * 1000,
    every: 3000,
    onWait: (what, since) => progress.waiting(`the service after the start (${what})`, since),
    onLimit: (what) => {
      throw new DeployError('host-timeout', `${what}, ${config.hostTimeout} s after the start of the host`, {
        hint: 'Run command: restart, or deploy again. Raise host-timeout if the service only needs longer to start.',
      })
    },
  })
}
