import { changeWords, isOn } from '../../domain/schedule/schedule.ts'
import type { Schedule } from '../../domain/schedule/schedule.ts'

/** What the schedule says for now, and until when. */
export function scheduleWords(schedule: Schedule, now: number): string {
  return `${schedule.text}: ${isOn(schedule, now) ? 'runs' : 'stopped'} until ${changeWords(schedule, now)}`
}
