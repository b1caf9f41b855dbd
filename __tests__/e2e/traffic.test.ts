import { describe, expect } from '@jest/globals'
import { stretched } from '../../local/machine/patience.ts'
import { ended, openBed } from './support/test-bed.ts'
import { it } from './support/test.ts'
import { underLoad } from './support/under-load.ts'

describe('under load', () => {
  it('three releases in a row lose no POST, no slow request and no WebSocket', async () => {
    const bed = await openBed()
    const first = ended(await bed.act(), 'deployed')
    const releases = [first.outputs['release']]
    // A WebSocket stays for as long as it may.
    const drain = { 'drain-timeout': await stretched(5) }
    const load = { url: first.outputs['url'] ?? '', posts: 8, slow: 4, slowMs: 1500, webSocket: true }
    const report = await underLoad(load, async () => {
      for (let round = 0; round < 3; round += 1) {
        await bed.commit()
        const run = ended(await bed.act(drain), 'deployed')
        expect(run.outputs).toMatchObject({ 'previous-release': releases.at(-1) })
        releases.push(run.outputs['release'])
      }
    })
    expect(report).toMatchObject({ failed: 0 })
    expect(report.sent).toBeGreaterThan(1000)
    expect(Object.keys(report.versions)).toHaveLength(4)
    // A WebSocket of an old release is told to go (1001) when its time to drain is over; it is never cut.
    expect(Object.keys(report.webSocketCloses).every((code) => code === '1000' || code === '1001')).toBe(true)
    expect(report.webSocketEchoes).toBeGreaterThan(50)
  })
})
