import type { Config } from '../../config/config.ts'
import { countOf } from '../../domain/host/host.ts'
import type { Host } from '../../domain/host/host.ts'
import { changeWords, isOn } from '../../domain/schedule/schedule.ts'
import type { Schedule } from '../../domain/schedule/schedule.ts'
import { displayName } from '../../domain/service.ts'
import type { Report } from '../parts/report.ts'

interface Followed {
  readonly schedule: Schedule
  readonly now: number
  /** The hosts that were started or stopped. */
  readonly changed: readonly Host[]
  readonly hosts: readonly Host[]
}

/** What the schedule has done, and until when. */
export function scheduleReport({ service }: Pick<Config, 'service'>, { schedule, now, changed, hosts }: Followed): Report {
  const on = isOn(schedule, now)
  const did = changed.length === 0 ? (on ? 'runs' : 'is stopped') : `${on ? 'started' : 'stopped'} ${countOf(changed.map(({ id }) => id))}`
  return {
    outcome: changed.length === 0 ? 'unchanged' : on ? 'started' : 'stopped',
    headline: `${displayName(service)}: ${did} until ${changeWords(schedule, now)}`,
    outputs: {},
    facts: [
      ['Schedule', schedule.text],
      ...hosts.map(
        ({ id, instanceType, publicIp }) => ['Host', `${id} (${instanceType})${on ? `, ${publicIp ?? 'no public address'}` : ''}`] as const,
      ),
    ],
  }
}
