import { describe, expect } from '@jest/globals'
import type { HostHandle } from '../../local/host/host.ts'
import { stretched, until } from '../../local/machine/patience.ts'
import type { ActionRun } from '../../local/runner/runner.ts'
import { reached } from './support/reached.ts'
import { ended, errorOf, openBed, visit } from './support/test-bed.ts'
import type { Bed } from './support/test-bed.ts'
import { HALF, running, splitOn } from './support/on-host.ts'
import { beforeEach, given, it } from './support/test.ts'
import { commitOf, short } from '../fakes/short-commit.ts'

/** Nobody is drawn, and who asks for the canary gets it. */
const DARK = '00000000'
const REASON = 'the sale: <b>nothing</b> goes out ::error::x'

let bed: Bed
let good: ActionRun
let host: HostHandle

const served = given(async () => {
  bed = await openBed()
  good = ended(await bed.act({ 'bake-time': '1s' }), 'deployed')
  host = await bed.hostOf(good)
})
beforeEach(served)

const url = (): string => good.outputs['url'] ?? ''

/** Another run, of grace. */
const steer = (kind: string, reason?: string): Promise<ActionRun> =>
  bed.act({ command: 'steer', port: undefined, steer: kind, reason }, { env: { GITHUB_ACTOR: 'grace', GITHUB_RUN_ID: '77' } })

/** Starts a release as a canary, and waits until it has its first share. */
async function canary(inputs: Readonly<Record<string, string>>, share: string): Promise<{ acting: Promise<ActionRun>; sha: string }> {
  const sha = await bed.commit()
  const acting = bed.act({ 'bake-time': '1s', 'deploy-timeout': '8h', ...inputs })
  await reached(acting, 'the first share', async () => (await splitOn(host)) === share)
  return { acting, sha: short(sha) }
}

/** Of a canary that takes no connection in 60 ms, which can happen on a busy machine, the proxy gives its visitors to the live release. */
async function expectTesterSees(sha: string): Promise<void> {
  const version = async () => (await fetch(`${url()}/version`, { headers: { 'x-canary': 'always' } })).text()
  await until('the canary', async () => (await version()) === sha)
}

async function expectOldServes(): Promise<void> {
  expect(await visit(url())).toBe(commitOf(good))
  expect(await splitOn(host)).toBe('0')
  expect(await running(host)).toEqual([`web.production.${good.outputs['release']} running`])
}

it('is refused without a canary, and changes nothing', async () => {
  const from = (await bed.cloud.calls()).length
  const run = ended(await steer('abort'), 'refused', 'refused')
  expect(errorOf(run)).toContain('no canary is running')
  expect(errorOf(run)).toContain('canary-steps')
  const operations = new Set((await bed.calls(from)).map(({ operation }) => operation))
  expect([...operations].filter((operation) => !['GetCallerIdentity', 'GetParameter'].includes(operation))).toEqual([])
})

describe('a canary', () => {
  it('starts dark, so only a tester reaches it, and gets all traffic after two skipped steps', async () => {
    const { acting, sha } = await canary({ 'canary-steps': '0%:1h, 50%:1h' }, DARK)
    await expectTesterSees(sha)
    const seen = await Promise.all(Array.from({ length: 40 }, () => visit(url())))
    expect(new Set(seen)).toEqual(new Set([commitOf(good)]))
    expect((await bed.act({ command: 'status', port: undefined })).summary).toMatch(/Canary.*has 0% of the traffic/)
    const first = ended(await steer('skip'), 'steered')
    expect(first.summary).toContain('goes to its next step')
    await reached(acting, 'half of the traffic', async () => (await splitOn(host)) === HALF)
    ended(await steer('skip'), 'steered')
    good = ended(await acting, 'deployed')
    expect(await visit(url())).toBe(sha)
    expect(good.summary).toMatch(/0%: skipped at \S+ UTC by grace/)
    await expectOldServes()
  })

  it('is aborted, and both runs show who did it, when and why', async () => {
    const { acting, sha } = await canary({ 'canary-steps': '50%:1h' }, HALF)
    const by = ended(await steer('abort', REASON), 'steered')
    const run = ended(await acting, 'rolled-back', 'canary-aborted')
    expect(errorOf(run)).toMatch(/the canary was aborted: by grace \(https:\S+\): the sale: <b>nothing<\/b> goes out/)
    for (const { summary, stdout } of [by, run]) {
      expect(summary).toContain('grace')
      expect(summary).toContain('the sale')
      expect(summary).not.toContain('<b>')
      expect(stdout.split('\n').filter((line) => line.startsWith('::error::x'))).toEqual([])
    }
    expect(by.summary).toContain(sha)
    await expectOldServes()
    ended(await steer('abort'), 'refused', 'refused')
  })

  it("is kept alive while it is paused, for longer than the host's deadline, and ends at its limit", async () => {
    const limit = await stretched(75)
    const { acting, sha } = await canary({ 'canary-steps': '50%:1h', 'canary-pause-limit': limit }, HALF)
    ended(await steer('pause'), 'steered')
    ended(await steer('pause'), 'unchanged')
    await expectTesterSees(sha)
    const run = ended(await acting, 'rolled-back', 'canary-aborted')
    expect(run.stdout).toMatch(/paused for \d+ min/)
    expect(errorOf(run)).toContain(`nobody continued it within canary-pause-limit (${limit})`)
    await expectOldServes()
  })
})
