import { expect, test } from '@jest/globals'
import { refuseBlocked, refuseOlder } from '../../../src/domain/release/commit-order.ts'
import { aRecord, COMMIT } from '../../fakes/samples.ts'

const NONE = { allowRolledBack: false, allowDowngrade: false }

test.each([
  ['one that was rolled back from', [COMMIT], NONE, true],
  ['that one, where it is allowed', [COMMIT], { ...NONE, allowRolledBack: true }, false],
  ['that one, as a downgrade', [COMMIT], { ...NONE, allowDowngrade: true }, true],
  ['any other', ['d'.repeat(40)], NONE, false],
])('a commit: %s', (_, blocked, waivers, refused) => {
  expect(refuseBlocked(COMMIT, aRecord({ blocked }), waivers) !== undefined).toBe(refused)
})

test.each([
  ['behind', NONE, true],
  ['behind', { ...NONE, allowDowngrade: true }, false],
  ['behind', { ...NONE, allowRolledBack: true }, true],
  ['ahead', NONE, false],
  ['diverged', NONE, false],
  [undefined, NONE, false],
])('a commit that is %s, with %j', (relation, waivers, refused) => {
  expect(refuseOlder(COMMIT, 'd'.repeat(40), relation, waivers) !== undefined).toBe(refused)
})

test('nothing is blocked before the first release', () => {
  expect(refuseBlocked(COMMIT, undefined, NONE)).toBeUndefined()
})
