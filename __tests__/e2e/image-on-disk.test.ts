import { expect } from '@jest/globals'
import { holdAt } from '../../local/host/hold.ts'
import { ballastOn } from './support/ballast.ts'
import { onHost } from './support/on-host.ts'
import { ended, openBed } from './support/test-bed.ts'
import { it } from './support/test.ts'

const BYTES = 30_000_000
/** The image has no program, so its container exits: only its files matter. */
const BAD = ['failed', 'exited'] as const

it.each<['xfs' | 'ext4']>([['xfs'], ['ext4']])(
  'an image is whole on a disk of the kind %s as soon as its pull is over, even if the power goes then',
  async (disks) => {
    const bed = await openBed({ disks })
    const first = ended(await bed.act(), 'deployed')
    const host = await bed.hostOf(first)
    const image = await (await ballastOn(bed.cloud, first.outputs['image'] ?? '', BYTES, { alone: true }))('alone')
    const given = { image, 'build-args': undefined }
    const reached = await holdAt(host, '== platform')
    const running = bed.act(given)
    await reached()
    await host.losePower()
    ended(await running, 'failed', 'program-failed')
    const whole = 'cat $(find /disk/docker -name ballast -type f) | tr -d "\\0" | wc -c'
    expect(Number(await onHost(host, whole))).toBe(BYTES)
    ended(await bed.act(given), ...BAD)
  },
)
