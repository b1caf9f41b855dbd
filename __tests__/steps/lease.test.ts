import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { AS_IS, BROKEN } from '../fakes/universe/broken.ts'
import { play, stories } from '../fakes/universe/explore.ts'
import type { Variant } from '../fakes/universe/run.ts'

/** Another seed finds other stories; this one finds the same ones every time. */
const SEED = 20_261_127
const CHANGES = stories(['deploy', 'deploy', 'rollback', 'restart'])
const ENDS = stories(['deploy', 'deploy', 'rollback', 'destroy'])
const DELETIONS = stories(['deploy', 'deploy', 'rollback', 'restart'], ['delete', 'delete', 'freeze', 'kill'])
/** Whoever deletes the lease of a run lets another one begin: that much can only be said to the first. */
const LET_IN = /got the lease of .*, which went on/

async function holds(story: Parameters<typeof play>[0], variant: Variant, punctual = false): Promise<void> {
  expect(await play(story, variant, punctual)).toEqual([])
}

describe('with any failures of runs, machines and requests', () => {
  test('no two runs change a service at once, no record is lost, and the next run needs no help', async () => {
    await fc.assert(
      fc.asyncProperty(CHANGES, (story) => holds(story, AS_IS)),
      { seed: SEED, numRuns: 600 },
    )
  })

  test("no run terminates another run's host, unless AWS accepts a request after the client's timeout", async () => {
    await fc.assert(
      fc.asyncProperty(ENDS, (story) => holds(story, AS_IS, true)),
      { seed: SEED, numRuns: 300 },
    )
  })
})

test('if somebody deletes the lease, hosts and record refuse its former holder, and the next run needs no help', async () => {
  await fc.assert(
    fc.asyncProperty(DELETIONS, async (story) => {
      expect((await play(story, AS_IS)).filter((words) => !LET_IN.test(words))).toEqual([])
    }),
    { seed: SEED, numRuns: 600 },
  )
})

describe('the model detects', () => {
  test.each(Object.entries(BROKEN))('%s', async (_, broken) => {
    const breaches: string[] = []
    const property = fc.asyncProperty(broken.stories === 'deletions' ? DELETIONS : CHANGES, async (story) => {
      breaches.push(...(await play(story, broken)))
      return !breaches.some((words) => broken.finds.test(words))
    })
    await fc.check(property, { seed: SEED, numRuns: 3000, endOnFailure: true })
    expect(breaches.join('\n')).toMatch(broken.finds)
  })
})
