import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { sleep, until } from '../../local/exec.ts'
import type { HostHandle } from '../../local/host.ts'
import { inventory } from '../../local/inventory.ts'
import type { ActionRun } from '../../local/runner.ts'
import { ended, makeBed, visit } from './support/bed.ts'
import type { Bed } from './support/bed.ts'
import { slowBuild } from './support/slow-build.ts'
import { commandLines, traces } from './support/traces.ts'
import type { Traces } from './support/traces.ts'
import { underLoad } from './support/under-load.ts'

let bed: Bed
let runner: Traces
let good: ActionRun
let runId = 1000

beforeAll(async () => {
  bed = await makeBed()
  runner = await traces()
}, 60_000)
afterAll(async () => {
  await bed.close()
  await runner.close()
}, 60_000)

type Inputs = Readonly<Record<string, string>>

/** Variables of a run of its own: what an earlier one holds does not belong to it. */
const ofNewRun = () => ({ ...runner.env, GITHUB_RUN_ID: String((runId += 1)) })

const act = (inputs: Inputs = {}) => bed.act(inputs, { env: ofNewRun() })

/** Runs the action until `reached`, and then ends it: as the runner cancels, or all at once. */
async function actUntil(reached: () => Promise<unknown>, inputs: Inputs = {}, how: 'cancel' | 'kill' = 'cancel') {
  const cancel = new AbortController()
  const running = bed.act(inputs, { env: ofNewRun(), cancel: cancel.signal })
  await until('the moment to cancel', 30_000, reached)
  const since = Date.now()
  if (how === 'cancel') cancel.abort()
  else for (const pid of await runner.processes()) process.kill(pid, 'SIGKILL')
  const run = await running
  return { run, ms: Date.now() - since }
}

/** The runner sends SIGTERM 7.5 s after SIGINT, and SIGKILL 2.5 s later; by then all must be said and done. */
function expectCancelled({ run, ms }: { run: ActionRun; ms: number }): void {
  ended(run, 'cancelled', 'cancelled')
  expect(run.code).toBe(1)
  expect(ms).toBeLessThan(7500)
  expect(run.annotations).toMatchObject([{ level: 'error', properties: { title: 'docker-to-ec2 cancelled: cancelled' } }])
  expect(run.summary).toContain('The run was cancelled')
  expect(run.post?.code).toBe(0)
}

/** Nothing of the run is left on the runner; a run that is made again finds or makes all it needs, and nothing twice. */
async function expectHealing(): Promise<void> {
  expect(await runner.left()).toEqual([])
  good = ended(await act(), 'deployed')
  expect(await visit(url())).toMatch(/^[0-9a-f]{8}$/)
  expect(await runner.left()).toEqual([])
  const kinds = (await inventory(bed.cloud)).map((name) => name.split(' ')[0])
  expect(kinds).toEqual(ONE_OF_EACH)
}

const ONE_OF_EACH = 'address instance instance-profile network-interface parameter repository role security-group volume'.split(' ')

const SLOW_BOOT = { env: 'BEHAVIOUR=slow-boot\nBOOT_MS=60000', 'health-timeout': '60s' }

const url = (): string => good.outputs['url'] ?? ''
const commitOf = (run: ActionRun): string => run.outputs['release']?.slice(0, 8) ?? ''
const slotOf = (run: ActionRun): string => `web.production.${run.outputs['release']}`
const theSlotIsStarted = async (): Promise<boolean> => (await slots()).length > 1
const instances = async () => (await inventory(bed.cloud)).filter((name) => name.startsWith('instance '))
const host = (): Promise<HostHandle> => bed.cloud.host(good.outputs['instance-id'] ?? '')

/** Names of the service's containers on the host, a line each. */
async function slots(...options: readonly string[]): Promise<string[]> {
  const argv = ['docker', 'ps', ...options, '--filter', 'label=docker-to-ec2.service', '--format', '{{.Names}}']
  const listed = await (await host()).exec(argv)
  return listed.stdout.trim().split('\n').toSorted()
}

async function commandOf(run: ActionRun): Promise<Record<string, unknown>> {
  const { commandId, hostIds } = JSON.parse(run.state['command'] ?? '') as { commandId: string; hostIds: string[] }
  return await bed.cloud.observe('ssm', 'GetCommandInvocation', { CommandId: commandId, InstanceId: hostIds[0] })
}

// The tests of this file are one story: each goes on from where the one before it ended.
describe('a run that is cancelled', () => {
  it('while the host is launched: the host is there for the next run to find', async () => {
    await bed.cloud.fault([{ service: 'ec2', operation: 'RunInstances', kind: 'delay', delay: 2.5 }])
    const before = async () => (await bed.calls()).some(({ operation }) => operation === 'AuthorizeSecurityGroupIngress')
    // A request that has no answer yet is among no calls.
    expectCancelled(await actUntil(async () => (await before()) && (await sleep(1000), true)))
    expect(await instances()).toHaveLength(1)
    expect(await runner.left()).toEqual([])
  })

  it('while it waits for the agent: the next run goes on with the same host', async () => {
    await bed.cloud.fault([{ service: 'ssm', operation: 'agent', kind: 'offline' }])
    const [before, from] = [await instances(), (await bed.cloud.calls()).length]
    const waiting = async () => (await bed.calls(from)).some(({ operation }) => operation === 'DescribeInstanceInformation')
    expectCancelled(await actUntil(waiting))
    await bed.cloud.fault([])
    await expectHealing()
    expect(await instances()).toEqual(before)
  })

  it('during the build: the build ends, too, and takes its credentials with it', async () => {
    const { dockerfile, step } = await slowBuild(bed.workspace)
    await bed.commit()
    // The waiting for the host ends at once, and must not take the run along before the build has ended.
    await bed.cloud.fault([{ service: 'ssm', operation: 'agent', kind: 'offline' }])
    expectCancelled(await actUntil(async () => (await commandLines(step)).length > 0, { dockerfile }))
    await bed.cloud.fault([])
    expect(await runner.left()).toEqual([])
    await until('the end of the build step', 5000, async () => (await commandLines(step)).length === 0)
    await expectHealing()
  })

  it('during the health check: the command on the host ends, and the old release serves on without a lost request', async () => {
    const serving = good
    const waysBack = await slots('--all')
    await bed.commit()
    const report = await underLoad({ url: url() }, async () => {
      const cancelled = await actUntil(theSlotIsStarted, SLOW_BOOT)
      expectCancelled(cancelled)
      expect(await commandOf(cancelled.run)).toMatchObject({ Status: 'Cancelled' })
      expect(await visit(url())).toBe(commitOf(serving))
      expect(await slots()).toHaveLength(2)
      await expectHealing()
      expect(await slots()).toEqual([slotOf(good)])
      expect(await slots('--all')).toEqual([...waysBack, slotOf(good)].toSorted())
    })
    expect(report).toMatchObject({ failed: 0 })
    expect(Object.keys(report.versions).toSorted()).toEqual([commitOf(serving), commitOf(good)].toSorted())
  })

  it('by SIGKILL: `post` cancels the command and gives up the lease, and the next run heals', async () => {
    const serving = good
    await bed.commit()
    const { run } = await actUntil(theSlotIsStarted, SLOW_BOOT, 'kill')
    expect(run).toMatchObject({ code: 137, outputs: {} })
    expect(run.post?.stdout).toContain(`Cancelled the command ${JSON.parse(run.state['command'] ?? '').commandId}`)
    expect(run.post?.stdout).toContain('Gave up the lease')
    await until('the end of the command', 5000, async () => (await commandOf(run))['Status'] === 'Cancelled')
    expect(await visit(url())).toBe(commitOf(serving))
    await expectHealing()
    expect(await slots()).toEqual([slotOf(good)])
  })

  it('leaves nothing that destroy does not know', async () => {
    ended(await bed.act({ command: 'destroy', port: undefined, 'destroy-repository': 'true' }, { env: ofNewRun() }), 'destroyed')
    expect(await inventory(bed.cloud)).toEqual([])
  })
})
