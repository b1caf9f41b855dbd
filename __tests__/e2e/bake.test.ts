import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import type { HostHandle } from '../../local/host.ts'
import type { LoadReport } from '../../local/load.ts'
import type { ActionRun } from '../../local/runner.ts'
import { ended, makeBed, visit } from './support/bed.ts'
import type { Bed } from './support/bed.ts'
import { killAt, slots } from './support/on-host.ts'
import { underLoad } from './support/under-load.ts'

const BAKE = { 'bake-time': '5s' }

let bed: Bed
let good: ActionRun
let host: HostHandle

beforeAll(async () => {
  bed = await makeBed()
  good = ended(await bed.act(), 'deployed')
  host = await bed.cloud.host(good.outputs['instance-id'] ?? '')
}, 120_000)
afterAll(() => bed.close(), 60_000)
beforeEach(() => bed.commit())

const url = (): string => good.outputs['url'] ?? ''
const version = (run: ActionRun): string => run.outputs['release']?.slice(0, 8) ?? ''
const running = async (): Promise<string[]> => (await slots(host)).filter((line) => line.endsWith(' running'))

/** Deploys under load; the load does not ask for the page that the health check asks for. */
async function deploy(inputs: Record<string, string>): Promise<{ run: ActionRun; report: LoadReport }> {
  const runs: ActionRun[] = []
  const report = await underLoad({ url: url(), seconds: 90 }, async () => void runs.push(await bed.act({ ...BAKE, ...inputs })))
  const [run] = runs
  if (!run) throw new Error('no run')
  return { run, report }
}

describe('a release that goes bad after the cut-over is taken back', () => {
  it.each<[string, string, string, RegExp, (outcomes: string[]) => string[]]>([
    // What is on its way to a process when that ends is lost by the release itself; later ones wait for the old release.
    [
      'it exits',
      'BEHAVIOUR=crash\nCRASH_MS=2500',
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
    ['its health check fails', 'BEHAVIOUR=sickens\nSICK_MS=2500', 'health-status', /500 from \//, (outcomes) => outcomes],
  ])('when %s', async (_, env, cause, words, own) => {
    const { run, report } = await deploy({ env })
    expect(run.code).toBe(1)
    ended(run, 'rolled-back', cause)
    expect(run.outputs).toMatchObject({ 'serving-digest': good.outputs['digest'], 'previous-release': good.outputs['release'] })
    expect(run.annotations.at(0)?.message).toMatch(words)
    expect(run.annotations.at(0)?.message).toContain(`${good.outputs['release']} serves on`)
    expect(run.summary).toContain(cause)
    expect(await visit(url())).toBe(version(good))
    expect(own(Object.keys(report.outcomes))).toEqual(['ok'])
    expect(Object.keys(report.versions)).toContain(version(run))
    expect(await running()).toEqual([`web.production.${good.outputs['release']} running`])
    expect((await slots(host)).join()).not.toContain(run.outputs['release'])
  })
})

describe('a release that stays good passes', () => {
  it('under load, and the old one runs until then', async () => {
    const during: string[][] = []
    const look = setInterval(() => void running().then((lines) => during.push(lines)), 400)
    const { run, report } = await deploy({})
    clearInterval(look)
    ended(run, 'deployed')
    expect(report).toMatchObject({ failed: 0 })
    expect(during.filter((lines) => lines.length === 2).length).toBeGreaterThan(3)
    good = run
  })

  it('without any traffic', async () => {
    const run = await bed.act(BAKE)
    ended(run, 'deployed')
    good = run
  })
})

describe('a run that is killed during the bake', () => {
  const killed = async (inputs: Record<string, string> = {}): Promise<ActionRun> => {
    const dying = bed.act({ 'bake-time': '30s', ...inputs })
    await killAt(host, 'bake')
    const run = await dying
    expect(run.outputs['outcome']).toBe('failed')
    expect(await running()).toHaveLength(2)
    return run
  }

  it('is taken up by the next one of the same release, which bakes it again', async () => {
    const report = await underLoad({ url: url(), seconds: 90 }, async () => {
      await killed()
      const run = await bed.act(BAKE)
      ended(run, 'deployed')
      expect(run.outputs['previous-release']).toBe(good.outputs['release'])
      expect(run.stdout).toContain('== bake')
      expect(run.stdout).not.toContain('== start')
      good = run
    })
    expect(report).toMatchObject({ failed: 0 })
    expect(await running()).toEqual([`web.production.${good.outputs['release']} running`])
  })

  it('leaves a release that is not trusted: the next one goes back to the verified one first', async () => {
    const unverified = await killed()
    expect(await visit(url())).toBe(version(unverified))
    await bed.commit()
    const run = await bed.act({ env: 'BEHAVIOUR=crash' })
    ended(run, 'failed', 'exited')
    expect(run.outputs['serving-digest']).toBe(good.outputs['digest'])
    expect(await visit(url())).toBe(version(good))
    expect(await running()).toEqual([`web.production.${good.outputs['release']} running`])
    await bed.commit()
    good = ended(await bed.act(), 'deployed')
  })

  it('can be rolled back from', async () => {
    await killed()
    const run = await bed.act({ command: 'rollback', port: undefined })
    expect(run.code).toBe(0)
    expect(run.outputs).toMatchObject({ release: good.outputs['release'], 'serving-digest': good.outputs['digest'] })
    expect(await visit(url())).toBe(version(good))
    expect(await running()).toEqual([`web.production.${good.outputs['release']} running`])
  })
})
