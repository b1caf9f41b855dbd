import { isZone, localTime } from './zone-time.ts'
import { MINUTE } from '../duration.ts'

/** When a service runs. */
export interface Schedule {
  /** As it was given. */
  readonly text: string
  /** 0 is Sunday. */
  readonly days: readonly number[]
  /** Minutes since midnight; `to` is after `from`, and at most the end of the day. */
  readonly from: number
  readonly to: number
  /** IANA name. */
  readonly zone: string
}

export const EXPECTED_SCHEDULE =
  'days, hours and a time zone, such as weekdays 8-19 Europe/Berlin; days are weekdays, daily, or mon-fri, or mon,wed; hours 8-19 or 8:30-19:00'

const DAY_NAMES = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const
const EVERY_DAY = [0, 1, 2, 3, 4, 5, 6]
const NAMED_DAYS: ReadonlyMap<string, readonly number[]> = new Map([
  ['weekdays', [1, 2, 3, 4, 5]],
  ['daily', EVERY_DAY],
])
const DAY_MINUTES = 1440
const WEEK_HOURS = 168

/** `undefined` for anything else than `EXPECTED_SCHEDULE`. */
export function parseSchedule(text: string): Schedule | undefined {
  const [dayWords = '', hours = '', zone = '', ...rest] = text.trim().split(/\s+/)
  const [from, to] = hours.split('-').map(minutesOf)
  const days = daysOf(dayWords.toLowerCase())
  if (rest.length > 0 || days === undefined || !isZone(zone) || !/^[\d:]+-[\d:]+$/.test(hours)) return undefined
  if (from === undefined || to === undefined || from >= to) return undefined
  return { text: `${dayWords} ${hours} ${zone}`, days, from, to, zone }
}

/** `8`, `08:30`, `24:00`, as minutes since midnight. */
function minutesOf(text: string): number | undefined {
  const [, hour = '', minute = '0'] = /^(\d{1,2})(?::([0-5]\d))?$/.exec(text) ?? []
  const minutes = Number(hour) * 60 + Number(minute)
  return hour === '' || minutes > DAY_MINUTES ? undefined : minutes
}

function daysOf(words: string): readonly number[] | undefined {
  const named = NAMED_DAYS.get(words)
  if (named !== undefined) return named
  const parts = words.split(',').map(spanOf)
  const days = new Set(parts.flatMap((part) => part ?? []))
  return parts.includes(undefined) ? undefined : EVERY_DAY.filter((day) => days.has(day))
}

/** `mon`, or `fri-mon`. */
function spanOf(words: string): readonly number[] | undefined {
  const ends = words.split('-').map((word) => DAY_NAMES.findIndex((name) => name === word))
  const [first = -1, last = first] = ends
  if (ends.length > 2 || first < 0 || last < 0) return undefined
  const length = ((last - first + 7) % 7) + 1
  return Array.from({ length }, (_, at) => (first + at) % 7)
}

/** Whether the service is to run at an instant: by the clocks of its zone, on each day at most once. */
export function isOn({ days, from, to, zone }: Schedule, at: number): boolean {
  const local = localTime(zone, at)
  const minutes = Math.floor(local / MINUTE) % DAY_MINUTES
  return days.includes(new Date(local).getUTCDay()) && minutes >= from && minutes < to
}

/** The next instant at which it starts or stops; `undefined` if it never does. */
export function nextChange(schedule: Schedule, at: number): number | undefined {
  const now = isOn(schedule, at)
  // Clocks change at a quarter of an hour.
  const step = (schedule.from % 15 === 0 && schedule.to % 15 === 0 ? 15 : 1) * MINUTE
  const first = (Math.floor(at / step) + 1) * step
  // A day of the week can be skipped for once, where a zone crosses the date line.
  for (let next = first; next < at + 15 * DAY_MINUTES * MINUTE; next += step) if (isOn(schedule, next) !== now) return next
  return undefined
}

/** Hours of a week in which it runs. */
export function weekHours({ days, from, to }: Schedule): number {
  return (days.length * (to - from)) / 60
}

/** Which part of the time it runs; without a schedule, always. */
export function runningShare(schedule: Schedule | undefined): number {
  return schedule === undefined ? 1 : weekHours(schedule) / WEEK_HOURS
}

/** Such as `Mon 2026-11-30 08:00 (Europe/Berlin)`, or `further notice` for a schedule that never changes. */
export function changeWords(schedule: Schedule, at: number): string {
  const next = nextChange(schedule, at)
  if (next === undefined) return 'further notice'
  const local = new Date(localTime(schedule.zone, next))
  const day = DAY_NAMES[local.getUTCDay()] ?? ''
  const [date, time = ''] = local.toISOString().split('T')
  return `${day.slice(0, 1).toUpperCase()}${day.slice(1)} ${date} ${time.slice(0, 5)} (${schedule.zone})`
}
