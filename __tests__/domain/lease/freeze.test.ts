import { describe, expect, it } from '@jest/globals'
import { endOf, freezeOf, isEnd, refuseFrozen } from '../../../src/domain/lease/freeze.ts'
import type { Freeze } from '../../../src/domain/lease/freeze.ts'

const NOW = Date.parse('2026-11-01T12:00:00Z')
const FREEZE: Freeze = {
  reason: 'the sale',
  actor: 'ada',
  runUrl: 'https://github.com/acme/web/actions/runs/7',
  at: '2026-11-01T10:00:00.000Z',
}

describe('the end of a freeze', () => {
  it.each([
    ['4h', NOW + 4 * 3_600_000],
    ['1h30m', NOW + 5_400_000],
    ['2026-12-24T18:00Z', Date.parse('2026-12-24T18:00:00Z')],
    ['2026-12-24T18:00:30+01:00', Date.parse('2026-12-24T17:00:30Z')],
    ['2028-02-29T00:00Z', Date.parse('2028-02-29T00:00:00Z')],
    ['36500d', NOW + 36_500 * 86_400_000],
  ])('%s', (text, end) => {
    expect(isEnd(text)).toBe(true)
    expect(endOf(text, NOW)).toBe(end)
  })

  it.each(['', '0s', '4', 'tomorrow', '2026-12-24', '2026-12-24T18:00', '2026-13-01T00:00Z', '-1h', 'Fri Nov 27 2026'])(
    'not %j',
    (text) => {
      expect(isEnd(text)).toBe(false)
    },
  )

  it.each(['36501d', '99999999999d', `${'1'.repeat(400)}h`, '2027-02-29T00:00Z', '2027-02-30T00:00Z', '2027-04-31T06:00+02:00'])(
    'not %j, which no calendar has',
    (text) => {
      expect(isEnd(text)).toBe(false)
    },
  )
})

describe('a freeze', () => {
  it.each([
    ['without an end', undefined, true],
    ['that ends later', '2026-11-01T12:00:01.000Z', true],
    ['that ends now', '2026-11-01T12:00:00.000Z', false],
    ['that has ended', '2026-11-01T11:00:00.000Z', false],
    ['whose end nobody can read', 'soon', true],
  ])('%s', (_, until, holds) => {
    const record = { freeze: { ...FREEZE, ...(until !== undefined && { until }) } }
    expect(freezeOf(record, NOW) !== undefined).toBe(holds)
    expect(refuseFrozen(record, NOW) !== undefined).toBe(holds)
  })

  it('names who, why and since when, and what helps', () => {
    expect(refuseFrozen({ freeze: FREEZE }, NOW)).toEqual({
      reason: `the service is frozen by ada: the sale (since 2026-11-01 10:00:00 UTC, ${FREEZE.runUrl})`,
      hint: 'Run command: unfreeze. rollback and restart still work.',
    })
  })

  it('names its end if it has one', () => {
    const until = '2026-11-02T12:00:00.000Z'
    expect(refuseFrozen({ freeze: { ...FREEZE, until } }, NOW)).toEqual({
      reason: `the service is frozen by ada until 2026-11-02 12:00:00 UTC: the sale (since 2026-11-01 10:00:00 UTC, ${FREEZE.runUrl})`,
      hint: `Wait until 2026-11-02 12:00:00 UTC, or run command: unfreeze. rollback and restart still work.`,
    })
  })

  it.each([[undefined], [{}], [{ freeze: undefined }]])('does not exist without a mark: %j', (record) => {
    expect(refuseFrozen(record, NOW)).toBeUndefined()
  })
})
