import { describe, expect } from '@jest/globals'
import type { HostHandle } from '../../local/host/host.ts'
import type { LoadReport } from '../../local/load/load.ts'
import { machine, stretched, until } from '../../local/machine/patience.ts'
import type { ActionRun } from '../../local/runner/runner.ts'
import { ended, errorOf, openBed, visit, readSummary } from './support/test-bed.ts'
import type { ActOptions, Bed } from './support/test-bed.ts'
import { freeLease } from './support/free-lease.ts'
import { HALF, onHost, running, splitOn } from './support/on-host.ts'
import { reached } from './support/reached.ts'
import { atEnd, beforeEach, given, it } from './support/test.ts'
import { traces } from './support/traces.ts'
import type { Traces } from './support/traces.ts'
import { underLoad } from './support/under-load.ts'
import { commitOf, short } from '../fakes/short-commit.ts'

const COOKIE = 'docker-to-ec2-canary'
/** Time enough to see so many requests on this machine that the verdict is certain. */
const steps = async (seconds: number) => ({
  'canary-steps': `10%:${await stretched(seconds)}, 50%:${await stretched(seconds)}`,
  'bake-time': '1s',
})

/** An answer takes longer than what this machine's other work adds to one: else a canary that is as good would now and then be the slower one. */
const answersIn = (idleMs: number) => `BEHAVIOUR=slower\nSLOWER_MS=${Math.ceil(idleMs * slowness)}`
const USUAL_MS = 30

/** Judged by its health alone: what it does is the subject, however noisy this machine is. */
const BY_HEALTH = { 'canary-dry-run': 'true' }

let bed: Bed
let slowness = 1
let runner: Traces
let good: ActionRun
let host: HostHandle

const served = given(async () => {
  runner = await traces()
  atEnd(() => runner.close())
  bed = await openBed()
  slowness = await machine.slowness()
  good = ended(await bed.act({ ...(await steps(6)), env: answersIn(USUAL_MS) }), 'deployed')
  host = await bed.hostOf(good)
  return good
})
beforeEach(served)

const url = (): string => good.outputs['url'] ?? ''
const split = (): Promise<string> => splitOn(host)
const goodAlone = (): string[] => [`web.production.${good.outputs['release']} running`]

/** A new release under load, whose clients have no cookies. */
async function release(inputs: Record<string, string>, during: (acting: Promise<ActionRun>) => Promise<unknown> = () => Promise.resolve()) {
  await bed.commit()
  const runs: ActionRun[] = []
  const verdicts: number[] = []
  const onOutput: ActOptions['onOutput'] = (text) => void (/^canary \d+%: bad/m.test(text) && verdicts.push(Date.now()))
  const report = await underLoad({ url: url(), posts: 8, pauseMs: 4, slow: 0 }, async () => {
    const acting = bed.act({ 'bake-time': '1s', env: answersIn(USUAL_MS), ...inputs }, { onOutput })
    await during(acting)
    runs.push(await acting)
  })
  const [run] = runs
  if (!run) throw new Error('no run')
  return { run, report, verdictAt: verdicts[0] ?? Infinity }
}

/** share -> requests of the canary and of the baseline, out of the summary */
function requestsBySteps(summary: string): Map<number, readonly [number, number]> {
  const rows = summary.matchAll(/\| (\d+)% \| baseline \| (\d+) \|.*\n\| \1% \| canary \| (\d+) \|/g)
  return new Map([...rows].map(([, share, baseline, canary]) => [Number(share), [Number(canary), Number(baseline)]]))
}

function tell(name: string, run: ActionRun, report: LoadReport): void {
  const cost = /The canary got .*5xx\./.exec(run.summary)?.[0]
  console.log(`${name}: ${cost} The load saw ${report.failed} of ${report.sent} requests fail: ${JSON.stringify(report.outcomes)}`)
}

async function expectOldServes(): Promise<void> {
  expect(await visit(url())).toBe(commitOf(good))
  expect(await split()).toBe('0')
  expect(await running(host)).toEqual(goodAlone())
}

it('is not used for the first release, and the log says why', async () => {
  expect((await served()).stdout).toContain('no canary: there is no live release')
})

it('promotes a healthy release step by step, without a failed request', async () => {
  const { run, report } = await release(await steps(6))
  ended(run, 'deployed')
  expect(report).toMatchObject({ failed: 0 })
  const requests = requestsBySteps(run.summary)
  expect([...requests.keys()]).toEqual([10, 50])
  for (const [share, [canary, baseline]] of requests) {
    const all = canary + baseline
    expect(all).toBeGreaterThan(300)
    expect(Math.abs(canary - (all * share) / 100)).toBeLessThan(4.5 * Math.sqrt((all * share * (100 - share)) / 10_000))
  }
  good = run
  await expectOldServes()
})

it('is not used beside a live release that does not answer: whatever repairs it gets all traffic', async () => {
  await onHost(host, `docker top web.production.${good.outputs['release']} -o pid | tail -n +2 | xargs kill -STOP`)
  await bed.commit()
  const run = ended(await bed.act({ ...(await steps(6)), env: answersIn(USUAL_MS) }), 'deployed')
  expect(run.stdout).toContain('no canary: the live release does not answer')
  good = run
  await expectOldServes()
})

it('is not used for the live release', async () => {
  const run = await bed.act({ ...(await steps(6)), env: answersIn(USUAL_MS) })
  expect(ended(run, 'unchanged').stdout).toContain('No canary')
})

describe('a bad release is aborted', () => {
  it.each<[string, () => string, string, RegExp]>([
    ['one of twenty answers is an error', () => 'BEHAVIOUR=some-errors', 'canary-errors', /\d+ of \d+ answers were 5xx/],
    ['every answer takes 100 ms more', () => answersIn(USUAL_MS + 100), 'canary-slow', /on average \d+ ms instead of \d+ ms/],
  ])('when %s', async (name, env, cause, words) => {
    const { run, report, verdictAt } = await release({ ...(await steps(20)), env: env() })
    tell(name, run, report)
    ended(run, 'rolled-back', cause)
    expect(run.code).toBe(1)
    expect(errorOf(run)).toMatch(words)
    expect(errorOf(run)).toContain(`${good.outputs['release']} still serves`)
    expect(run.summary).toMatch(/\| 10% \| canary \|/)
    const after = (report.lastSeen[commitOf(run)] ?? 0) - verdictAt
    console.log(`${name}: its last answer came ${after} ms after the verdict`)
    expect(after).toBeLessThan(2000 * (await machine.slowness()))
    expect(Object.keys(report.outcomes).filter((outcome) => !['ok', 'POST 503'].includes(outcome))).toEqual([])
    await expectOldServes()
  })

  it('when it exits at half of the traffic; the baseline gets all later requests at once', async () => {
    const { run, report } = await release({ 'canary-steps': '50%:10m', ...BY_HEALTH }, async (acting) => {
      await reached(acting, 'half of the traffic', async () => (await split()) === HALF)
      await onHost(host, `docker kill $(docker ps --format '{{.Names}}' | grep -v -e proxy -e ${good.outputs['release']})`)
    })
    tell('it dies', run, report)
    ended(run, 'rolled-back', 'canary-died')
    expect(errorOf(run)).toContain('exit code 137')
    // What was on its way to the process: no more than the connections of the load.
    expect(report.failed).toBeLessThanOrEqual(8)
    await expectOldServes()
  })
})

/** Starts a release as a canary with half of the traffic, and leaves it there. */
async function canaryWithHalf(options: ActOptions): Promise<{ acting: Promise<ActionRun>; sha: string }> {
  const sha = await bed.commit()
  const acting = bed.act({ 'canary-steps': '50%:10m', ...BY_HEALTH }, { env: runner.env, ...options })
  await reached(acting, 'half of the traffic', async () => (await split()) === HALF)
  return { acting, sha: short(sha) }
}

async function ask(headers: Record<string, string>): Promise<{ version: string; cookie: string }> {
  const response = await fetch(`${url()}/version`, { headers })
  return { version: await response.text(), cookie: response.headers.get('set-cookie') ?? '' }
}

describe('while a canary runs', () => {
  it('clients are sticky, a tester can choose, status shows it, and cancelling the run aborts it', async () => {
    const cancel = new AbortController()
    const { acting, sha } = await canaryWithHalf({ cancel: cancel.signal })

    const first = await ask({})
    const cookie = first.cookie.split(';')[0] ?? ''
    expect(cookie).toMatch(new RegExp(`^${COOKIE}=[0-9a-f-]{36}$`))
    // Of a canary that takes no connection in 60 ms, which can happen on a busy machine, the proxy gives its visitors to the live release.
    await until('the same side each time', async () => {
      const again = await Promise.all(Array.from({ length: 20 }, () => ask({ cookie })))
      expect(new Set(again.map((answer) => answer.cookie))).toEqual(new Set(['']))
      return again.every(({ version }) => version === first.version)
    })

    const sides: [Record<string, string>, string][] = [
      [{ cookie: `${COOKIE}=00000000` }, sha],
      [{ cookie: `${COOKIE}=ffffffff` }, commitOf(good)],
      [{ cookie: `${COOKIE}={env.HOME}` }, commitOf(good)],
      [{ cookie: `${COOKIE}=ffffffff`, 'x-canary': 'always' }, sha],
      [{ cookie: `${COOKIE}=00000000`, 'x-canary': 'never' }, commitOf(good)],
    ]
    for (const [headers, side] of sides)
      await until(`${side} by ${JSON.stringify(headers)}`, async () => (await ask(headers)).version === side)

    const status = await bed.act({ command: 'status', port: undefined })
    expect(readSummary(status)).toMatch(new RegExp(`Canary.*${sha}-[0-9a-f]{8} has 50% of the traffic`))
    expect(status.summary).not.toContain('Drift')
    const logs = ended(await bed.act({ command: 'logs', port: undefined }), 'reported')
    expect(logs.stdout).toMatch(new RegExp(`--- live ${commitOf(good)}-.*: running since [^]*--- canary ${sha}-.*: running since `))

    cancel.abort()
    ended(await acting, 'cancelled', 'cancelled')
    await until('the end of the canary', async () => (await running(host)).length === 1)
    await expectOldServes()
    expect(await ask({ 'x-canary': 'always' })).toEqual({ version: commitOf(good), cookie: '' })
  })

  it('killing the action makes `post` abort it', async () => {
    const { acting } = await canaryWithHalf({})
    for (const pid of await runner.processes()) process.kill(pid, 'SIGKILL')
    expect((await acting).post?.stdout).toContain('the order that the run had left: canary web')
    await expectOldServes()
  })

  it('the loss of its runner is repaired by the next deploy', async () => {
    const { acting } = await canaryWithHalf({ post: false })
    for (const pid of await runner.processes()) process.kill(pid, 'SIGKILL')
    await acting
    await freeLease(bed.cloud)
    await bed.commit()
    good = ended(await bed.act(), 'deployed')
    expect(good.stdout).toContain('ending the canary of')
    await expectOldServes()
  })

  it('a reboot gives its traffic to the baseline, status shows it, and the next deploy repairs it', async () => {
    const { acting } = await canaryWithHalf({ post: false })
    for (const pid of await runner.processes()) process.kill(pid, 'SIGKILL')
    await acting
    await host.reboot()
    await until('the service', async () => (await visit(url())) === commitOf(good))
    // The share lies in memory.
    expect(await split()).not.toBe(HALF)
    const seen = await Promise.all(Array.from({ length: 20 }, () => visit(url())))
    expect(new Set(seen)).toEqual(new Set([commitOf(good)]))
    expect((await bed.act({ command: 'status', port: undefined })).summary).toContain('canary-left')
    await bed.commit()
    good = ended(await bed.act(), 'deployed')
    await expectOldServes()
  })

  it('the loss of its runner makes the host end it at its deadline', async () => {
    const { acting } = await canaryWithHalf({ post: false })
    for (const pid of await runner.processes()) process.kill(pid, 'SIGKILL')
    await acting
    const lost = Date.now()
    expect(await running(host)).toHaveLength(2)
    await until('the end of the canary', async () => (await running(host)).length === 1)
    console.log(`runner lost: the host ended the canary ${Math.round((Date.now() - lost) / 1000)} s later`)
    await expectOldServes()
    expect(await onHost(host, 'pgrep -f [c]anary.sh || echo none')).toBe('none')
  })
})
