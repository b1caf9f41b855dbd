import { describe, expect } from '@jest/globals'
import type { HostHandle } from '../../local/host/host.ts'
import type { LoadReport } from '../../local/load/load.ts'
import { stretched } from '../../local/machine/patience.ts'
import type { ActionRun } from '../../local/runner/runner.ts'
import type { HostLine } from '../../src/report/parts/report.ts'
import { ended, errorOf, openBed, visit } from './support/test-bed.ts'
import type { Bed } from './support/test-bed.ts'
import { HALF, onHost, running, splitOn } from './support/on-host.ts'
import { reached } from './support/reached.ts'
import { beforeEach, given, it } from './support/test.ts'
import { underLoad } from './support/under-load.ts'
import { commitOf } from '../fakes/short-commit.ts'

let bed: Bed
let good: ActionRun
let hosts: HostHandle[]
let urls: string[]

const deploy = (inputs: Record<string, string> = {}): Promise<ActionRun> => bed.act({ instances: '2', 'bake-time': '1s', ...inputs })
const splits = (): Promise<string[]> => Promise.all(hosts.map(splitOn))

const served = given(async () => {
  bed = await openBed()
  good = ended(await deploy(), 'deployed')
  const lines = JSON.parse(good.outputs['hosts'] ?? '') as HostLine[]
  hosts = await Promise.all(lines.map(({ id }) => bed.cloud.host(id)))
  urls = lines.map(({ url }) => url)
})
beforeEach(served)

/** A new release as a canary on both hosts, each under load. */
async function release(canary: string, during: (acting: Promise<ActionRun>) => Promise<unknown> = () => Promise.resolve()) {
  await bed.commit()
  const runs: ActionRun[] = []
  const reports: LoadReport[] = []
  const load = (url = '', work: () => Promise<void>) => underLoad({ url, posts: 3, pauseMs: 4, slow: 0 }, work)
  const outer = await load(urls[0], async () => {
    const inner = await load(urls[1], async () => {
      const acting = deploy({ 'canary-steps': canary })
      await during(acting)
      runs.push(await acting)
    })
    reports.push(inner)
  })
  const [run] = runs
  if (!run) throw new Error('no run')
  return { run, reports: [outer, ...reports] }
}

const halfReached = (acting: Promise<ActionRun>) =>
  reached(acting, 'half of the traffic on both', async () => (await splits()).every((split) => split === HALF))

async function expectEverywhere(run: ActionRun): Promise<void> {
  expect(await Promise.all(urls.map((url) => visit(url)))).toEqual([commitOf(run), commitOf(run)])
  expect(await splits()).toEqual(['0', '0'])
  const slots = (await Promise.all(hosts.map(running))).flat()
  expect(slots).toEqual([`web.production.${run.outputs['release']} running`, `web.production.${run.outputs['release']} running`])
}

describe('a canary on two hosts', () => {
  it('gets its share on both hosts, and is promoted on both', async () => {
    const { run, reports } = await release(`50%:${await stretched(9)}`)
    ended(run, 'deployed')
    expect(reports.map(({ failed }) => failed)).toEqual([0, 0])
    const [, baseline = 0, canary = 0] = (/\| 50% \| baseline \| (\d+) \|.*\n\| 50% \| canary \| (\d+) \|/.exec(run.summary) ?? []).map(
      Number,
    )
    expect(Math.abs(canary - baseline)).toBeLessThan(4.5 * Math.sqrt(canary + baseline))
    expect(reports.every(({ versions }) => (versions[commitOf(run)] ?? 0) > 50)).toBe(true)
    good = run
    await expectEverywhere(good)
  })

  it('is aborted on both hosts when it exits on one', async () => {
    const { run } = await release('50%:10m', async (acting) => {
      await halfReached(acting)
      const [, second] = hosts
      if (second) await onHost(second, `docker kill $(docker ps --format '{{.Names}}' | grep -v -e proxy -e ${good.outputs['release']})`)
    })
    ended(run, 'rolled-back', 'canary-died')
    expect(errorOf(run)).toContain('was rolled back at 50% of the traffic')
    await expectEverywhere(good)
  })
})
