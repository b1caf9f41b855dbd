import { describe, expect } from '@jest/globals'
import type { HostHandle } from '../../local/host/host.ts'
import { inventory } from '../../local/inventory.ts'
import { until } from '../../local/machine/patience.ts'
import type { ActionRun } from '../../local/runner/runner.ts'
import { ended, openBed, visit } from './support/test-bed.ts'
import type { Bed } from './support/test-bed.ts'
import { slowBuild } from './support/slow-build.ts'
import { atEnd, given, it } from './support/test.ts'
import { commandLines, traces } from './support/traces.ts'
import type { Traces } from './support/traces.ts'
import { underLoad } from './support/under-load.ts'
import { commitOf } from '../fakes/short-commit.ts'

let bed: Bed
let runner: Traces
/** The last deploy on this bed. */
let good: ActionRun | undefined
let runId = 1000

const empty = given(async () => {
  bed = await openBed()
  runner = await traces(bed.cloud.registry)
  atEnd(() => runner.close())
  good = undefined
})

async function served(): Promise<ActionRun> {
  await empty()
  return (good ??= ended(await act(), 'deployed'))
}

type Inputs = Readonly<Record<string, string>>

/** Variables of a run of its own: what an earlier one holds does not belong to it. */
const ofNewRun = () => ({ ...runner.env, GITHUB_RUN_ID: String((runId += 1)) })

const act = (inputs: Inputs = {}) => bed.act(inputs, { env: ofNewRun() })

/** Runs the action until `reached`, and then ends it: as the runner cancels, or all at once. */
async function actUntil(reached: () => Promise<unknown>, inputs: Inputs = {}, how: 'cancel' | 'kill' = 'cancel') {
  const end = new AbortController()
  const running = bed.act(inputs, { env: ofNewRun(), [how]: end.signal })
  await reached()
  end.abort()
  return { run: () => running }
}

/** The runner sends SIGTERM 7.5 s after SIGINT, and SIGKILL 2.5 s later; by then all must be said and done. */
async function expectCancelled(acting: ReturnType<typeof actUntil>): Promise<ActionRun> {
  const run = await (await acting).run()
  ended(run, 'cancelled', 'cancelled')
  expect(run.code).toBe(1)
  expect(run.signals).toEqual(['SIGINT'])
  expect(run.annotations).toMatchObject([{ level: 'error', properties: { title: 'docker-to-ec2 cancelled' } }])
  expect(run.summary).toContain('the run was cancelled')
  expect(run.post?.code).toBe(0)
  return run
}

/** Nothing of the run is left on the runner; a run that is made again finds or makes all it needs, and nothing twice. */
async function expectHealing(): Promise<ActionRun> {
  expect(await runner.left()).toEqual([])
  const healed = (good = ended(await act(), 'deployed'))
  expect(await visit(url())).toMatch(/^[0-9a-f]{8}$/)
  expect(await runner.left()).toEqual([])
  const kinds = (await inventory(bed.cloud)).map((name) => name.split(' ')[0])
  expect(kinds).toEqual(ONE_OF_EACH)
  return healed
}

const ONE_OF_EACH = 'address instance instance-profile network-interface parameter repository role security-group volume'.split(' ')

/** It is never told. */
const SLOW_BOOT = { env: 'BEHAVIOUR=slow-boot\nBOOT_MS=told' }

const url = (): string => good?.outputs['url'] ?? ''
const slotOf = (run: ActionRun): string => `web.production.${run.outputs['release']}`
const theSlotIsStarted = () => until('the new slot', async () => (await slots()).length > 1)
const instances = async () => (await inventory(bed.cloud)).filter((name) => name.startsWith('instance '))
const host = (): Promise<HostHandle> => bed.cloud.host(good?.outputs['instance-id'] ?? '')

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

describe('a run that is cancelled', () => {
  it('while the host is launched: the next run finds the host', async () => {
    await empty()
    await bed.cloud.fault([{ service: 'ec2', operation: 'RunInstances', kind: 'hold' }])
    const cancelled = actUntil(() => bed.cloud.held())
    await cancelled
    // AWS goes on with what it was asked for.
    await bed.cloud.fault([])
    await expectCancelled(cancelled)
    await until('the host', async () => (await instances()).length === 1)
    expect(await runner.left()).toEqual([])
  })

  it('while it waits for the agent: the next run continues with the same host', async () => {
    await empty()
    if ((await instances()).length === 0) await served()
    await bed.commit()
    await bed.cloud.fault([{ service: 'ssm', operation: 'agent', kind: 'offline' }])
    const [before, from] = [await instances(), (await bed.cloud.calls()).length]
    const waiting = async () => (await bed.calls(from)).some(({ operation }) => operation === 'DescribeInstanceInformation')
    await expectCancelled(actUntil(() => until('the wait for the agent', waiting)))
    await bed.cloud.fault([])
    await expectHealing()
    expect(await instances()).toEqual(before)
  })

  it('during the build: the build ends, and its credentials are removed', async () => {
    await empty()
    const { dockerfile, step } = await slowBuild(bed.workspace)
    await bed.commit()
    // The waiting for the host ends at once, and must not take the run along before the build has ended.
    await bed.cloud.fault([{ service: 'ssm', operation: 'agent', kind: 'offline' }])
    const building = () => until('the build', async () => (await commandLines(step)).length > 0)
    await expectCancelled(actUntil(building, { dockerfile }))
    await bed.cloud.fault([])
    expect(await runner.left()).toEqual([])
    await until('the end of the build step', async () => (await commandLines(step)).length === 0)
    await expectHealing()
  })

  it('during the health check: the command on the host ends, and the old release loses no request', async () => {
    const serving = await served()
    const waysBack = await slots('--all')
    await bed.commit()
    const report = await underLoad({ url: url() }, async () => {
      const cancelled = await expectCancelled(actUntil(theSlotIsStarted, SLOW_BOOT))
      expect(await commandOf(cancelled)).toMatchObject({ Status: 'Cancelled' })
      expect(await visit(url())).toBe(commitOf(serving))
      expect(await slots()).toHaveLength(2)
      const healed = await expectHealing()
      expect(await slots()).toEqual([slotOf(healed)])
      expect(await slots('--all')).toEqual([...waysBack, slotOf(healed)].toSorted())
    })
    expect(report).toMatchObject({ failed: 0 })
    expect(Object.keys(report.versions).toSorted()).toEqual([commitOf(serving), commitOf(await served())].toSorted())
  })

  it('by SIGKILL: `post` cancels the command and releases the lease, and the next run repairs the host', async () => {
    const serving = await served()
    await bed.commit()
    const killed = await actUntil(theSlotIsStarted, SLOW_BOOT, 'kill')
    const run = await killed.run()
    expect(run).toMatchObject({ code: 137, outputs: {} })
    expect(run.post?.stdout).toContain(`Cancelled the command ${JSON.parse(run.state['command'] ?? '').commandId}`)
    expect(run.post?.stdout).toContain('Released the lease')
    await until('the end of the command', async () => (await commandOf(run))['Status'] === 'Cancelled')
    expect(await visit(url())).toBe(commitOf(serving))
    const healed = await expectHealing()
    expect(await slots()).toEqual([slotOf(healed)])
  })

  it('by SIGKILL during the build: `post` ends it, and removes its credentials', async () => {
    await empty()
    const { dockerfile, step } = await slowBuild(bed.workspace)
    await bed.commit()
    const killed = await actUntil(() => until('the build', async () => (await commandLines(step)).length > 0), { dockerfile }, 'kill')
    const run = await killed.run()
    expect(run).toMatchObject({ code: 137, outputs: {} })
    expect(run.post?.stdout).toContain('Ended the build, and removed its registry login and its images')
    expect(await runner.left()).toEqual([])
    await until('the end of the build step', async () => (await commandLines(step)).length === 0)
    await expectHealing()
  })

  it('by SIGKILL during the push: `post` removes the image, too', async () => {
    await empty()
    await bed.commit()
    await bed.cloud.fault([{ service: 'registry', operation: 'push', kind: 'hold' }])
    const killed = await actUntil(() => bed.cloud.held(), {}, 'kill')
    const run = await killed.run()
    const { images } = JSON.parse(run.state['build'] ?? '') as { images: string[] }
    expect(images).toEqual([expect.stringMatching(`^${bed.cloud.registry}/web/production:`), `${bed.cloud.registry}/web/production:cache`])
    expect(run.post?.stdout).toContain('its images')
    await bed.cloud.fault([])
    await expectHealing()
  })

  it('leaves nothing that destroy does not remove', async () => {
    await served()
    ended(await bed.act({ command: 'destroy', port: undefined, 'destroy-repository': 'true' }, { env: ofNewRun() }), 'destroyed')
    expect(await inventory(bed.cloud)).toEqual([])
  })
})
