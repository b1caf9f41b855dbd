import { expect, test } from '@jest/globals'
import { endOf, stateOf } from '../../../src/domain/deployment/end.ts'
import type { RunEnd } from '../../../src/domain/deployment/end.ts'
import type { EndedDeployment } from '../../../src/domain/deployment/payload.ts'
import type { State } from '../../../src/domain/deployment/listed.ts'

const NOON = Date.parse('2026-11-27T12:00:00Z')
const after = (seconds: number): string => new Date(NOON + seconds * 1000).toISOString()
/** Steps one after the other, by their seconds; one that failed has a `!`. */
function steps(...names: readonly (readonly [string, number])[]): RunEnd['steps'] {
  let start = NOON
  return names.map(([name, seconds]) => {
    const step = { name: name.replace('!', ''), start, ms: seconds * 1000, ok: !name.endsWith('!') }
    start += step.ms
    return step
  })
}
const run = (changes: Partial<RunEnd>): RunEnd => ({
  command: 'deploy',
  outcome: 'deployed',
  cause: '',
  steps: [],
  now: NOON + 100_000,
  ...changes,
})
const BAKED = [
  ['health', 10],
  ['cut-over', 1],
  ['verify', 1],
  ['bake', 20],
] as const

test.each<[string, Partial<RunEnd>, Partial<EndedDeployment>, State]>([
  [
    'a deploy with a bake',
    { steps: steps(...BAKED, ['drain', 5]) },
    { outcome: 'deployed', servedAt: after(11), verifiedAt: after(32) },
    'success',
  ],
  [
    'a deploy in two waves',
    { steps: steps(...BAKED, ...BAKED) },
    { outcome: 'deployed', servedAt: after(43), verifiedAt: after(64) },
    'success',
  ],
  [
    'a release that went bad in its bake',
    { outcome: 'rolled-back', cause: 'bake-errors', steps: steps(...BAKED, ['evidence!', 2]) },
    { outcome: 'rolled-back', cause: 'bake-errors', servedAt: after(11), failedAt: after(32), verifiedAt: after(100), recoveredBy: 'bake' },
    'failure',
  ],
  [
    'a canary that was taken back',
    { outcome: 'rolled-back', cause: 'canary-errors', steps: steps(['health', 10], ['canary 1%', 30], ['canary 10%!', 12]) },
    { outcome: 'rolled-back', cause: 'canary-errors', failedAt: after(52), verifiedAt: after(100), recoveredBy: 'canary' },
    'failure',
  ],
  [
    'a release that never served',
    { outcome: 'failed', cause: 'exited', steps: steps(['start', 3], ['evidence!', 1]) },
    { outcome: 'failed', cause: 'exited', failedAt: after(3) },
    'failure',
  ],
  [
    'a rollback that was asked for',
    { command: 'rollback', outcome: 'rolled-back', steps: steps(['cut-over', 1], ['verify', 1]) },
    { outcome: 'rolled-back', servedAt: after(1), verifiedAt: after(2), recoveredBy: 'hand' },
    'success',
  ],
  ['a cancelled run', { outcome: 'cancelled', cause: 'cancelled' }, { outcome: 'cancelled', cause: 'cancelled' }, 'inactive'],
  ['a release that was there', { outcome: 'unchanged' }, { outcome: 'unchanged' }, 'inactive'],
  [
    'a release that another run outran',
    { outcome: 'refused', cause: 'superseded' },
    { outcome: 'refused', cause: 'superseded', failedAt: after(100) },
    'inactive',
  ],
])('%s', (_, changes, end, state) => {
  const ended = endOf(run(changes))
  expect(ended).toEqual(end)
  expect(stateOf(ended)).toBe(state)
})

test('absurd durations from a host do not fail the run: nothing is after its end', () => {
  const ended = endOf(run({ steps: [{ name: 'cut-over', start: NOON, ms: 1e300, ok: true }] }))
  expect(ended).toMatchObject({ outcome: 'deployed', servedAt: after(100) })
})
