import { afterAll, describe, expect, it } from '@jest/globals'
import { createDoom } from './support/doom.ts'
import { runAll } from './support/faults/workers.ts'
import { runFault } from './support/faults/run-fault.ts'
import type { Result } from './support/faults/row.ts'
import { ROWS } from './support/faults/rows/rows.ts'
import { openFixture } from './support/faults/fixture.ts'
import { writeTable } from './support/faults/table.ts'
import { NEVER } from './support/test.ts'

// FAULTS_ONLY='^pull' plays some of them; FAULTS_TABLE=1 writes their lines of docs/reliability.md.
const only = new RegExp(process.env['FAULTS_ONLY'] ?? '')
const rows = ROWS.filter(({ phase, fault }) => only.test(`${phase}: ${fault}`))
const results: Result[] = []
// Much of a row is waiting, so three clouds side by side keep two cores busy. Hosts have XFS, as on Amazon Linux, and some have ext4.
const played = runAll(rows, {
  workers: ['xfs', 'ext4', 'xfs'] as const,
  fits: ({ disk = 'any' }, worker) => disk === 'any' || disk === worker,
  open: openFixture,
  play: runFault,
  close: (fixture) => fixture.close(),
  doom: () => createDoom(process.env['FAIL_AT']),
})

afterAll(async () => {
  await played.end
  if (process.env['FAULTS_TABLE']) await writeTable(ROWS, results)
}, NEVER)

describe('a fault takes down no more than it must, and the next deploy repairs it', () => {
  // The workers have the patience.
  it.each(rows.map((row, index) => [`${row.phase}: ${row.fault}`, index] as const))(
    '%s',
    async (_, index) => {
      const result = await played.results[index]
      expect(result?.next).toMatch(/^(deployed|unchanged)$/)
      if (result) results.push(result)
    },
    NEVER,
  )

  it('each fault ran often enough', () => {
    expect(ROWS.length).toBeGreaterThanOrEqual(125)
  })
})
