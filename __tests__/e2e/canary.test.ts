import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { until } from '../../local/exec.ts'
import type { HostHandle } from '../../local/host.ts'
import type { LoadReport } from '../../local/load.ts'
import type { ActionRun } from '../../local/runner.ts'
import { ended, makeBed, visit } from './support/bed.ts'
import type { ActOptions, Bed } from './support/bed.ts'
import { onHost, slots } from './support/on-host.ts'
import { traces } from './support/traces.ts'
import type { Traces } from './support/traces.ts'
import { underLoad } from './support/under-load.ts'

const SPLIT = '/var/lib/docker-to-ec2/proxy/state/web.production.split'
const HALF = '80000000'
const COOKIE = 'docker-to-ec2-canary'
const STEPS = { canary: '10%:6s, 50%:6s', 'bake-time': '1s' }

let bed: Bed
let runner: Traces
let good: ActionRun
let host: HostHandle

beforeAll(async () => {
  bed = await makeBed()
  runner = await traces()
  good = ended(await bed.act(STEPS), 'deployed')
  host = await bed.cloud.host(good.outputs['instance-id'] ?? '')
}, 120_000)
afterAll(async () => {
  await bed.close()
  await runner.close()
}, 60_000)

const url = (): string => good.outputs['url'] ?? ''
const version = (run: ActionRun): string => run.outputs['release']?.slice(0, 8) ?? ''
const split = (): Promise<string> => onHost(host, `cat ${SPLIT}`)
const running = async (): Promise<string[]> => (await slots(host)).filter((line) => line.endsWith(' running'))
const goodAlone = (): string[] => [`web.production.${good.outputs['release']} running`]

/** A new release under load, whose clients have no cookies. */
async function release(inputs: Record<string, string>, during: () => Promise<unknown> = () => Promise.resolve()) {
  await bed.commit()
  const runs: ActionRun[] = []
  const verdicts: number[] = []
  const onOutput: ActOptions['onOutput'] = (text) => void (/^canary \d+%: bad/m.test(text) && verdicts.push(Date.now()))
  const report = await underLoad({ url: url(), posts: 8, slow: 0, seconds: 90 }, async () => {
    const acting = bed.act({ ...STEPS, ...inputs }, { onOutput })
    await during()
    runs.push(await acting)
  })
  const [run] = runs
  if (!run) throw new Error('no run')
  return { run, report, verdictAt: verdicts[0] ?? Infinity }
}

/** share -> requests of the canary and of the old release, out of the summary */
function requestsBySteps(summary: string): Map<number, readonly [number, number]> {
  const rows = summary.matchAll(/\| (\d+)% \| canary \| (\d+) \|.*\n\| +\| old \| (\d+) \|/g)
  return new Map([...rows].map(([, share, canary, old]) => [Number(share), [Number(canary), Number(old)]]))
}

function tell(name: string, run: ActionRun, report: LoadReport): void {
  const cost = /The canary got .*5xx\./.exec(run.summary)?.[0]
  console.log(`${name}: ${cost} The load saw ${report.failed} of ${report.sent} requests fail: ${JSON.stringify(report.outcomes)}`)
}

async function expectOldServes(): Promise<void> {
  expect(await visit(url())).toBe(version(good))
  expect(await split()).toBe('0')
  expect(await running()).toEqual(goodAlone())
}

it('is not used for the first release, and the log says why', () => {
  expect(good.stdout).toContain('no canary: no release serves')
})

it('passes a good release from share to share, without a failed request', async () => {
  const { run, report } = await release({})
  ended(run, 'deployed')
  expect(report).toMatchObject({ failed: 0 })
  const steps = requestsBySteps(run.summary)
  expect([...steps.keys()]).toEqual([10, 50])
  for (const [share, [canary, old]] of steps) {
    const all = canary + old
    expect(all).toBeGreaterThan(300)
    expect(Math.abs(canary - (all * share) / 100)).toBeLessThan(4.5 * Math.sqrt((all * share * (100 - share)) / 10_000))
  }
  good = run
  await expectOldServes()
})

it('is not used for a release that serves already', async () => {
  const run = await bed.act(STEPS)
  expect(ended(run, 'unchanged').stdout).toContain('No canary')
})

describe('a bad release is taken back', () => {
  it.each<[string, Record<string, string>, string, RegExp]>([
    ['one of twenty answers is an error', { env: 'BEHAVIOUR=some-errors' }, 'canary-errors', /\d+ of \d+ answers were 5xx/],
    ['every answer takes 100 ms more', { env: 'BEHAVIOUR=slower' }, 'canary-slow', /on average 1\d\d ms instead of \d+ ms/],
  ])('when %s', async (name, inputs, cause, words) => {
    const { run, report, verdictAt } = await release({ ...inputs, canary: '10%:20s, 50%:20s' })
    tell(name, run, report)
    ended(run, 'rolled-back', cause)
    expect(run.code).toBe(1)
    expect(run.annotations.at(0)?.message).toMatch(words)
    expect(run.annotations.at(0)?.message).toContain(`${good.outputs['release']} serves on`)
    expect(run.summary).toMatch(/\| 10% \| canary \|/)
    const after = (report.lastSeen[version(run)] ?? 0) - verdictAt
    console.log(`${name}: its last answer came ${after} ms after the verdict`)
    expect(after).toBeLessThan(2000)
    expect(Object.keys(report.outcomes).filter((outcome) => !['ok', 'POST 503'].includes(outcome))).toEqual([])
    await expectOldServes()
  })

  it('when it dies at half of the traffic; later requests go to the old release at once', async () => {
    const { run, report } = await release({ canary: '10%:4s, 50%:20s' }, async () => {
      await until('half of the traffic', 60_000, async () => (await split()) === HALF)
      await onHost(host, `docker kill $(docker ps --format '{{.Names}}' | grep -v -e proxy -e ${good.outputs['release']})`)
    })
    tell('it dies', run, report)
    ended(run, 'rolled-back', 'canary-died')
    expect(run.annotations.at(0)?.message).toContain('exit code 137')
    // What was on its way to the process: no more than the connections of the load.
    expect(report.failed).toBeLessThanOrEqual(8)
    await expectOldServes()
  })
})

/** Starts a release as a canary with half of the traffic, and leaves it there. */
async function canaryWithHalf(options: ActOptions): Promise<{ acting: Promise<ActionRun>; sha: string }> {
  const sha = await bed.commit()
  const acting = bed.act({ canary: '50%:200s' }, { env: runner.env, ...options })
  await until('half of the traffic', 60_000, async () => (await split()) === HALF)
  return { acting, sha: sha.slice(0, 8) }
}

async function ask(headers: Record<string, string>): Promise<{ version: string; cookie: string }> {
  const response = await fetch(`${url()}/version`, { headers })
  return { version: await response.text(), cookie: response.headers.get('set-cookie') ?? '' }
}

describe('while a canary runs', () => {
  it('a client stays on its side, a tester chooses, status tells; and cancelling the run takes the canary back', async () => {
    const cancel = new AbortController()
    const { acting, sha } = await canaryWithHalf({ cancel: cancel.signal })

    const first = await ask({})
    const cookie = first.cookie.split(';')[0] ?? ''
    expect(cookie).toMatch(new RegExp(`^${COOKIE}=[0-9a-f-]{36}$`))
    const again = await Promise.all(Array.from({ length: 20 }, () => ask({ cookie })))
    expect(new Set(again.map((answer) => answer.version))).toEqual(new Set([first.version]))
    expect(new Set(again.map((answer) => answer.cookie))).toEqual(new Set(['']))

    const sides: [Record<string, string>, string][] = [
      [{ cookie: `${COOKIE}=00000000` }, sha],
      [{ cookie: `${COOKIE}=ffffffff` }, version(good)],
      [{ cookie: `${COOKIE}={env.HOME}` }, version(good)],
      [{ cookie: `${COOKIE}=ffffffff`, 'x-canary': 'always' }, sha],
      [{ cookie: `${COOKIE}=00000000`, 'x-canary': 'never' }, version(good)],
    ]
    for (const [headers, side] of sides) expect([headers, (await ask(headers)).version]).toEqual([headers, side])

    const status = await bed.act({ command: 'status', port: undefined })
    expect(status.summary).toMatch(new RegExp(`Canary.*${sha}-[0-9a-f]{8} has 50% of the traffic`))
    expect(status.summary).not.toContain('Drift')

    cancel.abort()
    ended(await acting, 'cancelled', 'cancelled')
    await until('the end of the canary', 30_000, async () => (await running()).length === 1)
    await expectOldServes()
    expect(await ask({ 'x-canary': 'always' })).toEqual({ version: version(good), cookie: '' })
  })

  it('and its runner is killed, `post` takes the canary back', async () => {
    const { acting } = await canaryWithHalf({})
    for (const pid of await runner.processes()) process.kill(pid, 'SIGKILL')
    expect((await acting).post?.stdout).toContain('end the canary of web')
    await expectOldServes()
  })

  it('and its runner is lost, the next deploy heals', async () => {
    const { acting } = await canaryWithHalf({ post: false })
    for (const pid of await runner.processes()) process.kill(pid, 'SIGKILL')
    await acting
    await bed.commit()
    good = ended(await bed.act(), 'deployed')
    expect(good.stdout).toContain('ending the canary of')
    await expectOldServes()
  })

  it('and the host is rebooted, the old release answers for it, status tells, and the next deploy heals', async () => {
    const { acting } = await canaryWithHalf({ post: false })
    for (const pid of await runner.processes()) process.kill(pid, 'SIGKILL')
    await acting
    await host.reboot()
    await until('the service', 30_000, async () => (await visit(url())) === version(good))
    expect(await split()).toBe(HALF)
    const seen = await Promise.all(Array.from({ length: 20 }, () => visit(url())))
    expect(new Set(seen)).toEqual(new Set([version(good)]))
    expect((await bed.act({ command: 'status', port: undefined })).summary).toContain('canary-left')
    await bed.commit()
    good = ended(await bed.act(), 'deployed')
    await expectOldServes()
  })

  it('and its runner is lost, the host ends it at its deadline', async () => {
    const { acting } = await canaryWithHalf({ post: false })
    for (const pid of await runner.processes()) process.kill(pid, 'SIGKILL')
    await acting
    const lost = Date.now()
    expect(await running()).toHaveLength(2)
    await until('the end of the canary', 80_000, async () => (await running()).length === 1)
    console.log(`runner lost: the host ended the canary ${Math.round((Date.now() - lost) / 1000)} s later`)
    await expectOldServes()
    expect(await onHost(host, 'pgrep -f [c]anary.sh || echo none')).toBe('none')
  })
})
