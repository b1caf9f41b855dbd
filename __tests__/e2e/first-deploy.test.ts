import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { makeBed, visit } from './support/bed.ts'
import type { Bed } from './support/bed.ts'

let bed: Bed

beforeAll(async () => {
  bed = await makeBed()
}, 60_000)
afterAll(() => bed.close(), 60_000)

describe('from nothing', () => {
  it('a Dockerfile becomes a served container on a new host', async () => {
    const run = await bed.act()
    expect(`${run.stdout}${run.stderr}`).toContain('is live at http://')
    expect(run.code).toBe(0)
    expect(run.outputs).toMatchObject({ outcome: 'deployed', 'serving-digest': run.outputs['digest'] })
    expect(await visit(run.outputs['url'] ?? '')).toMatch(/^[0-9a-f]{8}$/)
  })
})
