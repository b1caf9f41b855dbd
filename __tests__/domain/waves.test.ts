import { expect, test } from '@jest/globals'
import { waves } from '../../src/domain/waves.ts'

test.each([
  [1, undefined, 1],
  [50, undefined, 1],
  [3, '1', 3],
  [3, '2', 2],
  [3, '5', 1],
  [3, '50%', 3],
  [4, '50%', 2],
  [3, '1%', 3],
  [50, '100%', 1],
])('%i hosts, %s at a time, are %i waves', (hosts, concurrency, expected) => {
  expect(waves(hosts, concurrency)).toBe(expected)
})
