import type { Context } from '../context.ts'
import type { Host } from '../domain/host/host.ts'
import { countOf, isRunning } from '../domain/host/host.ts'
import { keptHosts, planExisting } from '../domain/host/host-plan.ts'
import { isOn } from '../domain/schedule/schedule.ts'
import type { Schedule } from '../domain/schedule/schedule.ts'
import { displayName } from '../domain/service.ts'
import { refused } from '../errors.ts'
import { scheduleReport } from '../report/pages/schedule.ts'
import type { Report } from '../report/parts/report.ts'
import { followNames } from '../steps/dns/release-names.ts'
import { applicableHosts } from '../steps/hosts/hosts-snapshot.ts'
import { stopHosts, wakeHosts } from '../steps/power/power.ts'
import { NO_COMMIT } from '../steps/lease/acquire-lease.ts'
import { withLease } from '../steps/lease/with-lease.ts'

/** Starts or stops the hosts of the service, as its schedule says for now. Takes the lease only if there is something to do. */
export async function schedule(ctx: Context): Promise<Report> {
  const wanted = scheduleOf(ctx)
  const { hosts } = await ctx.progress.step('Check what is live', () => lookAtHosts(ctx))
  if (toChange(ctx, wanted, hosts).length === 0)
    return scheduleReport(ctx.config, { schedule: wanted, now: ctx.clock.now(), changed: [], hosts })
  return withLease(ctx, NO_COMMIT, (held) => follow(held, wanted))
}

function scheduleOf({ config }: Context): Schedule {
  if (config.schedule !== undefined) return config.schedule
  throw refused({
    reason: `${displayName(config.service)} has no schedule`,
    hint: 'Set schedule for this environment in the configuration file, such as weekdays 8-19 Europe/Berlin.',
  })
}

async function lookAtHosts(ctx: Context) {
  const { plans, record } = await applicableHosts(ctx, planExisting)
  return { hosts: keptHosts(plans), record }
}

/** The hosts that are not as the schedule says. */
function toChange({ clock }: Context, wanted: Schedule, hosts: readonly Host[]): readonly Host[] {
  const on = isOn(wanted, clock.now())
  return hosts.filter((host) => isRunning(host) !== on)
}

/** Decides again with the lease: another run may have worked in the meantime, and the time has passed. */
async function follow(ctx: Context, wanted: Schedule): Promise<Report> {
  const { hosts, record } = await ctx.progress.step('Check again what is live', () => lookAtHosts(ctx))
  const now = ctx.clock.now()
  const changed = toChange(ctx, wanted, hosts)
  const names = countOf(changed.map(({ id }) => id))
  if (changed.length > 0 && isOn(wanted, now)) {
    const started = await ctx.progress.step(`Start ${names}`, () => wakeHosts(ctx, changed, record))
    const all = hosts.map((host) => started.find(({ id }) => id === host.id) ?? host)
    if (record !== undefined) await followNames(ctx, record.route, all, record)
    return scheduleReport(ctx.config, { schedule: wanted, now, changed: started, hosts: all })
  }
  if (changed.length > 0) await ctx.progress.step(`Stop ${names}`, () => stopHosts(ctx, changed, record))
  return scheduleReport(ctx.config, { schedule: wanted, now, changed, hosts })
}
