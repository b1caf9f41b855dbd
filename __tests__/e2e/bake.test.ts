import { describe, expect } from '@jest/globals'
import type { HostHandle } from '../../local/host/host.ts'
import type { LoadReport } from '../../local/load/load.ts'
import { stretched } from '../../local/machine/patience.ts'
import type { ActionRun } from '../../local/runner/runner.ts'
import { ended, errorOf, openBed, visit } from './support/test-bed.ts'
import type { Bed } from './support/test-bed.ts'
import { running, slots, tell } from './support/on-host.ts'
import { killedAt, struckAt } from './support/pause.ts'
import type { Paused } from './support/pause.ts'
import { beforeEach, given, it } from './support/test.ts'
import { underLoad } from './support/under-load.ts'
import { commitOf } from '../fakes/short-commit.ts'

/** Time enough to see what goes wrong. */
const bake = async () => ({ 'bake-time': await stretched(5) })

let bed: Bed
let good: ActionRun
let host: HostHandle

const served = given(async () => {
  bed = await openBed()
  good = ended(await bed.act(), 'deployed')
  host = await bed.hostOf(good)
})
beforeEach(async () => {
  await served()
  await bed.commit()
})

const url = (): string => good.outputs['url'] ?? ''
const goodAlone = (): string[] => [`web.production.${good.outputs['release']} running`]

/** Deploys under load, which does not ask for the page that the health check asks for; `strike` comes as the bake begins. */
async function deploy(
  inputs: Record<string, string>,
  strike: (paused: Paused) => Promise<unknown> = async () => undefined,
): Promise<{ run: ActionRun; report: LoadReport }> {
  const runs: ActionRun[] = []
  const all = { ...(await bake()), ...inputs }
  const report = await underLoad({ url: url() }, async () => {
    runs.push(await struckAt(host, { step: 'bake' }, { deploy: () => bed.act(all), strike }))
  })
  const [run] = runs
  if (!run) throw new Error('no run')
  return { run, report }
}

async function tellTheNew(): Promise<void> {
  const [slot = ''] = (await running(host)).filter((line) => !goodAlone().includes(line))
  await tell(host, slot.replace(/ .*/, ''))
}

describe('a release that fails after the cut-over is rolled back', () => {
  it.each<[string, string, string, RegExp, (outcomes: string[]) => string[]]>([
    // What is on its way to a process when that ends is lost by the release itself; later ones wait for the old release.
    [
      'it exits',
      'BEHAVIOUR=crash\nCRASH_MS=told',
      'exited',
      /exit code 1/,
      (outcomes) => outcomes.filter((words) => !/50[234]/.test(words)),
    ],
    [
      'its answers are errors',
      'BEHAVIOUR=flaky',
      'bake-errors',
      /\d+ of \d+ answers were 5xx/,
      (outcomes) => outcomes.filter((words) => !words.endsWith(' 503')),
    ],
    ['its health check fails', 'BEHAVIOUR=sickens\nSICK_MS=told', 'health-status', /500 from \//, (outcomes) => outcomes],
  ])('when %s', async (_, env, cause, words, own) => {
    const { run, report } = await deploy({ env }, tellTheNew)
    expect(run.code).toBe(1)
    ended(run, 'rolled-back', cause)
    expect(run.outputs).toMatchObject({ 'serving-digest': good.outputs['digest'], 'previous-release': good.outputs['release'] })
    expect(errorOf(run)).toMatch(words)
    expect(errorOf(run)).toContain(`${good.outputs['release']} still serves`)
    expect(run.summary).toContain(cause)
    expect(await visit(url())).toBe(commitOf(good))
    expect(own(Object.keys(report.outcomes))).toEqual(['ok'])
    expect(Object.keys(report.versions)).toContain(commitOf(run))
    expect(await running(host)).toEqual(goodAlone())
    expect((await slots(host)).join()).not.toContain(run.outputs['release'])
  })
})

describe('a release that stays healthy passes the bake', () => {
  it('under load, while the old release keeps running', async () => {
    let during: string[] = []
    const { run, report } = await deploy({}, async () => (during = await running(host)))
    ended(run, 'deployed')
    expect(report).toMatchObject({ failed: 0 })
    expect(during).toHaveLength(2)
    good = run
  })

  it('without any traffic', async () => {
    const run = await bed.act(await bake())
    ended(run, 'deployed')
    good = run
  })
})

describe('a run that is killed during the bake', () => {
  const killed = async (): Promise<ActionRun> => {
    const run = await killedAt(host, { step: 'bake' }, () => bed.act({ 'bake-time': '300s' }))
    expect(run.outputs['outcome']).toBe('failed')
    expect(await running(host)).toHaveLength(2)
    return run
  }

  it('is continued by the next run of the same release, which repeats the bake', async () => {
    const report = await underLoad({ url: url() }, async () => {
      await killed()
      const run = await bed.act(await bake())
      ended(run, 'deployed')
      expect(run.outputs['previous-release']).toBe(good.outputs['release'])
      expect(run.stdout).toContain('== bake')
      expect(run.stdout).not.toContain('== start')
      good = run
    })
    expect(report).toMatchObject({ failed: 0 })
    expect(await running(host)).toEqual(goodAlone())
  })

  it('leaves an unverified release: the next deploy returns to the verified one first', async () => {
    const unverified = await killed()
    expect(await visit(url())).toBe(commitOf(unverified))
    await bed.commit()
    const run = await bed.act({ env: 'BEHAVIOUR=crash' })
    ended(run, 'failed', 'exited')
    expect(run.outputs['serving-digest']).toBe(good.outputs['digest'])
    expect(await visit(url())).toBe(commitOf(good))
    expect(await running(host)).toEqual(goodAlone())
    await bed.commit()
    good = ended(await bed.act(), 'deployed')
  })

  it('can be followed by a rollback', async () => {
    await killed()
    const run = await bed.act({ command: 'rollback', port: undefined })
    expect(run.code).toBe(0)
    expect(run.outputs).toMatchObject({ release: good.outputs['release'], 'serving-digest': good.outputs['digest'] })
    expect(await visit(url())).toBe(commitOf(good))
    expect(await running(host)).toEqual(goodAlone())
  })
})
