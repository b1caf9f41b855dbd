import { describe, expect, test } from '@jest/globals'
import { INTRUDERS } from './intruders.ts'
import { EVERYTHING, mutantsOf } from './mutants.ts'
import { mayAll } from './simulate.ts'

describe.each(INTRUDERS.map((intruder) => [intruder.who, intruder] as const))('%s', (_, { held, attacks, may }) => {
  const rows = Object.entries(attacks)

  test('is enough for what it is there for', async () => {
    for (const requests of may) expect([requests, await mayAll(held, requests)]).toEqual([requests, true])
  })

  test.each(rows)('does not let it %s', async (_name, requests) => {
    expect(await mayAll(held, requests)).toBe(false)
    expect(await mayAll([EVERYTHING], requests)).toBe(true)
  })

  describe.each(mutantsOf(held).map((mutant) => [mutant.name, mutant] as const))('with %s', (_name, mutant) => {
    test('lets an attack through that each condition kept out', async () => {
      const against = rows.filter(([, requests]) => requests.some(({ action }) => mutant.actions.includes(action)))
      const through: string[] = []
      for (const [name, requests] of against) if (await mayAll(mutant.held, requests)) through.push(name)
      expect(through).not.toEqual([])
    })
  })
})
