import { describe, expect, it } from '@jest/globals'
import { changeWords, isOn, nextChange, parseSchedule, runningShare, weekHours } from '../../../src/domain/schedule/schedule.ts'
import type { Schedule } from '../../../src/domain/schedule/schedule.ts'
import { MINUTE, HOUR } from '../../../src/domain/duration.ts'
import { fc } from '../../fakes/properties.ts'

const at = (iso: string): number => Date.parse(iso)

function scheduled(text: string): Schedule {
  const schedule = parseSchedule(text)
  if (schedule === undefined) throw new Error(`no schedule: ${text}`)
  return schedule
}

describe('what is given', () => {
  it.each<[string, Partial<Schedule>]>([
    ['weekdays 8-19 Europe/Berlin', { days: [1, 2, 3, 4, 5], from: 480, to: 1140, zone: 'Europe/Berlin' }],
    ['daily 8:30-19:00 UTC', { days: [0, 1, 2, 3, 4, 5, 6], from: 510, to: 1140 }],
    [
      '  mon,wed   08-9:05  America/Argentina/Buenos_Aires ',
      { text: 'mon,wed 08-9:05 America/Argentina/Buenos_Aires', days: [1, 3], to: 545 },
    ],
    ['Mon-Fri 0-24 UTC', { days: [1, 2, 3, 4, 5], from: 0, to: 1440 }],
    ['fri-mon,wed 8-9 UTC', { days: [0, 1, 3, 5, 6] }],
    ['sun 23:59-24:00 Etc/GMT+5', { days: [0], from: 1439, to: 1440 }],
  ])('%s', (text, expected) => {
    expect(parseSchedule(text)).toMatchObject(expected)
  })

  it.each([
    ...['', 'weekdays', 'weekdays 8-19', '8-19 Europe/Berlin', 'weekdays 8-19 Europe/Berlin now'],
    ...[
      'weekdays 19-8 UTC',
      'weekdays 8-8 UTC',
      'weekdays 8-25 UTC',
      'weekdays 8-24:01 UTC',
      'weekdays 8:60-19 UTC',
      'weekdays 8 UTC',
      'weekdays 8-12-19 UTC',
    ],
    ...['weekends 8-19 UTC', 'mon,,wed 8-19 UTC', 'mon-wed-fri 8-19 UTC', 'monday 8-19 UTC', 'constructor 8-19 UTC', '1-5 8-19 UTC'],
    ...['daily 8-19 Mars/Olympus', 'daily 8-19 +02:00', 'daily 8-19 UTC+2', 'daily 8-19 constructor', 'daily -8-19 UTC', 'daily 8--19 UTC'],
  ])('%j is rejected', (text) => {
    expect(parseSchedule(text)).toBeUndefined()
  })
})

describe('by the clocks of its zone', () => {
  const berlin = scheduled('weekdays 8-19 Europe/Berlin')

  it.each([
    ['a winter morning', '2026-11-27T06:59:59Z', false],
    ['its first minute', '2026-11-27T07:00:00Z', true],
    ['its last one', '2026-11-27T17:59:59Z', true],
    ['the evening', '2026-11-27T18:00:00Z', false],
    ['a Saturday', '2026-11-28T11:00:00Z', false],
    ['a summer morning, an hour earlier in UTC', '2026-07-01T06:00:00Z', true],
    ['the day after the clocks went forward', '2026-03-30T06:00:00Z', true],
    ['the Friday before', '2026-03-27T06:30:00Z', false],
  ])('%s', (_, instant, on) => {
    expect(isOn(berlin, at(instant))).toBe(on)
  })

  it('uses the day of the zone, not that of UTC', () => {
    expect(isOn(scheduled('mon 8-19 Pacific/Auckland'), at('2026-11-29T20:00:00Z'))).toBe(true)
    expect(isOn(scheduled('mon 8-19 America/Los_Angeles'), at('2026-12-01T02:00:00Z'))).toBe(true)
  })

  it('starts once if an hour occurs twice, and late if the hour is skipped', () => {
    const night = scheduled('daily 2:30-5 Europe/Berlin')
    const on = (from: string) => Array.from({ length: 8 }, (_, half) => isOn(night, at(from) + half * 30 * MINUTE))
    // 02:00 CEST, 02:30 CEST, 02:00 CET, 02:30 CET, 03:00 ...
    expect(on('2026-10-25T00:00:00Z')).toEqual([false, true, true, true, true, true, true, true])
    // 01:30 CET, 03:00 CEST, ... 05:00
    expect(on('2026-03-29T00:30:00Z')).toEqual([false, true, true, true, true, false, false, false])
  })

  it.each([
    ['2026-11-27T12:00:00Z', '2026-11-27T18:00:00Z', 'Fri 2026-11-27 19:00 (Europe/Berlin)'],
    ['2026-11-27T18:00:00Z', '2026-11-30T07:00:00Z', 'Mon 2026-11-30 08:00 (Europe/Berlin)'],
    ['2026-03-27T18:00:00Z', '2026-03-30T06:00:00Z', 'Mon 2026-03-30 08:00 (Europe/Berlin)'],
    ['2026-10-23T17:00:00Z', '2026-10-26T07:00:00Z', 'Mon 2026-10-26 08:00 (Europe/Berlin)'],
  ])('after %s, the next change is at %s', (now, next, words) => {
    expect(nextChange(berlin, at(now))).toBe(at(next))
    expect(changeWords(berlin, at(now))).toBe(words)
  })

  it('never changes if it covers all days', () => {
    const ever = scheduled('daily 0-24 Europe/Berlin')
    expect(nextChange(ever, at('2026-03-28T00:00:00Z'))).toBeUndefined()
    expect(changeWords(ever, at('2026-03-28T00:00:00Z'))).toBe('further notice')
  })

  it('tells which part of the time it runs', () => {
    expect([weekHours(berlin), runningShare(scheduled('daily 0-24 UTC'))]).toEqual([55, 1])
  })
})

/** Zones with unlike rules: half an hour, at midnight, in the south, a quarter of an hour off, none. */
const ZONES = [
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'America/Havana',
  'Asia/Beirut',
  'America/Santiago',
  'Pacific/Chatham',
  'Asia/Kathmandu',
  'Africa/Casablanca',
  'UTC',
]
const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']

const schedules = fc
  .record({
    days: fc.uniqueArray(fc.constantFrom(...DAYS), { minLength: 1 }),
    hours: fc.tuple(fc.integer({ min: 0, max: 96 }), fc.integer({ min: 0, max: 96 })).filter(([from, to]) => from < to),
    zone: fc.constantFrom(...ZONES),
  })
  .map(({ days, hours: [from, to], zone }) => {
    const time = (quarters: number) => `${Math.floor(quarters / 4)}:${String((quarters % 4) * 15).padStart(2, '0')}`
    return scheduled(`${days.join(',')} ${time(from)}-${time(to)} ${zone}`)
  })

describe('any schedule, in any week of a year', () => {
  const weeks = fc.integer({ min: 0, max: 53 }).map((week) => at('2026-01-01T00:00:00Z') + week * 7 * 24 * HOUR)

  it('starts once on each of its days, and runs as long as it says, except for the hour of a clock change', () => {
    fc.assert(
      fc.property(schedules, weeks, (schedule, start) => {
        const quarters = Array.from({ length: 4 * 24 * 7 }, (_, quarter) => isOn(schedule, start + quarter * 15 * MINUTE))
        const starts = quarters.filter((on, quarter) => on && quarters[quarter - 1] === false).length
        expect(starts).toBeLessThanOrEqual(schedule.days.length + 1)
        const hours = quarters.filter(Boolean).length / 4
        // The week begins within a day, which so is there in two parts.
        expect(Math.abs(hours - weekHours(schedule))).toBeLessThanOrEqual(1)
      }),
      { numRuns: 60 },
    )
  })

  it('is the same from now until the next change, and another at it', () => {
    fc.assert(
      fc.property(schedules, weeks, fc.integer({ min: 0, max: 7 * 24 * 60 - 1 }), (schedule, start, minutes) => {
        const now = start + minutes * MINUTE + 31_000
        const next = nextChange(schedule, now)
        if (next === undefined) return expect(runningShare(schedule)).toBe(1)
        expect(next).toBeGreaterThan(now)
        expect(isOn(schedule, next)).toBe(!isOn(schedule, now))
        expect(isOn(schedule, next - 1)).toBe(isOn(schedule, now))
        const between = Array.from({ length: 20 }, (_, part) => now + Math.floor(((next - 1 - now) * part) / 20))
        expect(new Set(between.map((instant) => isOn(schedule, instant))).size).toBe(1)
      }),
      { numRuns: 150 },
    )
  })
})
