import { describe, expect, it } from '@jest/globals'
import { deploy } from '../../src/commands/deploy.ts'
import { plan } from '../../src/commands/plan.ts'
import { markOfProxy } from '../../src/domain/order/cut-over.ts'
import { aHost } from '../fakes/samples.ts'
import { nextJob } from '../fakes/next-job.ts'
import { aWorld } from '../fakes/world.ts'
import type { World } from '../fakes/world.ts'

const [OLD, NEW] = ['caddy:2.11.7', 'caddy:2.12.0']

/** A service that serves with the proxy that its first run asked for. */
async function served(inputs: Readonly<Record<string, string>> = { 'proxy-image': OLD }): Promise<World> {
  const world = aWorld(inputs)
  world.hosts.push(aHost())
  await deploy(world.ctx)
  return world
}

const planned = async (world: World) => {
  const { headline, outputs } = await plan(world.ctx)
  const { verdict, proxy } = JSON.parse(outputs['plan'] ?? '')
  return { headline, verdict, proxy, hash: outputs['plan-hash'] ?? '' }
}

describe('another image of the proxy', () => {
  it('is a change of the live release, with its plan', async () => {
    const world = await served()
    expect(await planned(nextJob(world, { 'proxy-image': OLD }))).toMatchObject({ verdict: 'unchanged', proxy: 'none' })
    const { headline, ...change } = await planned(nextJob(world, { 'proxy-image': NEW }))
    expect(change).toMatchObject({ verdict: 'changes', proxy: 'replace' })
    expect(headline).toBe(`web (production): deploy would replace the proxy by one of ${NEW}`)
  })

  it('is refused without the approval of its plan', async () => {
    const world = await served()
    const { hash } = await planned(nextJob(world, { 'proxy-image': OLD }))
    const job = nextJob(world, { 'proxy-image': NEW, 'plan-hash': hash })
    await expect(deploy(job.ctx)).rejects.toMatchObject({ code: 'plan-changed' })
    expect(job.sent).toEqual([])
  })

  it('is recorded, so that the next plan is unchanged', async () => {
    const job = nextJob(await served(), { 'proxy-image': NEW })
    await deploy(job.ctx)
    expect(job.records[0]?.proxyImage).toBe(markOfProxy({ reference: NEW }))
    expect(await planned(nextJob(job, { 'proxy-image': NEW }))).toMatchObject({ verdict: 'unchanged' })
    expect(await planned(nextJob(job, {}))).toMatchObject({ verdict: 'unchanged' })
  })

  it('is not forgotten by a run that asks for none', async () => {
    const job = nextJob(await served(), { env: 'A=1' })
    await expect(deploy(job.ctx)).resolves.toMatchObject({ outcome: 'deployed' })
    expect(job.records[0]?.proxyImage).toBe(markOfProxy({ reference: OLD }))
  })

  it('is not known without one that was asked for', async () => {
    const world = await served({})
    expect(world.records[0]).not.toHaveProperty('proxyImage')
    expect(await planned(nextJob(world, { 'proxy-image': NEW }))).toMatchObject({ verdict: 'changes', proxy: 'replace' })
  })
})
