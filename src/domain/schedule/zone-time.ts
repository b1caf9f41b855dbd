import { MINUTE } from '../duration.ts'
/** No time zone has ever set its clocks back by more in one night. Minutes. */
const LONGEST_SHIFT = 120

const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone)
  if (known !== undefined) return known
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  })
  formats.set(zone, made)
  return made
}

/** Whether a text is the name of a time zone, such as `Europe/Berlin` or `UTC`; an offset is not, because it has no daylight saving time. */
export function isZone(text: string): boolean {
  if (!/^[A-Za-z][\w+-]*(\/[\w+-]+)*$/.test(text)) return false
  try {
    return formatOf(text).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

/** What the clocks in a zone show at an instant, to the minute: as if they were in UTC, in milliseconds since the epoch. */
function clockAt(zone: string, at: number): number {
  const parts = new Map<string, number>(
    formatOf(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  )
  const [year = 0, month = 1, day = 1] = ['year', 'month', 'day'].map((part) => parts.get(part))
  return Date.UTC(year, month - 1, day, parts.get('hour'), parts.get('minute'))
}

/**
 * The latest time that the clocks in a zone have shown by an instant. It stands still while an hour is repeated, at the end of summer time, so that
 * no time of the day comes twice.
 */
export function localTime(zone: string, at: number): number {
  const now = clockAt(zone, at)
  const shift = clockAt(zone, at - LONGEST_SHIFT * MINUTE) + LONGEST_SHIFT * MINUTE - now
  if (shift <= 0) return now
  const minutes = Array.from({ length: LONGEST_SHIFT }, (_, ago) => clockAt(zone, at - ago * MINUTE))
  return Math.max(now, ...minutes)
}
