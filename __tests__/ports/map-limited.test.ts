import { expect, it } from '@jest/globals'
import { mapLimited } from '../../src/ports/map-limited.ts'

const soon = () => new Promise((resolve) => setImmediate(resolve))

it.each([
  [0, 3],
  [2, 3],
  [3, 3],
  [50, 3],
  [5, 1],
])('%d items, %d at a time, keep their order', async (count, limit) => {
  let [now, most] = [0, 0]
  const items = Array.from({ length: count }, (_, at) => at)
  const doubled = await mapLimited(items, limit, async (item) => {
    most = Math.max(most, (now += 1))
    await soon()
    for (let turn = 0; turn < item % 4; turn += 1) await soon()
    now -= 1
    return item * 2
  })
  expect(doubled).toEqual(items.map((item) => item * 2))
  expect(most).toBe(Math.min(count, limit))
})

it('fails with the first error', async () => {
  await expect(mapLimited([1, 2], 2, async (item) => Promise.reject(new Error(String(item))))).rejects.toThrow('1')
})
