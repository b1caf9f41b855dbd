import { afterAll, describe, expect, it } from '@jest/globals'
import { playAll } from './support/faults/lanes.ts'
import type { Result } from './support/faults/row.ts'
import { ROWS } from './support/faults/rows.ts'
import { writeTable } from './support/faults/table.ts'

// FAULTS_ONLY='^pull' plays some of them; FAULTS_TABLE=1 writes docs/reliability.md.
const only = new RegExp(process.env['FAULTS_ONLY'] ?? '')
const rows = ROWS.filter(({ phase, fault }) => only.test(`${phase}: ${fault}`))
const results: Result[] = []
const played = playAll(rows)

afterAll(async () => {
  await played.end
  if (process.env['FAULTS_TABLE'] && results.length === ROWS.length) await writeTable(results)
}, 60_000)

describe('a fault takes nothing down that need not go down, and the next deploy needs no human', () => {
  it.each(rows.map((row, index) => [`${row.phase}: ${row.fault}`, index] as const))('%s', async (_, index) => {
    const result = await played.results[index]
    expect(result?.next).toMatch(/^(deployed|unchanged)$/)
    if (result) results.push(result)
  })

  it('was tried often enough', () => {
    expect(ROWS.length).toBeGreaterThanOrEqual(60)
  })
})
