import { expect, test } from '@jest/globals'
import { checkRoom, vcpuQuotaOf } from '../../../src/domain/checkup/quota.ts'

test.each([
  ['t3.small', 'L-1216C47A'],
  ['t4g.small', 'L-1216C47A'],
  ['m7i-flex.large', 'L-1216C47A'],
  ['im4gn.large', 'L-1216C47A'],
  ['is4gen.large', 'L-1216C47A'],
  ['inf2.xlarge', 'L-1945791B'],
  ['g5g.xlarge', 'L-DB2E81BA'],
  ['p5.48xlarge', 'L-417A185B'],
  ['u-6tb1.metal', 'L-43DA4232'],
  ['x2idn.16xlarge', 'L-7295265B'],
  ['dl1.24xlarge', 'L-6E869C2A'],
  ['mac2.metal', undefined],
  ['zz9.huge', undefined],
  ['', undefined],
])('%s counts against %s', (type, code) => {
  expect(vcpuQuotaOf(type)?.code).toBe(code)
})

test.each([
  [5, 0, 2, 2, 'ok'],
  [4, 0, 2, 2, 'ok'],
  [4, 1, 2, 2, 'failed'],
  [4, 4, 0, 2, 'warning'],
  [4, 2, 0, 2, 'ok'],
  [0, 0, 1, 1, 'failed'],
])('of %i with %i in use, %i hosts of %i each: %s', (quota, used, hosts, each, state) => {
  expect(checkRoom({ quota, used }, { what: 'vCPUs', hosts, each, fix: 'Ask for more.' }).state).toBe(state)
})
