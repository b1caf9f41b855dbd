import { expect, it } from '@jest/globals'
import { base85, lengthInBase85 } from '../../../src/domain/order/base85.ts'

it.each([0, 1, 2, 3, 4, 5, 7, 8, 1001])('the length of %i bytes is known without their text', (bytes) => {
  expect(lengthInBase85(bytes)).toBe(base85(Buffer.alloc(bytes, 'x')).length)
})
