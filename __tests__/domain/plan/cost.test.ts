import { expect, test } from '@jest/globals'
import { instanceMonth, volumeMonth } from '../../../src/domain/plan/cost.ts'

// As AWS lists them by the hour.
test.each([
  ['t3.nano', 0.0052],
  ['t3.small', 0.0208],
  ['t4g.medium', 0.0336],
  ['m7i-flex.large', 0.09576],
  ['c7g.xlarge', 0.145],
  ['r7i.2xlarge', 0.5292],
  ['m6g.16xlarge', 2.464],
])('%s costs $%d an hour', (type, hour) => {
  expect(instanceMonth(type)).toBeCloseTo(hour * 730, 1)
})

test.each(['x9.large', 't3.metal', 't3', 'constructor.large', 't3.toString'])('%s has no price here', (type) => {
  expect(instanceMonth(type)).toBeUndefined()
})

test('a volume costs by its size', () => {
  expect(volumeMonth(16)).toBeCloseTo(1.28)
})
