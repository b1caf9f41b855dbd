import { EC2Client, TerminateInstancesCommand } from '@aws-sdk/client-ec2'
import { describe, expect } from '@jest/globals'
import { inventory } from '../../local/inventory.ts'
import type { LoadReport } from '../../local/load/load.ts'
import { until } from '../../local/machine/patience.ts'
import type { ActionRun } from '../../local/runner/runner.ts'
import type { HostLine } from '../../src/report/parts/report.ts'
import { reached } from './support/reached.ts'
import { ended, errorOf, openBed, visit, readSummary } from './support/test-bed.ts'
import type { ActOptions, Bed } from './support/test-bed.ts'
import { filesOf, onHost, running, SERVICE, slots, tell } from './support/on-host.ts'
import { beforeEach, given, it } from './support/test.ts'
import { underLoad } from './support/under-load.ts'
import { short } from '../fakes/short-commit.ts'

let bed: Bed
/** The last run that all hosts took over. */
let good: ActionRun
/** All that they took over. */
let taken: ActionRun[]

const served = given(async () => {
  bed = await openBed()
  taken = []
  await deployed()
})
beforeEach(served)

const linesOf = (run: ActionRun): HostLine[] => JSON.parse(run.outputs['hosts'] ?? '[]') as HostLine[]
const releaseOf = (run: ActionRun): string => run.outputs['release'] ?? ''
const outcomes = (run: ActionRun): string[] => linesOf(run).map(({ outcome }) => outcome)
const hosts = () => Promise.all(linesOf(good).map(({ id }) => bed.cloud.host(id)))
const urls = (): string[] => linesOf(good).map(({ url }) => url)
/** What visitors of the hosts see, one after the other. */
const versions = () => Promise.all(urls().map((url) => visit(url)))
const three = (run: ActionRun): string[] => Array.from({ length: 3 }, () => short(releaseOf(run)))

const deploy = (inputs: Record<string, string> = {}, options: ActOptions = {}) => bed.act({ instances: '3', ...inputs }, options)
const other = (inputs: Record<string, string>) => bed.act({ port: undefined, ...inputs })

async function deployed(inputs: Record<string, string> = {}): Promise<ActionRun> {
  good = ended(await deploy(inputs), 'deployed')
  taken.push(good)
  expect(await versions()).toEqual(three(good))
  return good
}

/** When each host was at work on the run's last command, in ms since the epoch. */
async function workOf(run: ActionRun): Promise<{ from: number; to: number }[]> {
  return (await invocationsOf(run)).map((one) => ({
    from: Date.parse(String(one['ExecutionStartDateTime'])),
    to: Date.parse(String(one['ExecutionEndDateTime'])),
  }))
}

/** Kills a run of a new commit, which serves on the first host only, when the second has begun, and waits for the end of what `post` cancels; gives the commit's short name. */
async function killInSecondWave(): Promise<string> {
  const [first, second] = await hosts()
  const commit = short(await bed.commit())
  const kill = new AbortController()
  const killed = deploy({ env: 'BEHAVIOUR=slow-boot\nBOOT_MS=told' }, { kill: kill.signal })
  const slot = await reached(killed, 'the first wave', async () => (await running(first!)).find((line) => line.includes(commit)))
  await tell(first!, slot.replace(/ .*/, ''))
  await reached(killed, 'the second wave', async () => (await slots(second!)).some((line) => line.includes(commit)))
  kill.abort()
  const run = await killed
  expect(run.outputs['outcome']).toBeUndefined()
  expect(run.post?.stdout).toContain('Cancelled the command')
  const states = async () => (await invocationsOf(run)).map(({ Status }) => Status)
  await until('the end of the command', async () => (await states()).every((state) => state === 'Success' || state === 'Cancelled'))
  expect(await states()).toEqual(['Success', 'Cancelled', 'Cancelled'])
  expect(await versions()).toEqual([commit, ...three(good).slice(1)])
  return commit
}

/** What SSM says of the run's last command on each host. */
async function invocationsOf(run: ActionRun): Promise<Record<string, unknown>[]> {
  const { commandId, hostIds } = JSON.parse(run.state['command'] ?? '') as { commandId: string; hostIds: string[] }
  return Promise.all(hostIds.map((id) => bed.cloud.observe('ssm', 'GetCommandInvocation', { CommandId: commandId, InstanceId: id })))
}

/** All hosts under load at once. */
async function allUnderLoad(work: () => Promise<void>): Promise<LoadReport[]> {
  const reports: LoadReport[] = []
  const nested = urls().reduce<() => Promise<void>>(
    (inner, url) => async () => void reports.push(await underLoad({ url, posts: 2, slow: 1 }, inner)),
    work,
  )
  await nested()
  return reports
}

describe('several hosts', () => {
  it('are launched in three subnets, each with an address, with one security group and one role', async () => {
    expect(outcomes(good)).toEqual(['deployed', 'deployed', 'deployed'])
    expect(good.outputs).toMatchObject({ 'instance-id': linesOf(good)[0]?.id, url: urls()[0], 'public-ip': linesOf(good)[0]?.ip })
    expect(new Set(urls()).size).toBe(3)
    const all = await bed.calls()
    const launches = all.filter(({ operation }) => operation === 'RunInstances')
    expect(new Set(launches.map(({ params }) => params['NetworkInterface.1.SubnetId'])).size).toBe(3)
    const calls = all.map(({ operation }) => operation)
    const count = (name: string): number => calls.filter((operation) => operation === name).length
    expect([
      count('RunInstances'),
      count('AllocateAddress'),
      count('CreateSecurityGroup'),
      count('CreateRole'),
      count('SendCommand'),
      // The host program in three parts, and the order.
    ]).toEqual([3, 3, 1, 1, 4])
    const kinds = (await inventory(bed.cloud)).map((name) => name.split(' ')[0])
    expect(kinds.filter((kind) => kind === 'instance' || kind === 'address')).toHaveLength(6)
    expect(good.summary).toContain('### Hosts')
  })

  it('get a new release one by one, and lose no request', async () => {
    await bed.commit()
    const before = good
    const reports = await allUnderLoad(async () => void (await deployed()))
    expect(reports.map(({ failed }) => failed)).toEqual([0, 0, 0])
    for (const report of reports)
      expect(Object.keys(report.versions).toSorted()).toEqual([...new Set([...three(before), ...three(good)])].toSorted())
    const [first, second, third] = await workOf(good)
    expect(first!.to).toBeLessThanOrEqual(second!.from)
    expect(second!.to).toBeLessThanOrEqual(third!.from)
  })

  it('do not change when all have the release', async () => {
    ended(await deploy(), 'unchanged')
    expect(outcomes(ended(await deploy(), 'unchanged'))).toEqual(['unchanged', 'unchanged', 'unchanged'])
  })

  it('roll back when the release fails on the second host: the first is rolled back, the third is untouched', async () => {
    const [, second, third] = await hosts()
    // A file where the release needs a folder.
    await onHost(second!, 'mkdir -p /srv && echo taken >/srv/shelf')
    const results = `ls ${filesOf(SERVICE).results} | wc -l`
    const before = await onHost(third!, results)
    await bed.commit()
    const run = ended(await deploy({ volumes: '/srv/shelf/web:/shelf', 'volume-data': 'each-host-its-own' }), 'rolled-back', 'start-failed')
    expect(run.code).toBe(1)
    expect(await versions()).toEqual(three(good))
    expect(outcomes(run)).toEqual(['rolled-back', 'failed', 'not-started'])
    expect(await onHost(third!, results)).toBe(before)
    const [one, two, last] = linesOf(run).map(({ id }) => id)
    const message = errorOf(run)
    expect(message).toContain(`failed on ${two}: Docker did not start the container`)
    expect(message).toContain(`${one} returned to ${releaseOf(good)}. ${last} was not touched.`)
    expect(run.outputs['serving-digest']).toBe(good.outputs['digest'])
    await onHost(second!, 'rm /srv/shelf')
  })

  it('with max-concurrency: 100%, get a release on one host, and then on all others at once', async () => {
    await bed.commit()
    const [first, second, third] = await workOf(await deployed({ 'max-concurrency': '100%' }))
    expect(first!.to).toBeLessThanOrEqual(Math.min(second!.from, third!.from))
    expect(Math.max(second!.from, third!.from)).toBeLessThan(Math.min(second!.to, third!.to))
  })

  it('are repaired by the next deploy after a run is killed between two waves', async () => {
    const killed = await killInSecondWave()
    const first = linesOf(good)[0]?.id
    const status = ended(await other({ command: 'status' }), 'reported')
    expect(readSummary(status)).toContain(`${first} serves ${linesOf(status)[0]?.release}`)
    await bed.commit()
    await deployed()
    expect(good.stdout).toContain(`${first} now serves ${killed}`)
    const all = await Promise.all((await hosts()).map(running))
    expect(all.flat()).toEqual(three(good).map(() => `web.production.${releaseOf(good)} running`))
  })

  it('are repaired by a rollback, too, which finds it already on the hosts that were not reached', async () => {
    await killInSecondWave()
    const run = ended(await other({ command: 'rollback' }), 'rolled-back')
    expect(outcomes(run)).toEqual(['rolled-back', 'unchanged', 'unchanged'])
    expect(releaseOf(run)).toBe(releaseOf(good))
    expect(await versions()).toEqual(three(good))
  })

  it('roll back together, and status names the release of each', async () => {
    if (taken.length === 1) {
      await bed.commit()
      await deployed()
    }
    const run = ended(await other({ command: 'rollback' }), 'rolled-back')
    expect(run.code).toBe(0)
    expect(outcomes(run)).toEqual(['rolled-back', 'rolled-back', 'rolled-back'])
    expect(await versions()).toEqual(three(run))
    good = run
    const status = ended(await other({ command: 'status' }), 'reported')
    expect(linesOf(status)).toEqual(linesOf(good).map((line) => ({ ...line, outcome: 'running, healthy' })))
    expect(status.summary).not.toContain('Drift')
  })

  it('return to their number when one is gone: only that one is launched, with the free address', async () => {
    const [kept, alsoKept, gone] = linesOf(good)
    const ec2 = new EC2Client(bed.cloud.observer)
    await ec2.send(new TerminateInstancesCommand({ InstanceIds: [gone?.id ?? ''] }))
    const from = (await bed.cloud.calls()).length
    await bed.commit()
    await deployed()
    expect((await bed.calls(from)).filter(({ operation }) => operation === 'RunInstances')).toHaveLength(1)
    expect(
      linesOf(good)
        .slice(0, 2)
        .map(({ id }) => id),
    ).toEqual([kept?.id, alsoKept?.id])
    expect(urls()[2]).toBe(gone?.url)
    // The new host never served the release before: it is brought from the registry.
    const back = ended(await other({ command: 'rollback' }), 'rolled-back')
    expect(linesOf(back).map(({ release }) => release)).toEqual(Array(3).fill(back.outputs['release']))
    expect(back.outputs['release']).not.toBe(good.outputs['release'])
  })

  it('are never reduced by a lower number alone, and destroy removes all of them', async () => {
    const refused = ended(await bed.act({ instances: '2' }), 'refused', 'refused')
    expect(refused.stdout).toContain('3 hosts have the tags of web (production), but instances is 2')
    ended(await other({ command: 'destroy', 'destroy-repository': 'true' }), 'destroyed')
    expect(await inventory(bed.cloud)).toEqual([])
  })
})
