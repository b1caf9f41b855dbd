import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { startLoad } from '../../local/load.ts'
import { ended, makeBed } from './support/bed.ts'
import type { Bed } from './support/bed.ts'

let bed: Bed

beforeAll(async () => {
  bed = await makeBed()
}, 60_000)
afterAll(() => bed.close(), 60_000)

describe('under load', () => {
  it('three releases in a row lose no POST, no slow request and no WebSocket', async () => {
    const first = await bed.act()
    const load = startLoad({ url: first.outputs['url'] ?? '', posts: 8, slow: 4, slowMs: 1500, webSocket: true, seconds: 120 })
    const releases = [first.outputs['release']]
    for (let round = 0; round < 3; round += 1) {
      await bed.commit()
      const run = await bed.act()
      ended(run, 'deployed')
      expect(run.outputs).toMatchObject({ 'previous-release': releases.at(-1) })
      releases.push(run.outputs['release'])
    }
    const report = await load.stop()
    expect(report).toMatchObject({ failed: 0 })
    expect(report.sent).toBeGreaterThan(1000)
    expect(Object.keys(report.versions)).toHaveLength(4)
    // A WebSocket of an old release is told to go (1001) when its time to drain is over; it is never cut.
    expect(Object.keys(report.webSocketCloses).every((code) => code === '1000' || code === '1001')).toBe(true)
    expect(report.webSocketEchoes).toBeGreaterThan(50)
  })
})
