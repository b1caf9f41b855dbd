import { expect, test } from '@jest/globals'
import { waves } from '../../../src/domain/rollout/waves.ts'

test.each([
  [1, undefined, 1],
  [2, undefined, 2],
  [3, '100%', 2],
  [50, undefined, 6],
  [3, '1', 3],
  [3, '2', 2],
  [4, '2', 3],
  [3, '5', 2],
  [3, '50%', 3],
  [4, '50%', 3],
  [3, '1%', 3],
])('%i hosts, %s at a time, are %i waves', (hosts, concurrency, expected) => {
  expect(waves(hosts, concurrency)).toBe(expected)
})
