import { expect, test } from '@jest/globals'
import { migrationsSince } from '../../../src/domain/release/history.ts'
import { aRecord } from '../../fakes/samples.ts'

const HISTORY = [
  aRecord({ release: 'd', migration: true }),
  aRecord({ release: 'd', migration: true }),
  aRecord({ release: 'c' }),
  aRecord({ release: 'b', migration: true }),
  aRecord({ release: 'a', migration: true }),
]

test.each([
  ['d', []],
  ['c', ['d']],
  ['b', ['d']],
  ['a', ['d', 'b']],
  ['unknown', []],
])('a rollback to %s passes the migrations %j', (target, passed) => {
  expect(migrationsSince(target, HISTORY)).toEqual(passed)
})
