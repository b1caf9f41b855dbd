import { expect, test } from '@jest/globals'
import { nextToken, tokenOf } from '../../../src/domain/lease/lease.ts'
import type { Lease } from '../../../src/domain/lease/lease.ts'
import type { Version } from '../../../src/domain/lease/standing.ts'

function taken(token: number, at: number): Version<Lease> {
  const value: Lease = { owner: '1/1/a', command: 'deploy', actor: 'ada', runUrl: 'https://x', token, free: true, beat: 0 }
  return { version: 7, at, value }
}

test.each([
  ['goes on', [1000, 2000, 2001]],
  ['stands still', [1000, 1000, 1000]],
  ['goes back', [1000, 400, 999]],
  ['tells whole seconds', [1000, 1000, 2000]],
  ['is not told', [0, 0, 0]],
])('tokens grow from claim to claim where AWS’s clock %s', (_, times) => {
  const tokens = times.reduce<readonly number[]>((before, at) => [...before, nextToken(taken(before.at(-1) ?? 0, at))], [])
  expect(tokens).toEqual([...new Set(tokens)].toSorted((a, b) => a - b))
})

test('who claims over the first version of a parameter has a higher token than its writer', () => {
  const first = taken(0, 1000)
  expect(nextToken(first)).toBeGreaterThan(tokenOf(first))
})

test('a token that no claim made, far ahead of AWS’s clock, is not counted on from', () => {
  const poisoned = taken(Number.MAX_SAFE_INTEGER, 1000)
  expect(nextToken(poisoned)).toBe(tokenOf(poisoned) + 1)
  expect(Number.isSafeInteger(nextToken(poisoned))).toBe(true)
})
