import { describe, expect } from '@jest/globals'
import type { HostHandle } from '../../local/host/host.ts'
import type { ActionRun } from '../../local/runner/runner.ts'
import { ballastOn } from './support/ballast.ts'
import { ended, openBed, visit } from './support/test-bed.ts'
import type { Bed } from './support/test-bed.ts'
import { onHost, slots } from './support/on-host.ts'
import { beforeEach, given, it } from './support/test.ts'

const DEPLOYS = 50
const KEPT = 3
const MB = 1_000_000
const IMAGE = 250 * MB
const QUICK = { 'health-interval': '0.1s', 'retain-releases': String(KEPT) }

let bed: Bed
let first: ActionRun
let host: HostHandle

const served = given(async () => {
  bed = await openBed({ disks: 'ext4' })
  first = ended(await bed.act({ ...QUICK, 'volume-size': '8' }), 'deployed')
  host = await bed.hostOf(first)
})
beforeEach(served)

const megabytes = async (column: 'size' | 'avail'): Promise<number> =>
  Number((await onHost(host, `df --output=${column} -B${MB} /var/lib/docker`)).split('\n')[1])

/** Notes the free space over and over until it is stopped; gives the least, in MB. */
async function leastFree(work: () => Promise<void>): Promise<number> {
  const watch = `touch /run/watched; while [ -e /run/watched ]; do df --output=avail -B${MB} /var/lib/docker | tail -1; sleep 0.1; done | sort -n | head -1`
  const watching = onHost(host, watch)
  try {
    await work()
  } finally {
    await onHost(host, 'rm /run/watched')
  }
  return Number(await watching)
}

const images = async (): Promise<number> =>
  Number(await onHost(host, `docker images --quiet --no-trunc ${bed.cloud.registry}/web/production | sort -u | wc -l`))

describe('a host with a disk of 8 GB', () => {
  it(`takes ${DEPLOYS} deploys of a large image, and then a rollback`, async () => {
    const size = await megabytes('size')
    const atFirst = await megabytes('avail')
    expect(size).toBeLessThan(8600)
    const make = await ballastOn(bed.cloud, first.outputs['image'] ?? '', IMAGE)
    const seen: number[] = []
    const least = await leastFree(async () => {
      for (let n = 1; n <= DEPLOYS; n++) {
        const image = await make(`v${n}`)
        ended(await bed.act({ ...QUICK, image, 'build-args': undefined, env: `VERSION=v${n}` }), 'deployed')
        seen.push(await images())
        // Unpruned, this is what each would leave behind.
        if (n === 1) expect((atFirst - (await megabytes('avail'))) * MB).toBeGreaterThan(0.95 * IMAGE)
      }
    })
    expect(DEPLOYS * IMAGE).toBeGreaterThan(1.5 * atFirst * MB)
    expect(Math.max(...seen)).toBe(KEPT)
    // The kept ones, the one that is pulled, and half a GB for what else there is.
    expect(atFirst - least).toBeLessThan(((KEPT + 1) * IMAGE) / MB + 500)
    expect(await visit(first.outputs['url'] ?? '')).toBe(`v${DEPLOYS}`)
    ended(await bed.act({ command: 'rollback', port: undefined }), 'rolled-back')
    expect(await visit(first.outputs['url'] ?? '')).toBe(`v${DEPLOYS - 1}`)
  })

  it('limits the log of each container', async () => {
    for (let n = 1; (await slots(host)).length < KEPT; n++) ended(await bed.act({ ...QUICK, env: `VERSION=v${n}` }), 'deployed')
    const configs = await onHost(host, "docker ps -aq | xargs docker inspect --format '{{json .HostConfig.LogConfig}}'")
    const logs = configs.split('\n').map((line) => JSON.parse(line) as { Type: string; Config: Record<string, string> })
    // The proxy, what serves, and the ways back.
    expect(logs.length).toBe(1 + KEPT)
    for (const { Type, Config } of logs) {
      expect(Type).toMatch(/^(json-file|local)$/)
      expect(Config).toEqual({ 'max-size': expect.stringMatching(/^\d+m?$/), 'max-file': expect.stringMatching(/^\d+$/) })
    }
  })
})
