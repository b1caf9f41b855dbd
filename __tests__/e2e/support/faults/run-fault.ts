import { expect } from '@jest/globals'
import type { Fault } from '../../../../local/aws/faults.ts'
import { startLoad } from '../../../../local/load/load.ts'
import type { Load } from '../../../../local/load/load.ts'
import type { ActionRun } from '../../../../local/runner/runner.ts'
import { pauseAt, tooEarly } from '../pause.ts'
import type { Paused, Place } from '../pause.ts'
import { playGuest } from './guests.ts'
import { isOfGuest } from './row.ts'
import type { Moment, Result, Row, Strike } from './row.ts'
import { settledVersion, versionAt } from './fixture.ts'
import type { Deploying, Fixture, Wanted } from './fixture.ts'

/** As much as sees a gap in any row; more would cost more than the deploys themselves. */
const LOAD = { posts: 1, slow: 1, slowMs: 300, pauseMs: 20, webSocket: false } as const

/** Runs one fault under load, and the deploy after it; throws if the result differs from the row. */
export async function runFault(fixture: Fixture, row: Row): Promise<Result> {
  const load = startLoad({ url: fixture.url, ...LOAD })
  try {
    const { change = 'variable' } = row
    if (change === 'first') return await concluded(row, load, await playFirst(fixture, row))
    if (isOfGuest(change)) return await concluded(row, load, await playGuest(fixture, row, (wanted) => playEnd(fixture, row, wanted)))
    const wanted = await fixture.want(change, row.inputs)
    const old = fixture.serving
    await row.before?.(fixture)
    const { run, beside } = await struck(fixture, row, wanted)
    await fixture.bed.cloud.fault([])
    await row.after?.(fixture)
    expectEnd(run, row)
    if (beside) return await concluded(row, load, await healed(fixture, beside.wanted, await beside.run))
    const versions = { old: old.version, new: wanted.version, nothing: '' }
    expect(await (row.serves === 'nothing' ? versionAt : settledVersion)(fixture.url)).toBe(versions[row.serves])
    return await concluded(row, load, await heal(fixture, row, wanted))
  } finally {
    await fixture.bed.cloud.fault([])
    await load.stop()
  }
}

async function concluded(row: Row, load: Load, next: string): Promise<Result> {
  const { failed, sent, outcomes } = await load.stop()
  if (row.lost === undefined) expect({ failed, outcomes }).toMatchObject({ failed: 0 })
  return { row, lost: failed, sent, next }
}

function expectEnd(run: ActionRun, row: Row): void {
  const end = `${run.outputs['outcome'] ?? ''} ${run.outputs['cause'] ?? ''}`.trim()
  if (end !== row.ends) throw new Error(`expected ${row.ends}, got ${end}\n${run.stdout.slice(-6000)}\n${run.stderr.slice(-2000)}`)
}

/** The next deploy, without preparation. */
async function heal(fixture: Fixture, row: Row, wanted: Wanted): Promise<string> {
  await fixture.freeLease()
  // A commit that was rolled back is refused.
  const back = wanted.command === 'rollback'
  const { sha, version } = wanted
  const next = row.next === 'other' || back ? await fixture.want(back ? 'commit' : 'variable') : { sha, version, inputs: {} }
  return healed(fixture, next, await fixture.deploy(next))
}

async function healed(fixture: Fixture, wanted: Wanted, run: ActionRun): Promise<string> {
  const { outcome = '', release = '' } = run.outputs
  if (run.code !== 0) throw new Error(`the next deploy failed\n${run.stdout.slice(-6000)}`)
  expect(await settledVersion(fixture.url)).toBe(wanted.version)
  await fixture.expectNoLeak(release)
  fixture.serving = wanted
  return outcome
}

/** A run that must end as the row says. */
async function playEnd(fixture: Fixture, row: Row, wanted: Wanted): Promise<void> {
  const { run } = await struck(fixture, row, wanted)
  await fixture.bed.cloud.fault([])
  expectEnd(run, row)
}

const SERVER = `node\n-e\nrequire('http').createServer((request, response) => response.end(process.env.VERSION)).listen(8080)`

/** Another service, which has no host yet, beside the one under load. */
async function playFirst(fixture: Fixture, row: Row): Promise<string> {
  const wanted = await fixture.want('variable')
  const fresh = { ...wanted, inputs: { service: 'fresh', image: fixture.bed.cloud.baseImage, args: SERVER } }
  const { run } = await struck(fixture, row, fresh)
  await fixture.bed.cloud.fault([])
  await row.after?.(fixture)
  expectEnd(run, row)
  await fixture.freeLease('fresh')
  const next = await fixture.deploy(fresh)
  if (next.code !== 0) throw new Error(`the next deploy failed\n${next.stdout.slice(-6000)}`)
  expect(await settledVersion(next.outputs['url'] ?? '')).toBe(wanted.version)
  await fixture.destroy('fresh')
  return next.outputs['outcome'] ?? ''
}

interface Struck {
  readonly run: ActionRun
  /** A deploy that started when the fault struck. */
  readonly beside?: { readonly wanted: Wanted; readonly run: Promise<ActionRun> }
}

async function struck(fixture: Fixture, row: Row, wanted: Wanted): Promise<Struck> {
  await fixture.bed.cloud.fault(row.faults ?? [])
  const { at } = row
  const strikes = [row.strike ?? []].flat()
  const [strike] = strikes
  if (at === undefined || strike === undefined) return { run: await fixture.deploy(wanted) }
  if (!onTheHost(at)) return { run: await struckOnTheRunner(fixture, { at, strike, wanted, faults: row.faults ?? [] }) }
  const reached = await pauseAt(fixture.host, placeOf(at))
  const deploying = await fixture.begin(wanted, { post: strike !== 'the runner is lost' })
  const paused = await Promise.race([reached(), deploying.ended.then(tooEarly)])
  await inTheStep(fixture, at, paused)
  const beside = row.next === 'at once' ? await beginBeside(fixture) : undefined
  for (const one of strikes) await hit(fixture, one, { deploying, paused })
  if (!CANCELS.has(strikes.at(-1))) paused.goOn()
  if ('asks' in at) await fixture.bed.cloud.fault([])
  const run = await deploying.ended
  await paused.ended()
  return beside ? { run, beside } : { run }
}

type OnTheHost = Exclude<Moment, OnTheRunner['at']>

function onTheHost(at: Moment): at is OnTheHost {
  return 'step' in at || 'stops' in at
}

function placeOf(at: OnTheHost): Place {
  return 'stops' in at ? { request: 'kill' } : at
}

/** These make the agent kill the program, which is stopped until then. */
const CANCELS: ReadonlySet<unknown> = new Set<Strike>(['the action is killed, and `post` runs', 'the run is cancelled'])

async function beginBeside(fixture: Fixture): Promise<Struck['beside']> {
  const wanted = await fixture.want('variable')
  const waits = Promise.withResolvers<void>()
  const { ended } = await fixture.begin(wanted, { onOutput: (text) => text.includes('which deploys this service') && waits.resolve() })
  await Promise.race([waits.promise, ended.then(tooEarly)])
  return { wanted, run: ended }
}

/** Orders further faults, and lets the program continue until it waits for an answer. */
async function inTheStep({ bed: { cloud } }: Fixture, at: OnTheHost, paused: Paused): Promise<void> {
  if ('event' in at || 'stops' in at) return
  const { faults = [], asks } = at
  if (faults.length > 0 || asks) await cloud.fault([...faults, ...(asks ? [hold(asks)] : [])])
  if (asks === undefined) return
  paused.goOn()
  await cloud.held()
}

function hold(asks: Omit<Fault, 'kind'>): Fault {
  return { ...asks, kind: 'hold' }
}

async function hit(fixture: Fixture, strike: Strike, { deploying, paused }: { deploying: Deploying; paused: Paused }): Promise<void> {
  if (typeof strike !== 'string') return void (await strike.does(fixture))
  switch (strike) {
    case 'the runner is lost':
    case 'the action is killed, and `post` runs':
      return deploying.kill()
    case 'the run is cancelled':
      return deploying.cancel()
    case 'the program is killed':
      return paused.kill()
    case 'the host reboots':
      return fixture.host.reboot()
    case 'the host loses its power':
      return fixture.host.losePower()
  }
}

interface OnTheRunner {
  readonly at: Exclude<Moment, { step: string } | { stops: unknown }>
  readonly strike: Strike
  readonly wanted: Wanted
  readonly faults: readonly Fault[]
}

async function struckOnTheRunner(fixture: Fixture, { at, strike, wanted, faults }: OnTheRunner): Promise<ActionRun> {
  const { cloud } = fixture.bed
  if ('asks' in at) await cloud.fault([...faults, hold(at.asks)])
  const said = Promise.withResolvers<void>()
  let text = ''
  const deploying = await fixture.begin(wanted, {
    post: strike !== 'the runner is lost',
    onOutput: (more) => 'says' in at && at.says.test((text += more)) && said.resolve(),
  })
  await Promise.race(['asks' in at ? cloud.held() : said.promise, deploying.ended.then(tooEarly)])
  if (strike === 'the run is cancelled') deploying.cancel()
  else await deploying.kill()
  return deploying.ended
}
