import { describe, expect, it } from '@jest/globals'
import { recordedDeliveries } from '../../../src/domain/metrics/recorded.ts'
import type { Attempt } from '../../../src/domain/release/record.ts'
import { anAttempt, aRecord } from '../../fakes/samples.ts'

const AT = Date.parse('2026-11-23T12:00:00Z')
const read = (...attempts: readonly Partial<Attempt>[]) =>
  recordedDeliveries(attempts.map((attempt, at) => aRecord({ version: attempts.length - at, attempt: anAttempt(attempt) })))

describe('recordedDeliveries', () => {
  it('reads the times of a run', () => {
    const [delivery] = read({ seconds: 100, reached: 20, served: 90, canary: 25, committedAt: '2026-11-23T11:00:00.000Z' }).deliveries
    expect(delivery).toMatchObject({
      startedAt: AT - 100_000,
      reachedAt: AT - 80_000,
      servedAt: AT - 10_000,
      endedAt: AT,
      committedAt: AT - 3_600_000,
      canary: 25,
      returned: false,
    })
  })

  it.each([
    [{ command: 'deploy', outcome: 'deployed' }, 'change'],
    [{ command: 'promote', outcome: 'deployed' }, 'change'],
    [{ command: 'deploy', outcome: 'rolled-back', cause: 'exited' }, 'change'],
    [{ command: 'rollback', outcome: 'rolled-back' }, 'rollback'],
    [{ command: 'rollback', outcome: 'failed', cause: 'exited' }, 'rollback'],
    [{ command: 'restart', outcome: 'restarted' }, 'restart'],
    [{ outcome: 'deployed' }, 'change'],
    [{ outcome: 'rolled-back' }, 'rollback'],
    [{ outcome: 'restarted' }, 'restart'],
    [{ outcome: 'failed', cause: 'exited' }, 'change'],
  ])('%j is a %s', (attempt, kind) => {
    expect(read(attempt).deliveries).toMatchObject([{ kind }])
  })

  it.each(['unchanged', 'frozen', 'unfrozen', 'what a later version says'])(
    'knows that a run with outcome %s released nothing',
    (outcome) => {
      expect(read({ outcome }).deliveries).toEqual([])
    },
  )

  it('tells that a release was taken back, and not that one served which was', () => {
    const [delivery] = read({ command: 'deploy', outcome: 'rolled-back', cause: 'bake-errors', reached: 1, served: 1 }).deliveries
    expect(delivery).toMatchObject({ returned: true, cause: 'bake-errors' })
    expect(delivery).not.toHaveProperty('servedAt')
  })

  it('leaves out a run whose time cannot be read', () => {
    const { deliveries, since } = read({}, { at: 'yesterday' })
    expect(deliveries).toHaveLength(1)
    expect(since).toBe(AT - 12_300)
  })

  it('leaves out a commit time that cannot be read', () => {
    expect(read({ committedAt: 'before' }).deliveries[0]).not.toHaveProperty('committedAt')
  })

  it.each([
    ['all versions are there', [2, 1], false],
    ['older ones are gone', [101, 100], true],
  ])('knows whether %s', (_, versions, cut) => {
    expect(recordedDeliveries(versions.map((version) => aRecord({ version }))).cut).toBe(cut)
  })

  it('knows that nothing was ever recorded', () => {
    expect(recordedDeliveries([])).toEqual({ record: undefined, deliveries: [], cut: false })
  })

  it('keeps every time within what a date can be, and none is after the end', () => {
    const { deliveries, since } = read({ seconds: 1e300, reached: 1e300, served: 1e300 })
    expect(deliveries).toMatchObject([{ startedAt: 0, reachedAt: AT, servedAt: AT, endedAt: AT }])
    expect(since).toBe(0)
  })
})
