import { expect, test } from '@jest/globals'
import { followsAtOnce, stands } from '../../../src/domain/lease/standing.ts'
import { fc } from '../../fakes/properties.ts'

const log = (...overs: (number | undefined)[]) => overs.map((over, at) => ({ version: at + 1, value: over === undefined ? {} : { over } }))
const counting = (all: ReturnType<typeof log>) => all.filter((one) => stands(one, all)).map(({ version }) => version)

test.each([
  ['one after the other', [0, 1, 2], [1, 2, 3]],
  ['two over the same version', [0, 1, 1], [1, 2]],
  ['what follows the one that counts', [0, 1, 1, 2], [1, 2, 4]],
  ['one over a version that is still to come', [5, 0], [2]],
  ['one by hand', [0, undefined, 2], [1, 2, 3]],
  ['one over what was overtaken by hand', [0, undefined, 1], [1, 2]],
])('of %s, those count that come first', (_, overs, expected) => {
  expect(counting(log(...overs))).toEqual(expected)
})

/** Each writes over what counts by some earlier version, as a writer does that has read late. */
const writings = fc.array(fc.nat(), { maxLength: 30 }).map((lags) => {
  const all: ReturnType<typeof log> = []
  for (const lag of lags) {
    const read = all.slice(0, Math.max(0, all.length - (lag % 4)))
    const over = read.filter((one) => stands(one, read)).at(-1)?.version ?? 0
    all.push({ version: all.length + 1, value: { over } })
  }
  return all
})

test("versions form one chain, however outdated their writers' reads were, and a claim that counts once always counts", () => {
  fc.assert(
    fc.property(writings, (all) => {
      const standing = all.filter((one) => stands(one, all))
      for (const [at, { value }] of standing.entries()) expect(value.over).toBe(standing[at - 1]?.version ?? 0)
      for (const one of all) expect(stands(one, all.slice(0, one.version))).toBe(stands(one, all))
      for (const one of all) if (followsAtOnce(one)) expect(stands(one, all)).toBe(true)
    }),
  )
})
