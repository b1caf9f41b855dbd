import { expect, test } from '@jest/globals'
import { spread } from '../../../src/domain/host/spread.ts'

const SUBNETS = ['a', 'b', 'c'].map((id) => ({ id }))

test.each([
  ['from nothing', [], 4, ['abc', 'bca', 'cab', 'abc']],
  ['one more', ['a', 'b'], 1, ['cab']],
  ['beside hosts of other subnets', ['z', undefined], 2, ['abc', 'bca']],
  ['where one subnet has many', ['a', 'a'], 3, ['bca', 'cba', 'bca']],
])('%s', (_, taken, count, expected) => {
  expect(spread(SUBNETS, taken, count).map((order) => order.map(({ id }) => id).join(''))).toEqual(expected)
})
