import { describe, expect } from '@jest/globals'
import { inventory } from '../../local/inventory.ts'
import { until } from '../../local/machine/patience.ts'
import type { ActionRun } from '../../local/runner/runner.ts'
import type { HostLine } from '../../src/report/parts/report.ts'
import { ended, openBed, visit } from './support/test-bed.ts'
import type { Bed } from './support/test-bed.ts'
import { given, it } from './support/test.ts'
import { commitOf } from '../fakes/short-commit.ts'

let bed: Bed
let before: ActionRun

/** A deploy to larger hosts failed, which are there now beside the old ones. */
const failed = given(async () => {
  bed = await openBed()
  before = ended(await bed.act({ instances: '2' }), 'deployed')
  await bed.commit()
  return ended(await bed.act({ ...larger, env: 'BEHAVIOUR=crash' }), 'failed', 'exited')
})

const linesOf = (run: ActionRun): HostLine[] => JSON.parse(run.outputs['hosts'] ?? '[]') as HostLine[]
const urlsOf = (run: ActionRun): string[] => linesOf(run).map(({ url }) => url)
const versions = (run: ActionRun) => Promise.all(urlsOf(run).map((url) => visit(url)))
const larger = { instances: '2', 'instance-type': 't3.large', 'allow-replacement': 'true' }
const instances = async () => (await inventory(bed.cloud)).filter((name) => name.startsWith('instance '))

describe('several hosts of another type', () => {
  it('get no traffic if the release fails on them, and the old hosts keep their addresses', async () => {
    const run = await failed()
    expect(linesOf(run).map(({ outcome }) => outcome)).toEqual(['failed', 'not-started'])
    expect(await instances()).toHaveLength(4)
    expect(await versions(before)).toEqual([before, before].map((one) => commitOf(one)))
  })

  it('are reused by the next run, take over addresses and service, and the old hosts are terminated', async () => {
    await failed()
    await bed.commit()
    const run = ended(await bed.act(larger), 'deployed')
    expect(run.stdout).not.toContain('Launching')
    expect(urlsOf(run)).toEqual(urlsOf(before))
    const ids = linesOf(run).map(({ id }) => id)
    expect(linesOf(before).filter(({ id }) => ids.includes(id))).toEqual([])
    await until('the end of the old hosts', async () => (await instances()).length === 2)
    expect(await instances()).toEqual(ids.map((id) => `instance ${id}`).toSorted())
    expect(await versions(run)).toEqual([run, run].map((one) => commitOf(one)))
    ended(await bed.act(larger), 'unchanged')
  })
})
